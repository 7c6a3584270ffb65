import { createLogger } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
const config = readConfig({ DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0' }, '/');
let host: Host;
let url = '';
let admin = '';
const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  host = await createHost(config, { logger: createLogger({ name: 'test', level: 'error' }) });
  ({ url } = await host.start());
  admin = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  await call('POST', '/v1/facilities', { id: 'ks-thu', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', rooms: 24, validFrom: '2026-01-01' });
}, 60_000);
afterAll(() => host.stop());

const arrival = (): string => `${new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
const guests: Readonly<Record<string, { entered: object; stays: object }>> = {
  card: { entered: { kind: 'cccd', number: '070 190 000 101' }, stays: { kind: 'cccd', number: '070.190.000.101' } },
  zero: { entered: { number: '70190000202' }, stays: { kind: 'cccd', number: '070190000202' } },
  lost: { entered: { number: '070190000303' }, stays: { kind: 'cccd', number: '70190000303' } },
  old: { entered: { kind: 'cmnd', number: '285.000.404' }, stays: { kind: 'cccd', number: '070190000404', formerNumber: '285000404' } },
  passport: { entered: { kind: 'passport', number: 'm 1234 5605', issuingState: 'Hàn Quốc' }, stays: { kind: 'passport', number: 'M12345605', issuingState: 'KOR' } },
  anyState: { entered: { number: 'c7654606' }, stays: { kind: 'passport', number: 'C7654606', issuingState: 'CHN' } },
};

describe('a host', () => {
  it('finds watched people by the numbers that take-in keeps, shows the alert in its tables, and opens the identity behind it', async () => {
    for (const { entered } of Object.values(guests)) expect((await call('POST', '/v1/watch-entries', { papers: [entered], reasonClass: 'wanted', expiresOn: '2099-12-31' })).status).toBe(201);
    const stayOf = (ref: string, document: object) => ({ ref, guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'issuingState' in document ? document.issuingState : 'VNM', document, residence: { status: 'permanent', address: 'Số 1' } }, arrival: arrival(), room: '101', reason: 'tourism' });
    const sent = await call('POST', '/v1/facilities/ks-thu/stays', [...Object.entries(guests).map(([ref, { stays }]) => stayOf(ref, stays)), stayOf('nobody', { kind: 'cccd', number: '070190000999' })]);
    expect([sent.status, sent.body['rejected'], JSON.stringify(sent.body['items']).includes('"severity":"reject"')]).toEqual([200, 0, false]);
    const refs = async (): Promise<string[]> => ((await call('GET', '/v1/alerts')).body['alerts'] as { ref: string }[]).map(({ ref }) => ref).sort();
    await expect.poll(refs, { timeout: 20_000 }).toEqual(Object.keys(guests).sort());
    const shown = async (): Promise<string[]> => (await host.folder.warehouse.query<{ ref: string }>("SELECT ref FROM da06.alerts WHERE facility_id = 'ks-thu' ORDER BY ref")).map(({ ref }) => ref);
    await expect.poll(shown, { timeout: 20_000 }).toEqual(Object.keys(guests).sort());
    const alert = ((await call('GET', '/v1/alerts')).body['alerts'] as { ref: string; alert: string }[]).find(({ ref }) => ref === 'card')?.alert ?? '';
    expect((await call('POST', `/v1/alerts/${alert}/identity`, { reason: 'verify' })).body).toMatchObject({ identity: 'shown', guest: { fullName: 'Trần Thị Mẫu', document: { number: '070190000101' } } });
  }, 60_000);

  it('counts alerts out of its tables, for everybody', async () => {
    const { status, body } = await call('GET', '/v1/alerts/counts');
    expect([status, body['counts']]).toEqual([200, [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, unit: 'W25357@2025', rule: 'watch-list', alerts: 6, simulated: false }]]);
  });
});

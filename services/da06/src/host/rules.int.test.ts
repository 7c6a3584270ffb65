import { createLogger } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
const config = readConfig({ DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0', DA06_SIGNALS_SWEEP_SECONDS: '1', DA06_DEMO: '0' }, '/');
let host: Host;
let url = '';
const open = async (): Promise<void> => {
  host = await createHost(config, { logger: createLogger({ name: 'test', level: 'error' }) });
  ({ url } = await host.start());
};
const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
  const admin = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, unknown>;
};

beforeAll(async () => {
  await open();
  for (const id of ['ks-mot', 'ks-hai']) await call('POST', '/v1/facilities', { id, kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', rooms: 24, beds: 48, validFrom: '2026-01-01' });
}, 60_000);
afterAll(() => host.stop());

const local = (daysAgo: number, time: string): string => `${new Date(Date.now() + 7 * 3_600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10)}T${time}:00+07:00`;
const stay = (ref: string, number: number, daysAgo: number, more: object = {}) => ({
  ref, guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: `0701900${String(10_000 + number)}` }, residence: { status: 'permanent', address: 'Số 1' } },
  arrival: local(daysAgo, '14:00'), room: `1${ref}`, reason: 'tourism', ...more,
});
const send = async (facility: string, ...stays: readonly object[]): Promise<void> => expect(await call('POST', `/v1/facilities/${facility}/stays`, stays)).toMatchObject({ rejected: 0 });
const alerts = async (): Promise<string[]> => ((await call('GET', '/v1/alerts'))['alerts'] as { rule: string; facility: string; ref: string }[]).map(({ rule, facility, ref }) => `${rule} ${facility} ${ref}`).sort();
/** The sweep has looked at everything that was sent. */
const swept = async (): Promise<void> => {
  await call('PUT', '/v1/facilities/ks-mot/days/2026-10-01', { guests: 0 });
  await expect.poll(() => host.folder.projector.lag(), { timeout: 20_000 }).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
};

describe('a host', () => {
  it('raises what its rules find in its tables, and nothing of it again after late data and a restart', { timeout: 120_000 }, async () => {
    await send('ks-mot', stay('long', 1, 31), stay('both', 2, 2, { expectedDeparture: local(0, '11:00') }), ...[1, 2, 3, 4, 5, 6, 7].map((n) => stay(`full-${n}`, 10 + n, 1, { room: '9' })));
    await send('ks-hai', stay('other', 2, 1, { departure: local(0, '11:00') }));
    const found = ['double-stay ks-hai other', 'over-30-days ks-mot long', 'room-density ks-mot '];
    await expect.poll(alerts, { timeout: 30_000 }).toEqual(found);
    await expect.poll(() => host.folder.warehouse.query('SELECT rule, unit_uid, simulated, length(evidence) AS events FROM da06.alerts ORDER BY rule'), { timeout: 20_000 }).toEqual([
      { rule: 'double-stay', unit_uid: 'W25357@2025', simulated: 0, events: 2 }, { rule: 'over-30-days', unit_uid: 'W25357@2025', simulated: 0, events: 1 }, { rule: 'room-density', unit_uid: 'W25357@2025', simulated: 0, events: 7 },
    ]);
    // Another in the crowded room, more of the same two places, and the long visit went on.
    await send('ks-mot', stay('full-8', 18, 1, { room: '9' }), stay('long', 1, 31, { departure: local(0, '08:00'), revision: 1 }), stay('both', 2, 3, { expectedDeparture: local(-2, '11:00'), revision: 1 }));
    await swept();
    expect(await alerts()).toEqual(found);
    await host.stop();
    await open();
    await swept();
    expect(await alerts()).toEqual(found);
    expect((await call('GET', '/v1/alert-rules'))['rules']).toMatchObject([{ rule: 'watch-list', hits: 0 }, { rule: 'double-stay', runs: true, hits: 1 }, ...Array.from({ length: 6 }, () => ({ runs: true }))]);
  });
});

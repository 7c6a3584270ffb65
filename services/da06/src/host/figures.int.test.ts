import { createLogger } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
let host: Host;
let url = '';
let key = '';

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url + path, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
const stay = (ref: string, number: string, arrival: string, departure: string): unknown => ({
  ref, guest: { fullName: 'Nguyễn Mẫu Thử', birthDate: '1990-05-15', sex: 'M', nationality: 'VNM', document: { kind: 'cccd', number } }, arrival, departure, room: '101', reason: 'tourism',
});

const projected = (): Promise<unknown> => vi.waitFor(async () => expect(await host.folder.projector.lag()).toBe(0), { timeout: 60_000 });

beforeAll(async () => {
  host = await createHost(readConfig({ DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0', DA06_DEMO: '0' }, '/'), { logger: createLogger({ name: 'test', level: 'error' }) });
  ({ url } = await host.start());
  key = readFileSync(join(data, 'admin.key'), 'utf8').trim();
  for (const name of ['mot', 'hai', 'ba']) await call('POST', '/v1/facilities', { id: `ks-${name}`, kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', rooms: 10, beds: 20, validFrom: '2026-01-01' });
  await call('PUT', '/v1/facilities/ks-mot/stays/A-1', stay('A-1', '070190000123', '2026-10-30T14:00:00+07:00', '2026-11-02T10:00:00+07:00'));
  await projected();
});
afterAll(() => host.stop());

const nights = '/v1/indicators/values?code=dl.nights&from=2026-10&to=2026-11';

describe('GET /v1/indicators/values', () => {
  it('gives the months of a figure with its definition', async () => {
    const answer = await call('GET', nights);
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as { values: { period: string; value: number }[] };
    expect(body).toMatchObject({ code: 'dl.nights', vi: 'Ngày khách phục vụ', unit: 'ngày khách', nature: 'register', place: '', from: '2026-10', to: '2026-11' });
    // Nights of 30 and 31 October, and of 1 November.
    expect(body.values.map(({ period, value }) => [period, value])).toEqual([['2026-10', 2], ['2026-11', 1]]);
    expect(answer.headers.get('da06-as-of')).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
  });

  it('gives a table to whoever asks for one', async () => {
    const answer = await call('GET', `${nights}&unit=W25357@2025`, undefined, { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await answer.text()).split('\n')[1]).toBe('dl.nights,W25357@2025,2026-10,2,false,true,true');
  });

  it('answers 304 while nothing has changed, and anew when something has', async () => {
    const tag = (await call('GET', nights)).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await call('GET', nights, undefined, { 'if-none-match': tag })).status).toBe(304);
    await call('PUT', '/v1/facilities/ks-hai/stays/B-1', stay('B-1', '070190000124', '2026-11-05T14:00:00+07:00', '2026-11-06T10:00:00+07:00'));
    await projected();
    expect((await call('GET', nights, undefined, { 'if-none-match': tag })).status).toBe(200);
  });

  it.each([
    ['code=xx.nothing', 404, 'indicator.not-defined'], ['code=dl.nights&unit=W99999', 422, 'unit.unknown'], ['code=dl.nights&from=2026-13', 400, 'period.format'], ['code=dl.nights&from=2026-10&to=2026-09', 400, 'request.invalid'],
    ['code=dl.nights&from=2020-01&to=2026-09', 400, 'request.invalid'],
  ])('refuses %s with %d %s', async (query, status, code) => {
    const answer = await call('GET', `/v1/indicators/values?${query}`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });
});

import { createLogger } from '@da06/service-kit';
import { tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCli } from '../cli/program.ts';
import { readConfig } from '../config.ts';
import { countFacilities } from '../parts/count-facilities.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
const config = readConfig({ DA06_DATA: data, PORT: '0', DA06_CLICKHOUSE_PORT: '0' }, '/');
const logger = createLogger({ name: 'test', level: 'error' });
let host: Host;
let url = '';
let admin = '';
const call = (method: string, path: string, { key = admin, body, headers = {} }: { key?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(url + path, { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });

beforeAll(async () => {
  host = await createHost(config, { logger });
  ({ url } = await host.start());
  admin = readFileSync(join(data, 'admin.key'), 'utf8').trim();
});
afterAll(() => host.stop());

describe('a host', () => {
  it('loads the plan by its command, and says what it holds; the second time nothing is new', async () => {
    const load = async (): Promise<{ code: unknown; out: string; err: string }> => {
      const written = { out: '', err: '' };
      const code = await runCli(['plan', 'load'], { config, logger, out: { write: (text) => (written.out += text.toString()) }, err: { write: (text) => (written.err += text) } });
      return { code, ...written };
    };
    const first = await load();
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('43 mô hình') as string });
    expect(JSON.parse(first.out)).toMatchObject({ models: 43, steps: 128, deadlines: 39, bornOverdue: 14, groups: { I: 24, II: 4, III: 13 }, continuous: 26 });
    expect(JSON.parse((await load()).out)).toMatchObject({ models: 43, changed: 0 });
  });

  it('lets in the officers whose keys it issues, from the next request on, and nobody whose key is revoked', async () => {
    const issued = (await (await call('POST', '/v1/keys', { body: { name: 'cán bộ', role: 'officer', agency: 'PC06' } })).json()) as { id: string; key: string };
    const read = await call('GET', '/v1/models/9', { key: issued.key });
    expect([read.status, read.headers.get('etag'), read.headers.get('cache-control')]).toEqual([200, '"1"', 'no-store']);
    const start = (ifMatch: string) => call('POST', '/v1/models/9/steps/1/start', { key: issued.key, body: {}, headers: { 'if-match': ifMatch } });
    expect((await start('"1"')).status).toBe(200);
    expect((await start('"1"')).status).toBe(412);
    await call('DELETE', `/v1/keys/${issued.id}`);
    expect((await start('"2"')).status).toBe(401);
  });

  it('describes the programme’s routes beside its own', async () => {
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, Record<string, { 'x-roles'?: string[] }>> };
    expect(paths['/v1/models/{no}/steps/{step}/complete']?.['post']?.['x-roles']).toEqual(['officer', 'standing', 'admin']);
    expect(await (await fetch(`${url}/docs`)).text()).toContain('/v1/consolidated-report');
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('programme_owner 1');
  });

  it('counts facilities and those that were heard of from its tables', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const facility = (id: string) => call('POST', '/v1/facilities', { body: { id, kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', validFrom: today } });
    await facility('ks-thu-01');
    await facility('ks-thu-02');
    expect((await call('POST', `/v1/facilities/ks-thu-01/days/${today}/nothing-to-report`)).status).toBe(201);
    const period = today.slice(0, 7);
    await vi.waitFor(async () => expect(await countFacilities(host.folder.warehouse)({ from: period, to: period })).toMatchObject([{ code: 'm09.facilities', period, value: 2, simulated: false }, { code: 'm09.reporting', value: 1 }]), { timeout: 60_000, interval: 100 });
  });
});

it('a folder without a host gets one for the time the plan is loaded', async () => {
  await host.stop();
  const written = { out: '', err: '' };
  const code = await runCli(['plan', 'load'], { config: { ...config, data: join(tempFolder(afterAll), 'data') }, logger, out: { write: (text) => (written.out += text.toString()) }, err: { write: (text) => (written.err += text) } });
  expect([code, (JSON.parse(written.out) as { models: number }).models]).toEqual([0, 43]);
});

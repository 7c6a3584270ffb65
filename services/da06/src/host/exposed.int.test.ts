import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { createLogger } from '@da06/service-kit';
import { freePort, tempFolder } from '@da06/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
const lines: string[] = [];
let host: Host;
let url = '';
let clickhouseUrl = '';
let admin = '';

beforeAll(async () => {
  const config = readConfig({ DA06_DATA: data, DA06_HOST: '0.0.0.0', PORT: '0', DA06_CLICKHOUSE_PORT: String(await freePort()) }, '/');
  host = await createHost(config, { logger: createLogger({ name: 'test', level: 'warn', destination: { write: (line) => void lines.push(line) } }) });
  const addresses = await host.start();
  url = addresses.url;
  clickhouseUrl = addresses.clickhouseUrl ?? '';
  admin = readFileSync(addresses.adminKeyPath, 'utf8').trim();
});
afterAll(() => host.stop());

const call = (path: string, body: unknown): Promise<Response> => fetch(url + path, { method: 'POST', headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
const query = (password: string): Promise<Response> => fetch(`${clickhouseUrl}/?query=SELECT%201`, { headers: { 'x-clickhouse-user': 'default', 'x-clickhouse-key': password } });

describe('a host that others can reach', () => {
  it('warns in both languages, and names the page that tells what to do', () => {
    expect(lines.filter((line) => line.includes('DA06_HOST=0.0.0.0'))).toEqual([expect.stringMatching(/đọc được.*keys and names travel in clear.*infra\/README\.md, TLS/)]);
  });

  it.each([['standing', 200], ['analyst', 200], ['wall', 200], ['admin', 200], ['feed', 403], ['officer', 403], ['commune', 403]])('asks for a key on the ClickHouse address: %s gets %i', async (role, status) => {
    await call('/v1/facilities', { id: 'ks-thu-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', validFrom: '2026-01-01' });
    const { key } = (await (await call('/v1/keys', { name: role, role, facilities: role === 'feed' ? ['ks-thu-01'] : [] })).json()) as { key: string };
    expect((await query(key)).status).toBe(status);
  });

  it('serves ClickHouse’s own client with a key, and refuses it without', async () => {
    const client = (password: string) => createClient({ url: clickhouseUrl, database: 'da06', username: 'default', password, log: { level: ClickHouseLogLevel.OFF } });
    const [known, unknown] = [client(admin), client('')];
    expect(await (await known.query({ query: 'SELECT count() AS n FROM stays', format: 'JSONEachRow' })).json()).toHaveLength(1);
    await expect(unknown.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: '194', type: 'REQUIRED_PASSWORD' });
    await Promise.all([known.close(), unknown.close()]);
  });

  it('tells who tries key after key to wait, on both addresses, and still lets a known key in', async () => {
    const statuses = async (attempt: () => Promise<Response>): Promise<number[]> => {
      const seen = new Set<number>();
      for (let n = 0; n < 70; n += 1) seen.add((await attempt()).status);
      return [...seen];
    };
    expect(await statuses(() => query('wrong'))).toEqual([401, 429]);
    expect(await statuses(() => fetch(`${url}/v1/facilities`, { headers: { authorization: 'Bearer da06_wrong' } }))).toEqual([401, 429]);
    const refused = await fetch(`${url}/v1/facilities`);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0, ((await refused.json()) as { code: string }).code]).toEqual([429, true, 'request.rate-limited']);
    expect([(await query(admin)).status, (await fetch(`${url}/v1/facilities`, { headers: { authorization: `Bearer ${admin}` } })).status]).toEqual([200, 200]);
  });
});

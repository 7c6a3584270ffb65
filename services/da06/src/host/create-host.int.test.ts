import { createClient } from '@clickhouse/client';
import { createLogger } from '@da06/service-kit';
import { freePort, tempFolder } from '@da06/testkit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { createHost } from './create-host.ts';
import type { Host } from './create-host.ts';

const data = join(tempFolder(afterAll), 'data');
const config = { ...readConfig({ DA06_DATA: data, PORT: '0' }, '/'), clickhousePort: 0 };
const logger = createLogger({ name: 'test', level: 'error' });
let host: Host;
let url = '';
let clickhouseUrl = '';
beforeAll(async () => {
  const port = await freePort();
  host = await createHost({ ...config, clickhousePort: port }, { logger });
  const addresses = await host.start();
  url = addresses.url;
  clickhouseUrl = addresses.clickhouseUrl ?? '';
});
afterAll(() => host.stop());

describe('a host in this process', () => {
  it('tells others where it is as long as it serves', () => {
    expect(JSON.parse(readFileSync(join(data, 'host.json'), 'utf8'))).toEqual({ pid: process.pid, url, clickhouseUrl });
  });

  it('is ready, tells its units and definitions, has a first page, metrics, and answers problems with a code', async () => {
    // The units and definitions of the first start are on their way to the tables.
    await expect.poll(async () => (await fetch(`${url}/readyz`)).json(), { timeout: 60_000 }).toEqual({ status: 'ready', demonstration: 'off', lag: 0 });
    const [published] = await host.folder.warehouse.query(
      "SELECT toUInt32((SELECT count() FROM da06.units)) AS units, toUInt32((SELECT count() FROM da06.unit_areas WHERE area = 'D694@2009' AND NOT exact)) AS estimated, (SELECT groupArray(vi) FROM da06.unit_breaks) AS breaks, toUInt32(count()) AS definitions FROM da06.indicator_definitions");
    expect(published).toEqual({ units: 25, estimated: 2, breaks: ['Xã Tân Khai'], definitions: 157 });
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_resident_memory_bytes');
    const unknown = await fetch(`${url}/v1/nothing-here`);
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'request.not-found']);
  });

  it('puts the security headers on every answer of both addresses, and a page may load nothing but its own parts', async () => {
    const answers = ['/', '/docs', '/openapi.json', '/v1/errors', '/metrics', '/readyz', '/nothing-here', '/v1/facilities', '/v1/sql'].map((path) => url + path);
    for (const address of [...answers, `${clickhouseUrl}/ping`, `${clickhouseUrl}/?query=SELECT%20(`, `${clickhouseUrl}/nothing-here`]) {
      const { headers } = await fetch(address);
      expect([address, headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy'), headers.get('cross-origin-resource-policy'), headers.get('server')]).toEqual([address, 'nosniff', 'DENY', 'no-referrer', 'same-origin', null]);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; (?:style-src 'sha256-[\w+/=]+'; |(?:\w+-src 'self'(?: data: blob:)?; )+)?base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
    }
    expect((await fetch(`${url}/v1/facilities`)).headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${url}/.well-known/jwks.json`)).headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('answers ClickHouse’s own client, with parameters, and curl-like requests', async () => {
    const client = createClient({ url: clickhouseUrl, database: 'da06' });
    try {
      expect((await client.ping()).success).toBe(true);
      const result = await client.query({ query: 'SELECT {n:UInt32} + 1 AS n, count() AS stays FROM stays', query_params: { n: 41 }, format: 'JSONEachRow' });
      expect(await result.json()).toEqual([{ n: 42, stays: '0' }].map((row) => expect.objectContaining({ n: row.n }) as unknown));
      await expect(client.query({ query: "SELECT * FROM file('/etc/hostname', 'LineAsString')" })).rejects.toThrow();
    } finally {
      await client.close();
    }
    expect(await (await fetch(`${clickhouseUrl}/?query=SELECT%201`)).text()).toBe('1\n');
    expect(await (await fetch(`${clickhouseUrl}/ping`)).text()).toBe('Ok.\n');
    const wrong = await fetch(`${clickhouseUrl}/?query=SELECT%20(`);
    expect([wrong.status, wrong.headers.get('x-clickhouse-exception-code')]).toEqual([400, '62']);
  });

  it('lets the folder go when it is stopped', async () => {
    await host.stop();
    expect(existsSync(join(data, 'host.json'))).toBe(false);
    expect(existsSync(join(data, 'lock'))).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  });
});

import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { removeFolder, tempFolder } from '@da06/testkit';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import type { Warehouse } from '../warehouse.ts';
import { createClickHouseHttp } from './clickhouse-http.ts';

const folder = tempFolder();
let warehouse: Warehouse;
let server: Server;
let url = '';

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: join(folder, 'engine'), readers: 2 });
  await warehouse.migrate();
  const handle = createClickHouseHttp({ warehouse, newId: () => 'id-1' });
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const body = chunks.length === 0 || incoming.method === 'GET' ? {} : { body: new Uint8Array(Buffer.concat(chunks)) };
      void handle(new Request(`http://127.0.0.1${incoming.url ?? '/'}`, { method: incoming.method ?? 'GET', headers, ...body })).then(async (answer) => {
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
        outgoing.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await warehouse.close();
  removeFolder(folder);
});

const ask = async (search: Record<string, string>, init?: RequestInit) => {
  const answer = await fetch(`${url}/?${new URLSearchParams(search).toString()}`, init);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('the ClickHouse HTTP interface', () => {
  it('answers a ping and an empty request', async () => {
    expect(await (await fetch(`${url}/ping`)).text()).toBe('Ok.\n');
    expect(await (await fetch(`${url}/`)).text()).toBe('Ok.\n');
    expect((await fetch(`${url}/other`)).status).toBe(404);
    expect((await fetch(url, { method: 'PUT', body: 'SELECT 1' })).status).toBe(405);
  });

  it('takes the query from the address, from the body, or half from each', async () => {
    expect((await ask({ query: 'SELECT 1, 2' })).text).toBe('1\t2\n');
    expect((await ask({}, { method: 'POST', body: 'SELECT 3' })).text).toBe('3\n');
    expect((await ask({ query: 'SELECT' }, { method: 'POST', body: '4' })).text).toBe('4\n');
    expect((await ask({}, { method: 'POST', body: gzipSync('SELECT 5'), headers: { 'content-encoding': 'gzip' } })).text).toBe('5\n');
  });

  it('answers in the format of the query, of the address or of the header', async () => {
    const json = await ask({ query: 'SELECT 1 AS a FORMAT JSONEachRow', default_format: 'CSV' });
    expect(json.text).toBe('{"a":1}\n');
    expect(json.headers.get('x-clickhouse-format')).toBe('JSONEachRow');
    expect(json.headers.get('content-type')).toBe('application/x-ndjson; charset=UTF-8');
    expect((await ask({ query: "SELECT 'a', 1", default_format: 'CSV' })).text).toBe('"a",1\n');
    expect((await ask({ query: 'SELECT 1 AS a' }, { headers: { 'x-clickhouse-format': 'TSVWithNames' } })).text).toBe('a\n1\n');
  });

  it('binds parameters as values', async () => {
    const answer = await ask({ query: 'SELECT {s:String} AS s, {n:UInt8} AS n, {d:Date} AS d, {l:Array(UInt8)} AS l FORMAT JSONEachRow', param_s: "a\\tb\\\\c'; DROP", param_n: '7', param_d: '2026-11-20', param_l: '[1,2]' });
    expect(JSON.parse(answer.text)).toEqual({ s: "a\tb\\c'; DROP", n: 7, d: '2026-11-20', l: [1, 2] });
  });

  it.each([
    ['SELECT', 400, 62],
    ['SELECT nothing_here', 404, 47],
    ['SELECT * FROM nothing_here', 404, 60],
    ["SELECT * FROM file('/etc/hostname')", 403, 497],
    ['SELECT 1; SELECT 2', 400, 62],
    ['SELECT 1 FORMAT Nonsense', 404, 73],
    ['SELECT {x:String}', 400, 456],
    ["SELECT toInt8('x')", 400, 6],
    ['SELECT 1 SETTINGS max_threads = 1', 403, 497],
  ])('answers %s with %i and the number %i', async (query, status, number) => {
    const answer = await ask({ query });
    expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([status, String(number)]);
    expect(answer.text).toMatch(new RegExp(`^Code: ${String(number)}\\. DB::Exception: (?!Code)`));
  });

  it('refuses another database and a setting that would change the answer, and lets harmless ones pass', async () => {
    expect((await ask({ query: 'SELECT 1', database: 'other' })).status).toBe(404);
    expect((await ask({ query: 'SELECT 1', max_execution_time: '0' })).headers.get('x-clickhouse-exception-code')).toBe('164');
    expect((await ask({ query: 'SELECT count() FROM stays', database: 'default', wait_end_of_query: '1', session_id: 's' })).text).toBe('0\n');
  });

  it('packs a large answer when the client takes gzip, and refuses a body over 1 MiB', async () => {
    const answer = await ask({ query: 'SELECT number FROM numbers(1000)' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.text.split('\n')).toHaveLength(1001);
    expect((await ask({}, { method: 'POST', body: `SELECT '${'x'.repeat(1_100_000)}'` })).status).toBe(413);
  });

  it('answers an error that is not the query’s without its text, and tells of it', async () => {
    const told: unknown[] = [];
    const broken = createClickHouseHttp({ warehouse: { personQuery: () => Promise.reject(new Error('inner')) }, onError: (error) => told.push(error) });
    const answer = await broken(new Request('http://127.0.0.1/?query=SELECT+1'));
    expect([answer.status, await answer.text(), told.length]).toEqual([500, 'Code: 1001. DB::Exception: The query could not be answered. (STD_EXCEPTION)\n', 1]);
  });

  it('serves @clickhouse/client', async () => {
    const client = createClient({ url, database: 'da06', compression: { response: true }, log: { level: ClickHouseLogLevel.OFF } });
    expect(await client.ping()).toEqual({ success: true });
    const values = { s: "tab\tquote'back\\slash\nline", n: 3, l: ['a', "b'"], t: true };
    const rows = await client.query({ query: 'SELECT {s:String} AS s, {n:UInt32} AS n, {l:Array(String)} AS l, {t:Bool} AS t', query_params: values, format: 'JSONEachRow' });
    expect(await rows.json()).toEqual([values]);
    const big = await client.query({ query: 'SELECT number FROM numbers(10000)', format: 'JSONCompactEachRow' });
    expect(await big.json()).toHaveLength(10_000);
    const whole = await client.query({ query: 'SELECT count() AS c FROM stays', format: 'JSON' });
    expect((await whole.json<{ c: string }>()).data).toHaveLength(1);
    await expect(client.query({ query: 'SELECT nothing_here' })).rejects.toMatchObject({ code: '47', type: 'UNKNOWN_IDENTIFIER' });
    await expect(client.insert({ table: 'work_touched_v1', values: [{ facility: 'a', ref: 'b', person: '' }], format: 'JSONEachRow' })).rejects.toMatchObject({ code: '497' });
    await expect(client.command({ query: 'DROP TABLE stays' })).rejects.toMatchObject({ code: '497' });
    await client.close();
  });
});

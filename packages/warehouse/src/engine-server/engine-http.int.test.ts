import { removeFolder, tempFolder } from '@da06/testkit';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngineHttp, type EngineHttp } from './engine-http.ts';

const path = tempFolder();
let engine: EngineHttp;
beforeAll(async () => {
  engine = createEngineHttp({ path, writer: { username: 'default', password: 'a:b' }, reader: { username: 'reader', password: 'r' } });
  await ask({}, 'CREATE DATABASE things');
  await ask({ database: 'things' }, 'CREATE TABLE things (name String, size UInt8) ENGINE = MergeTree ORDER BY name');
});
afterAll(async () => {
  await engine.close();
  removeFolder(path);
});

const login = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
const ask = async (search: Record<string, string>, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = login('default', 'a:b')) => {
  const answer = await engine.fetch(new Request(`http://127.0.0.1/?${new URLSearchParams(search).toString()}`, { method: 'POST', body, headers }));
  return { status: answer.status, code: answer.headers.get('x-clickhouse-exception-code'), text: await answer.text() };
};

describe('the embedded engine behind a server’s interface', () => {
  it('asks for a password, by any of the ways that clients know', async () => {
    for (const headers of [login('default', 'a:b'), { 'x-clickhouse-user': 'default', 'x-clickhouse-key': 'a:b' }]) expect(await ask({}, 'SELECT 1', headers)).toMatchObject({ status: 200, text: '1\n' });
    expect(await ask({ user: 'default', password: 'a:b' }, 'SELECT 1', {})).toMatchObject({ status: 200 });
    for (const headers of [{}, login('default', ''), login('other', 'a:b'), login('reader', 'a:b')]) expect(await ask({}, 'SELECT 1', headers)).toMatchObject({ status: 403, code: '516' });
    expect((await engine.fetch(new Request('http://127.0.0.1/ping'))).status).toBe(200);
  });

  it('takes rows from the body, packed or not, and says what is wrong with them', async () => {
    const query = 'INSERT INTO things (name, size) FORMAT JSONEachRow';
    await ask({ database: 'things', query, async_insert: '0' }, '{"name":"a","size":1}\n{"name":"b","size":2}');
    await ask({ database: 'things', query: `INSERT INTO things SETTINGS input_format_skip_unknown_fields = 1 FORMAT JSONEachRow` }, gzipSync('{"name":"c","size":3,"more":1}'), { ...login('default', 'a:b'), 'content-encoding': 'gzip' });
    expect((await ask({ database: 'things' }, 'SELECT name, size FROM things ORDER BY name')).text).toBe('a\t1\nb\t2\nc\t3\n');
    expect(await ask({ database: 'things', query }, '{"name":"d","size":"x"}')).toMatchObject({ status: 400, code: '27' });
  });

  it('keeps a setting for the statement it came with', async () => {
    const ours = "SELECT getSetting('max_threads')";
    const before = (await ask({}, ours)).text;
    expect((await ask({ max_threads: '3' }, ours)).text).toBe('3\n');
    for (let seat = 0; seat < 8; seat += 1) expect((await ask({}, ours)).text).toBe(before);
    expect(await ask({ 'max_threads = 1, readonly': '0' }, ours)).toMatchObject({ code: '115' });
  });

  it('makes one statement read-only, and the next one not', async () => {
    expect(await ask({ readonly: '1', max_threads: '2', database: 'things' }, 'TRUNCATE TABLE things')).toMatchObject({ code: '164' });
    expect(await ask({ database: 'things' }, 'CREATE TABLE others (a UInt8) ENGINE = Memory')).toMatchObject({ status: 200 });
  });

  it('keeps temporary tables for their session, which does one thing at a time', async () => {
    await ask({ session_id: 's' }, 'CREATE TEMPORARY TABLE mine (a UInt8)');
    await ask({ session_id: 's', query: 'INSERT INTO mine FORMAT JSONEachRow' }, '{"a":1}');
    expect((await ask({ session_id: 's' }, 'SELECT a FROM mine')).text).toBe('1\n');
    expect(await ask({ session_id: 't' }, 'SELECT a FROM mine')).toMatchObject({ status: 404, code: '60' });
    const [first, second] = await Promise.all([ask({ session_id: 's' }, 'SELECT sleep(0.3)'), ask({ session_id: 's' }, 'SELECT 1')]);
    expect([first.status, second.code]).toEqual([200, '373']);
    expect((await ask({ session_id: 's' }, 'SELECT a FROM mine')).text).toBe('1\n');
  });

  it('lets the reader read within its limits, and nothing else', async () => {
    const reader = login('reader', 'r');
    expect((await ask({ database: 'things' }, "SELECT getSetting('readonly')", reader)).text).toBe('1\n');
    expect(await ask({ max_result_rows: '0' }, 'SELECT 1', reader)).toMatchObject({ code: '164' });
    expect(await ask({ database: 'things' }, 'DROP TABLE things', reader)).toMatchObject({ code: '164' });
    expect(await ask({}, "SELECT * FROM file('/etc/hostname')", reader)).toMatchObject({ code: '164' });
  });

  it('packs an answer for a client that takes it', async () => {
    const request = new Request('http://127.0.0.1/?enable_http_compression=1', { method: 'POST', body: 'SELECT number FROM numbers(1000)', headers: { ...login('default', 'a:b'), 'accept-encoding': 'gzip' } });
    const answer = await engine.fetch(request);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await answer.arrayBuffer()).toString().split('\n')).toHaveLength(1_001);
  });
});

import { describe, expect, it } from 'vitest';
import { createClickHouseHttp } from './clickhouse-http.ts';

const rows = Buffer.from('1\n');
const door = createClickHouseHttp({
  warehouse: { personQuery: () => Promise.resolve({ bytes: rows, format: 'TabSeparated' }) },
  admit: (key) => (key === 'reader' ? 'admitted' : key === 'feed' ? 'forbidden' : 'unknown'),
});
const basic = (login: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });
const ask = async (search: string, headers: Record<string, string> = {}): Promise<[number, string | null, string]> => {
  const answer = await door(new Request(`http://a/${search}`, { headers }));
  return [answer.status, answer.headers.get('x-clickhouse-exception-code'), await answer.text()];
};

describe('a ClickHouse address that asks for a key', () => {
  it.each([
    ['HTTP Basic', '', basic('anyone:reader')],
    ['HTTP Basic without a user', '', basic(':reader')],
    ['a bearer’s', '', { authorization: 'Bearer reader' }],
    ['ClickHouse’s own header', '', { 'x-clickhouse-user': 'default', 'x-clickhouse-key': 'reader' }],
    ['the address', '&user=default&password=reader', {}],
  ])('takes it as the password, by %s', async (_way, search, headers) => {
    expect(await ask(`?query=SELECT+1${search}`, headers)).toEqual([200, null, '1\n']);
  });

  it.each([
    ['none', '', {}],
    ['an empty one', '&password=', {}],
    ['an unknown one', '', basic('default:wrong')],
    ['one without a user before it', '', { authorization: `Basic ${Buffer.from('nothing').toString('base64')}` }],
    ['a broken header', '', { authorization: 'Basic' }],
    ['an unknown one that another place would mend', '&password=reader', { 'x-clickhouse-key': 'wrong' }],
  ])('answers %s as the server does, 401, and tells how', async (_way, search, headers) => {
    expect(await ask(`?query=SELECT+1${search}`, headers)).toEqual([401, '194', expect.stringMatching(/^Code: 194\. DB::Exception: .*\(REQUIRED_PASSWORD\)\n$/)]);
    expect((await door(new Request('http://a/?query=SELECT+1'))).headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it('refuses a role that may not query, and does not say what the key is', async () => {
    expect(await ask('?query=SELECT+1', basic('default:feed'))).toEqual([403, '497', 'Code: 497. DB::Exception: The role of this key may not query. (ACCESS_DENIED)\n']);
  });

  it('says without a key that it is there, and no more', async () => {
    expect(await ask('ping')).toEqual([200, null, 'Ok.\n']);
    expect(await ask('')).toEqual([200, null, 'Ok.\n']);
    expect((await door(new Request('http://a/', { method: 'POST', body: 'SELECT 1' }))).status).toBe(401);
    expect((await ask('?default_format=CSV'))[0]).toBe(401);
  });
});

import { describe, expect, it } from 'vitest';
import { failuresAMinute, limitFailedKeys } from './failed-keys.ts';
import { createSenderOf, isLoopback, isNetwork } from './sender.ts';

const setUp = (proxies: readonly string[] = []) => {
  let at = 0;
  const handler = limitFailedKeys((request) => new Response(null, { status: request.headers.get('authorization') === 'Bearer known' ? 200 : 401 }), {
    senderOf: createSenderOf(proxies), refuse: (seconds) => new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } }), now: () => at,
  });
  const ask = async (address: string, key = 'unknown', forwarded?: string): Promise<number> =>
    (await handler(new Request('http://a/', { headers: { authorization: `Bearer ${key}`, ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) } }), { address })).status;
  const fail = async (times: number, address: string, forwarded?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1) statuses.push(await ask(address, 'unknown', forwarded));
    return statuses;
  };
  return { ask, fail, wait: (ms: number) => (at += ms), handler };
};

describe('a sender of unknown keys', () => {
  it('is told to wait after so many in a minute, and starts anew in the next', async () => {
    const { fail, wait, handler } = setUp();
    expect(new Set(await fail(failuresAMinute, '10.0.0.1'))).toEqual(new Set([401]));
    wait(20_000);
    const refused = await handler(new Request('http://a/'), { address: '10.0.0.1' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    wait(40_000);
    expect(await fail(1, '10.0.0.1')).toEqual([401]);
  });

  it('does not keep a known key of the same address from being let in, nor another address', async () => {
    const { ask, fail } = setUp();
    await fail(failuresAMinute + 1, '10.0.0.1');
    expect([await ask('10.0.0.1'), await ask('10.0.0.1', 'known'), await ask('10.0.0.2')]).toEqual([429, 200, 401]);
  });

  it('behind a proxy is the one that the proxy names; what senders claim themselves counts for nothing', async () => {
    const { ask, fail } = setUp(['172.16.0.0/12', 'fd00::1']);
    for (const proxy of ['127.0.0.1', '::ffff:127.0.0.1', '172.18.0.5', '::ffff:172.18.0.5', 'fd00::1']) {
      await fail(failuresAMinute + 1, proxy, `1.2.3.4, 203.0.113.${String(proxy.length)}`);
      expect([proxy, await ask(proxy, 'unknown', `203.0.113.${String(proxy.length)}`), await ask(proxy, 'unknown', '198.51.100.7')]).toEqual([proxy, 429, 401]);
    }
    await fail(failuresAMinute + 1, '192.0.2.9', '198.51.100.1');
    expect(await ask('192.0.2.9', 'unknown', '198.51.100.2')).toBe(429);
  });
});

it.each([
  ['127.0.0.1', true], ['127.8.0.1', true], ['::1', true], ['localhost', true], ['::ffff:127.0.0.1', true],
  ['0.0.0.0', false], ['::', false], ['10.0.0.1', false], ['128.0.0.1', false], ['da06.example', false],
])('%s is an address of this machine alone: %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});

it.each([
  ['10.0.0.1', true], ['10.0.0.0/8', true], ['fd00::/64', true], ['10.0.0.0/33', false], ['10.0.0', false], ['proxy', false], ['', false], ['10.0.0.0/', false],
])('%j names a network: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected);
});

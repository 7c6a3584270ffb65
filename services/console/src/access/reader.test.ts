import { describe, expect, it } from 'vitest';
import { roleOfKey } from '../testing/started.ts';
import { createReaderOf } from './reader.ts';

const roleSeen = (onLoopback: boolean, headers: Readonly<Record<string, string>>): string => {
  try {
    const { role, local } = createReaderOf({ roleOfKey, onLoopback })(new Request('http://127.0.0.1:8080/console/boards', { headers }));
    return local ? `${role} (local)` : role;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const here = { host: '127.0.0.1:8080' };

describe('who asks', () => {
  it.each<Record<string, string>>([
    here, { host: 'localhost:8080' }, { host: 'localhost' }, { host: '[::1]:8080' }, { host: '127.9.9.9' },
    { ...here, 'sec-fetch-site': 'same-origin' }, { ...here, 'sec-fetch-site': 'none' }, { ...here, origin: 'http://127.0.0.1:8080' },
  ])('is somebody at the machine itself, without a key: %o', (headers) => expect(roleSeen(true, headers)).toBe('local (local)'));

  it.each<Record<string, string>>([
    { host: 'da06.example' }, { host: '127.0.0.1.example.org' }, { host: 'localhost.example.org:8080' }, { host: '10.0.0.5:8080' }, { host: '' }, { host: '[::1].example' }, {},
    { ...here, 'x-forwarded-for': '10.0.0.9' }, { ...here, forwarded: 'for=10.0.0.9' }, { ...here, 'x-real-ip': '10.0.0.9' }, { ...here, 'x-forwarded-host': 'da06.example' },
    { ...here, 'sec-fetch-site': 'cross-site' }, { ...here, 'sec-fetch-site': 'same-site' }, { ...here, origin: 'http://evil.example' }, { ...here, origin: 'http://127.0.0.1:3000' }, { ...here, origin: 'null' },
  ])('is nobody that is known, without a key, from elsewhere: %o', (headers) => expect(roleSeen(true, headers)).toBe('request.unauthorized'));

  it('is nobody that is known, without a key, where others can reach the host too', () => expect(roleSeen(false, here)).toBe('request.unauthorized'));

  it('is the holder of the key, also at the machine itself', () => {
    expect(roleSeen(true, { ...here, authorization: 'Bearer wall' })).toBe('wall');
    expect(roleSeen(false, { host: 'da06.example', 'x-forwarded-for': '10.0.0.9', authorization: 'Bearer analyst' })).toBe('analyst');
  });

  it('is nobody that is known with an unknown key, wherever', () => {
    for (const authorization of ['Bearer nonsense', 'Basic d2FsbDo=', 'Bearer ', '']) expect([roleSeen(true, { ...here, authorization }), roleSeen(false, { authorization })]).toEqual(['request.unauthorized', 'request.unauthorized']);
  });
});

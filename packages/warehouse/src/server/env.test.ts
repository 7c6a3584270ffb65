import { removeFolder, tempFolder } from '@da06/testkit';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { clickhouseEnv, clickhouseOptions } from './env.ts';

const read = (env: Record<string, string>) => clickhouseOptions(z.object(clickhouseEnv).parse(env));
const url = 'http://clickhouse:8123';

it('without an address there is no server, whatever else is set', () => {
  expect(read({})).toBeUndefined();
  expect(read({ CLICKHOUSE_PASSWORD: 'a', CLICKHOUSE_READER_USER: 'b' })).toBeUndefined();
});

it('a server needs a password; the rest has defaults', () => {
  expect(read({ CLICKHOUSE_URL: url, CLICKHOUSE_PASSWORD: 'a' })).toEqual({ url, username: 'da06_writer', password: 'a', compression: false, requestTimeoutMs: 20_000 });
  expect(() => read({ CLICKHOUSE_URL: url })).toThrow(expect.objectContaining({ code: 'config.invalid' }) as Error);
  expect(() => read({ CLICKHOUSE_URL: url, CLICKHOUSE_PASSWORD: 'a', CLICKHOUSE_READER_USER: 'r' })).toThrow(/CLICKHOUSE_READER_PASSWORD/);
});

it('passwords and the authority can come from files, a line end after them left out', () => {
  const folder = tempFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  expect(
    read({
      CLICKHOUSE_URL: 'https://clickhouse:8443', CLICKHOUSE_USER: 'w', CLICKHOUSE_PASSWORD_FILE: file('w', 'one\n'), CLICKHOUSE_READER_USER: 'r', CLICKHOUSE_READER_PASSWORD_FILE: file('r', 'two'),
      CLICKHOUSE_CA_FILE: file('ca', 'authority'), CLICKHOUSE_TIMEOUT_MS: '5000', CLICKHOUSE_COMPRESSION: 'gzip',
    }),
  ).toEqual({ url: 'https://clickhouse:8443', username: 'w', password: 'one', reader: { username: 'r', password: 'two' }, ca: Buffer.from('authority'), compression: true, requestTimeoutMs: 5_000 });
  expect(() => read({ CLICKHOUSE_URL: url, CLICKHOUSE_PASSWORD_FILE: join(folder, 'none') })).toThrow(/CLICKHOUSE_PASSWORD_FILE: the file/);
  expect(() => read({ CLICKHOUSE_URL: url, CLICKHOUSE_PASSWORD: 'a', CLICKHOUSE_PASSWORD_FILE: join(folder, 'w') })).toThrow(/one of them/);
  removeFolder(folder);
});

it('an address that is none, and a time that is none, are refused', () => {
  expect(() => read({ CLICKHOUSE_URL: 'clickhouse:8123' })).toThrow(/an http\(s\) address/);
  expect(() => read({ CLICKHOUSE_URL: url, CLICKHOUSE_TIMEOUT_MS: '20s' })).toThrow(/milliseconds/);
});

import { tempFolder } from '@da06/testkit';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOrLoadKeyFiles } from './key-files.ts';

const folder = () => tempFolder(onTestFinished);
const configInvalid = expect.objectContaining({ code: 'config.invalid' }) as Error;

describe('the key files of a data folder', () => {
  it('are made once, readable by the owner alone, and read ever after', () => {
    const path = folder();
    const first = createOrLoadKeyFiles(path);
    expect(createOrLoadKeyFiles(path)).toEqual(first);
    expect(first.masterKey).not.toEqual(first.hashKey);
    expect(readdirSync(path).toSorted()).toEqual(['hash.key', 'master.key']);
    for (const [name, key] of [['master.key', first.masterKey], ['hash.key', first.hashKey]] as const) {
      expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(path, name), 'utf8')).toBe(`${key.toString('hex')}\n`);
    }
  });

  it('are never made anew beside a master key that is left', () => {
    const path = folder();
    createOrLoadKeyFiles(path);
    rmSync(join(path, 'hash.key'));
    expect(() => createOrLoadKeyFiles(path)).toThrowError(configInvalid);
  });

  it('are refused when they hold anything but 64 hex digits', () => {
    const path = folder();
    createOrLoadKeyFiles(path);
    chmodSync(join(path, 'master.key'), 0o600);
    writeFileSync(join(path, 'master.key'), 'abc\n');
    expect(() => createOrLoadKeyFiles(path)).toThrowError(configInvalid);
  });
});

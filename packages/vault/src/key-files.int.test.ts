import { tempFolder } from '@da06/testkit';
import { chmodSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOrLoadKeyFiles, fingerprintOf, loadHashKey } from './key-files.ts';
import { createSecretFile, destroySecretFile, findSecretFile, isReplaceable, readSecretFile, succeedSecretFile } from './secret-file.ts';

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

describe('a master key that lies elsewhere', () => {
  it('is read from its file, which is made when missing, or taken as it is given', () => {
    const path = folder();
    const file = join(folder(), 'master');
    const made = createOrLoadKeyFiles(path, { file });
    expect(createOrLoadKeyFiles(path, { file })).toEqual(made);
    expect(readdirSync(path)).toEqual(['hash.key']);
    const key = Buffer.alloc(32, 5);
    expect(createOrLoadKeyFiles(path, { key })).toEqual({ masterKey: key, hashKey: made.hashKey });
    expect(loadHashKey(path)).toEqual(made.hashKey);
  });

  it('is named by a fingerprint that does not tell it', () => {
    expect(fingerprintOf(Buffer.alloc(32))).toBe('66687aadf862bd77');
  });
});

describe('the end of a secret', () => {
  it('is that its successor stands in its place, alone, also when it is ended twice or cut short', () => {
    const path = folder();
    const [file, next] = [join(path, 'master.key'), join(path, 'master.key.next')];
    createSecretFile(file, Buffer.alloc(32, 1));
    createSecretFile(next, Buffer.alloc(32, 2));
    writeFileSync(file, 'cut short');
    expect(findSecretFile(file)).toBeUndefined();
    succeedSecretFile(file, next);
    expect(readdirSync(path)).toEqual(['master.key']);
    expect(readSecretFile(file)).toEqual(Buffer.alloc(32, 2));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    destroySecretFile(file);
    expect(readdirSync(path)).toEqual([]);
  });

  it('reaches the bytes where they lay, through another name of the file', () => {
    const path = folder();
    const [file, other, next] = [join(path, 'master.key'), join(path, 'other'), join(path, 'next')];
    createSecretFile(file, Buffer.alloc(32, 1));
    linkSync(file, other);
    createSecretFile(next, Buffer.alloc(32, 2));
    succeedSecretFile(file, next);
    expect(readFileSync(other, 'utf8')).not.toContain('0101');
    expect(isReplaceable(file)).toBe(true);
    expect(isReplaceable(join(path, 'missing'))).toBe(false);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHolder, takeLock } from './lock.ts';
import { ownIdentity } from './process-identity.ts';

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'da06-lock-'));
  file = join(dir, 'lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('takeLock', () => {
  it('refuses a folder that a living process holds', () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, started: '' }));
    expect(() => takeLock(file)).toThrow(expect.objectContaining({ code: 'data.in-use' }) as Error);
    expect(findHolder(file)?.pid).toBe(process.ppid);
  });

  it('takes over what a killed process left behind', () => {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
    takeLock(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ownIdentity());
  });

  it('does not take another process with the same number for the holder', () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, started: '1' }));
    expect(findHolder(file)).toBeUndefined();
    expect(() => takeLock(file)).not.toThrow();
  });

  it('leaves nothing after it is released', () => {
    takeLock(file).release();
    expect(existsSync(file)).toBe(false);
  });
});

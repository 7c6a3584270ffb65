import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTestConfig } from './config.ts';

/** Where temporary folders are made. */
export const tempRoot = (): string => readTestConfig().folders ?? tmpdir();

/**
 * Makes a folder of its own under the system's temporary one, or where those of this run are led. `after` is the test framework's hook (`afterAll`, `onTestFinished`)
 * by which it is removed; without one the caller removes it with `removeFolder`.
 */
export const tempFolder = (after?: (remove: () => void) => unknown): string => {
  const path = mkdtempSync(join(tempRoot(), 'da06-test-'));
  after?.(() => removeFolder(path));
  return path;
};

export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

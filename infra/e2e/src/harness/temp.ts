import { tempRoot } from '@da06/testkit';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetFolder, keepFolder } from './ending.ts';

/** A folder of its own for one test or run; an interrupted run removes it too (`endOnSignal`). */
export const tempFolder = (name: string): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tempRoot(), `da06-${name}-`));
  keepFolder(path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      forgetFolder(path);
    },
  };
};

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `check` gives something. @throws when it takes longer than `ms`. */
export const eventually = async <T>(what: string, ms: number, check: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  const until = performance.now() + ms;
  for (;;) {
    const found = await check();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`${what}: not within ${ms} ms`);
    await sleep(25);
  }
};

import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { leadTempFolders, readTestConfig } from './config.ts';

/** Linux's folder in memory. */
const memory = '/dev/shm';
const prefix = 'da06-run-';
const gib = 2 ** 30;

/** Whether a run's folders fit: they take up to 2 GiB, and the processes of tests as much. A container gives such a folder 64 MB unless told. */
const fits = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= 4 * gib && freemem() >= 6 * gib;
  } catch {
    return false;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Leads the temporary folders of a run of tests, and of the processes it starts, into memory where there is room: an insert into a small engine spends
 * half of its time on making files. What a killed process wrote is kept by the kernel here as there, so that no test proves less.
 * Returns what removes them; undefined if they lie where they always do, or are led elsewhere already.
 */
export const leadFoldersIntoMemory = (): (() => void) | undefined => {
  if (readTestConfig().folders !== undefined || !fits()) return undefined;
  // A run that was killed could not remove its own.
  for (const name of readdirSync(memory)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(memory, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(memory, `${prefix}${process.pid}-`));
  leadTempFolders(folder);
  return () => {
    leadTempFolders(undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
};

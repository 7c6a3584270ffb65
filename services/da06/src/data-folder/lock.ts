import { AppError } from '@da06/errors';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isAlive, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

const Holder = z.object({ pid: z.int().positive(), started: z.string() });

/** Who holds the folder now, if that process still lives. */
export const findHolder = (lockFile: string): ProcessIdentity | undefined => {
  const holder = readHolder(lockFile);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
};

/**
 * Takes the data folder for this process; what a killed process left behind is taken over.
 * The engine's own file lock stands behind it for two starts in the same instant.
 * @throws AppError `data.in-use` when a living process holds it.
 */
export const takeLock = (lockFile: string): { release: () => void } => {
  const own = ownIdentity();
  const draft = `${lockFile}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(draft, lockFile); // fails when the file is there: one of two wins
        return { release: () => release(lockFile, own) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = findHolder(lockFile);
      if (holder !== undefined && holder.pid !== own.pid) throw inUse(holder);
      const stale = `${lockFile}.stale.${own.pid}`;
      renameSync(lockFile, stale);
      rmSync(stale, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw inUse(readHolder(lockFile));
};

const inUse = (holder: ProcessIdentity | undefined): AppError =>
  new AppError('data.in-use', { detail: `Process ${holder?.pid ?? '?'} holds it.`, context: { pid: holder?.pid } });

const release = (lockFile: string, own: ProcessIdentity): void => {
  const holder = readHolder(lockFile);
  if (holder?.pid === own.pid && holder.started === own.started) rmSync(lockFile, { force: true });
};

const readHolder = (lockFile: string): ProcessIdentity | undefined => {
  try {
    return Holder.parse(JSON.parse(readFileSync(lockFile, 'utf8')));
  } catch {
    return undefined;
  }
};

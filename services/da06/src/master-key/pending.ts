import { AppError } from '@da06/errors';
import { replaceFile, syncFolder } from '@da06/vault';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ErasureRecord } from '../erase/record.ts';

const Fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * A change of the master key that has begun: enough to finish it after a crash, and nothing secret: keyed hashes, key ids, fingerprints and
 * events as they will stand in the log.
 */
export const Pending = z.object({
  version: z.literal(1),
  id: z.uuid(),
  from: Fingerprint,
  to: Fingerprint,
  /** Where the next key lies until it is in its place. */
  nextKeyFile: z.string(),
  /** Whoever keeps the master key puts the next one in its place, not we. */
  external: z.boolean(),
  persons: z.array(z.string()),
  keyIds: z.array(z.string()),
  backups: z.array(z.string()),
  records: z.array(ErasureRecord),
  events: z.array(z.object({ topic: z.string(), key: z.string(), value: z.string() })),
});
export type Pending = z.infer<typeof Pending>;

export const writePending = (file: string, pending: Pending): void => replaceFile(file, `${JSON.stringify(pending)}\n`);

/** @throws AppError `vault.rotation-unfinished` for a file that cannot be read: it is written whole or not at all. */
export const findPending = (file: string): Pending | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    return Pending.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('vault.rotation-unfinished', { detail: `${file} cannot be read.`, cause });
  }
};

export const removePending = (file: string): void => {
  rmSync(file, { force: true });
  syncFolder(dirname(file));
};

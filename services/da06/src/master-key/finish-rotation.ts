import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import type { Logger } from '@da06/service-kit';
import { findSecretFile, fingerprintOf, rewrapAll, succeedSecretFile } from '@da06/vault';
import type { MasterKeySource } from '@da06/vault';
import { existsSync } from 'node:fs';
import { rewrapBackup } from '../backup/rewrap-backup.ts';
import type { DataPaths } from '../data-folder/paths.ts';
import { keepRecords } from '../erase/record.ts';
import { removePending } from './pending.ts';
import type { Pending } from './pending.ts';

export type RotationPlace = {
  readonly paths: DataPaths;
  readonly source: MasterKeySource;
  readonly log: Pick<EventLog, 'get' | 'entries' | 'commitUnit'>;
  readonly logger: Logger;
  /** Chunks of a unit. */
  readonly unit?: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told after each step is durable; the proof of resuming ends the process here. */
  readonly step?: (name: string) => void;
};

/**
 * Finishes a change of the master key, from its beginning or from wherever a crash has left it: backups, the log's chunks, the record, and
 * only then the old key is destroyed. Every step may be done again.
 * @throws AppError `vault.rotation-unfinished` when the next key is not at hand, `vault.master-wrong` when a chunk opens under neither.
 */
export const finishRotation = async (place: RotationPlace, pending: Pending): Promise<void> => {
  const { paths, source, log, logger, unit, onProgress, step = () => {} } = place;
  const at = { next: findSecretFile(pending.nextKeyFile), current: 'key' in source ? source.key : findSecretFile(source.file) };
  const named = (fingerprint: string): Buffer | undefined => [at.next, at.current].find((key) => key !== undefined && fingerprintOf(key) === fingerprint);
  const [from, to] = [named(pending.from), named(pending.to)];
  if (to === undefined) throw new AppError('vault.rotation-unfinished', { detail: `The key with the fingerprint ${pending.to} is wanted, in ${pending.nextKeyFile}.` });

  const { persons, keyIds, records } = pending;
  for (const folder of pending.backups) {
    if (existsSync(folder)) await rewrapBackup(folder, { from, to, persons, keyIds, records });
    else logger.warn({ folder }, 'a backup is gone: it stays under the old master key, hence nobody can open its identities');
    step('backup');
  }
  await rewrapAll({
    store: log, from, to, persons, keyIds, ...(unit !== undefined && { unit }),
    onProgress: (done, total) => {
      onProgress?.(done, total);
      step('chunks');
    },
  });
  await log.commitUnit({ append: pending.events.map(({ topic, key, value }) => ({ topic, key, value: Buffer.from(value) })) });
  step('events');
  if (records.length > 0) keepRecords(paths.erasures, records);
  step('record');
  if (!pending.external && 'file' in source && at.next !== undefined && existsSync(pending.nextKeyFile)) succeedSecretFile(source.file, pending.nextKeyFile);
  step('old key destroyed');
  removePending(paths.erasePending);
  step('end');
};

import { AppError } from '@da06/errors';
import { rebuild } from '@da06/projector';
import { vaultTopic } from '@da06/vault';
import { rmSync } from 'node:fs';
import type { OpenFolder } from '../host/open-folder.ts';
import { waitForProjection } from '../operations/local.ts';
import { findState, keepState, newState } from './state.ts';
import { findRemovable, topicsOfDemonstration } from './what-goes.ts';
import type { RemovalCounts } from './what-goes.ts';

export type RemovalOutcome = RemovalCounts & { readonly dryRun: boolean; readonly seconds: number };
export type OnRemovalProgress = (done: number, total: number, part: 'removing' | 'rebuilding') => void;

export type RemoveDeps = {
  readonly folder: Pick<OpenFolder, 'paths' | 'embedded' | 'log' | 'warehouse' | 'projector' | 'logger'>;
  /** Does work while nobody registers anything: what came behind its back would be in no index. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly dryRun: boolean;
  readonly onProgress?: OnRemovalProgress;
};

const projectionWaitMs = 60_000;
const vaultKeysAtOnce = 500;

/**
 * Takes everything of the demonstration out of a folder: events, keys of its identities, index, tables. Everything else stays as it is, offsets and
 * receipts included. `demonstration.json` says first that it is under way; an interruption is finished by the next start, or by asking again.
 * @throws AppError `demonstration.elsewhere` when the log is not the folder's own; `warehouse.unavailable` when the projection does not catch up.
 */
export const removeDemonstration = async ({ folder, alone, dryRun, onProgress = () => {} }: RemoveDeps): Promise<RemovalOutcome> => {
  const started = performance.now();
  if (folder.embedded === undefined) throw demonstrationElsewhere();
  const secondsSince = (): number => Math.round(performance.now() - started) / 1_000;
  if (dryRun) return { dryRun, ...(await findRemovable(folder.log)).counts, seconds: secondsSince() };
  markAs(folder.paths.demonstration, 'removing');
  return await alone(async () => ({ dryRun, ...(await carryOut(folder, onProgress)), seconds: secondsSince() }));
};

/** Finishes a removal that was interrupted; registration must not have been started. */
export const finishRemoval = async (folder: RemoveDeps['folder']): Promise<void> => {
  if (findState(folder.paths.demonstration)?.state !== 'removing') return;
  folder.logger.info('finishing the removal of the demonstration');
  await carryOut(folder, () => {});
};

/** On a cluster records cannot be taken out of the log. */
export const demonstrationElsewhere = (): AppError => new AppError('demonstration.elsewhere');

const carryOut = async ({ paths, embedded, log, warehouse, projector, logger }: RemoveDeps['folder'], onProgress: OnRemovalProgress): Promise<RemovalCounts> => {
  if (embedded === undefined) throw demonstrationElsewhere();
  // The projection must be past what goes: it would wait for it otherwise.
  await waitForProjection(projector.lag, projectionWaitMs);
  if ((await projector.lag()) > 0) throw new AppError('warehouse.unavailable', { retryable: true, detail: 'The projection does not catch up.' });
  const { counts, goes, vaultKeys } = await findRemovable(log);
  // What depends on records of stays and residents goes before them: an interrupted removal finds it again by those.
  await embedded.removeRecords({ topics: [...topicsOfDemonstration].reverse(), goes, onProgress: (done, total) => onProgress(done, total, 'removing') });
  for (let done = 0; done < vaultKeys.length; done += vaultKeysAtOnce) {
    await log.commitUnit({ append: [], puts: vaultKeys.slice(done, done + vaultKeysAtOnce).map((key) => ({ topic: vaultTopic, key, value: null })) });
  }
  for (const known of [paths.refs(log.id), paths.signals(log.id)]) rmSync(known, { recursive: true, force: true });
  await rebuild({ log, warehouse, projector, logger, differenceWanted: true, onProgress: (done, total) => onProgress(done, total, 'rebuilding') });
  markAs(paths.demonstration, 'removed');
  return counts;
};

/** Also in a folder that has lost its file, or never had one (a restored backup): it says that none comes back. */
const markAs = (path: string, state: 'removing' | 'removed'): void =>
  keepState(path, { ...(findState(path) ?? newState({ seed: 0, rate: 1, residents: 1, from: '1970-01-01' })), state, key: null });

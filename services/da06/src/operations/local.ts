import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { listDeadLetters, rebuild, redrive } from '@da06/projector';
import type { Projector } from '@da06/projector';
import type { Logger } from '@da06/service-kit';
import type { SystemSealer } from '@da06/vault';
import type { Warehouse } from '@da06/warehouse';
import { backupFolder } from '../backup/backup.ts';
import type { OpenFolder } from '../host/open-folder.ts';
import { compareClaims } from '../verify/compare.ts';
import { compareLog } from '../verify/compare-log.ts';
import { createFindEvents } from '../verify/find-events.ts';
import type { BackupOutcome, Operations } from './operations.ts';

const redriveWaitMs = 30_000;

export type OperationsDeps = {
  readonly log: EventLog;
  readonly warehouse: Warehouse;
  /** Asked for when it is needed: a query needs no keys. */
  readonly vault: () => SystemSealer;
  readonly logger: Logger;
  /** Events that no query sees yet. */
  readonly lag: () => Promise<number>;
  /** Lends a projector that has, or gets, all of the log. */
  readonly withProjector: <T>(work: (projector: Projector) => Promise<T>) => Promise<T>;
  readonly backup: (to: string) => Promise<BackupOutcome>;
};

/** The operations on a log and tables that this process has open. */
export const createOperations = ({ log, warehouse, vault, logger, lag, withProjector, backup }: OperationsDeps): Operations => {
  const findEvents = createFindEvents(warehouse);
  return {
    sql: async (sql, format) => (await warehouse.personQuery({ sql, format })).bytes,
    verify: async (claims, waitMs) => {
      await waitForProjection(lag, waitMs);
      return claims === undefined ? await compareLog(log, findEvents) : await compareClaims(claims, findEvents);
    },
    rebuild: (onProgress) => withProjector((projector) => rebuild({ log, warehouse, projector, logger, onProgress })),
    listDeadLetters: () => listDeadLetters({ warehouse }),
    redrive: async (id) => {
      const { redriven } = await redrive({ log, vault: vault() }, id);
      await waitForProjection(lag, redriveWaitMs);
      return { redriven, remaining: (await listDeadLetters({ warehouse })).length };
    },
    backup,
  };
};

/** The operations of a folder that this process holds. */
export const localOperations = ({ log, embedded, warehouse, sealing, logger, projector, paths }: OpenFolder): Operations =>
  createOperations({
    log, warehouse, logger, vault: () => sealing().vault, lag: projector.lag,
    withProjector: (work) => work(projector),
    backup: (to) => (embedded === undefined ? Promise.reject(noBackup()) : backupFolder({ log: embedded, paths, masterKey: sealing().keys.masterKey, now: Date.now }, to)),
  });

/** A cluster keeps its own copies; what leaves it is an export. */
export const noBackup = (): AppError =>
  new AppError('config.invalid', { detail: 'backup copies the log of a data folder. With KAFKA_BROKERS set, use da06 export-log FILE, and keep master.key, hash.key, admin.key and receipt-keys of the data folder.' });

/** Waits until queries see the whole log, or for so long. */
export const waitForProjection = async (lag: () => Promise<number>, waitMs: number): Promise<void> => {
  const until = performance.now() + waitMs;
  while ((await lag()) > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
};

import { listDeadLetters, rebuild, redrive } from '@da06/projector';
import { backupFolder } from '../backup/backup.ts';
import type { OpenFolder } from '../host/open-folder.ts';
import { compareClaims } from '../verify/compare.ts';
import { compareLog } from '../verify/compare-log.ts';
import { createFindEvents } from '../verify/find-events.ts';
import type { Operations } from './operations.ts';

const redriveWaitMs = 30_000;

/** The operations of a folder that this process holds. */
export const localOperations = (folder: OpenFolder): Operations => {
  const { log, warehouse, projector, vault, logger, paths } = folder;
  const findEvents = createFindEvents(warehouse);
  const settle = (waitMs: number): Promise<void> => waitForProjection(() => projector.lag(), waitMs);
  return {
    sql: async (sql, format) => (await warehouse.personQuery({ sql, format })).bytes,
    verify: async (claims, waitMs) => {
      await settle(waitMs);
      return claims === undefined ? await compareLog(log, findEvents) : await compareClaims(claims, findEvents);
    },
    rebuild: (onProgress) => rebuild({ log, warehouse, projector, logger, onProgress }),
    listDeadLetters: () => listDeadLetters({ warehouse }),
    redrive: async (id) => {
      const { redriven } = await redrive({ log, vault }, id);
      await settle(redriveWaitMs);
      return { redriven, remaining: (await listDeadLetters({ warehouse })).length };
    },
    backup: (to) => backupFolder({ log, paths, now: Date.now }, to),
  };
};

/** Waits until queries see the whole log, or for so long. */
export const waitForProjection = async (lag: () => Promise<number>, waitMs: number): Promise<void> => {
  const until = performance.now() + waitMs;
  while ((await lag()) > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
};

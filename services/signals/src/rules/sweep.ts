import { dayMs } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { AlertRule } from '@da06/reference';
import type { Logger } from '@da06/service-kit';
import type { RuleHit, Tables } from './tables.ts';

export type SweepDeps = {
  readonly tables: Tables;
  readonly rules: readonly AlertRule[];
  /** Raises of these what was not raised before, in turn with everything else; false = another process does. */
  readonly raise: (rule: AlertRule, hits: readonly RuleHit[]) => Promise<boolean>;
  readonly ready: () => boolean;
  readonly everyMs: number;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly onSwept: (seconds: number) => void;
};

export type Sweep = {
  readonly start: () => void;
  /** Resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
  /** Asks every rule now, if anything came since it was last asked; whether it did. @throws AppError `warehouse.*`, `log.unavailable`. */
  readonly once: () => Promise<boolean>;
};

const dayBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);

/**
 * Asks the rules of the tables, each over its window of days up to the newest, whenever something newer came. It remembers nothing but that: what was raised is known from the
 * log, so that a sweep again, after a restart too, raises nothing twice.
 */
export const createSweep = ({ tables, rules, raise, ready, everyMs, logger, onSwept }: SweepDeps): Sweep => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = true;
  let sweptAt = '';

  const once = async (): Promise<boolean> => {
    if (!ready() || !(await tables.current())) return false;
    const newest = await tables.newest();
    if (newest === undefined || newest.at === sweptAt) return false;
    const from = performance.now();
    const faults: unknown[] = [];
    for (const rule of rules) {
      if (rule.windowDays === 0) continue;
      try {
        const hits = await tables.hits({ rule: rule.rule, from: dayBefore(newest.day, rule.windowDays), to: newest.day, thresholds: rule.thresholds });
        if (!(await raise(rule, hits))) return false;
      } catch (error) {
        if (error instanceof AppError && error.retryable) throw error;
        // A rule that cannot be asked holds up no other.
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
    sweptAt = newest.at;
    onSwept((performance.now() - from) / 1000);
    return true;
  };
  /** What fails is tried again after the same time: watching for people goes on meanwhile. */
  const failed = (error: unknown): void => {
    if (error instanceof AppError && error.retryable) logger.warn({ code: error.code }, 'the rules wait for the tables');
    else logger.error({ code: error instanceof AppError ? error.code : 'internal', err: error }, 'the rules could not be asked: see "When rules raise nothing"');
  };
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = once().then(() => undefined, failed).then(next);
    }, everyMs);
  };
  return {
    once,
    start: () => {
      stopped = false;
      sweptAt = '';
      next();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};

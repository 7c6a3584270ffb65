import { z } from 'zod';

const count = (fallback: number) => z.string().regex(/^[1-9]\d{0,8}$/, 'a whole number from 1 on').transform(Number).default(fallback);

/** Settings of the projection, as a part of a host's environment. */
export const projectorEnv = {
  /** Events a batch at most. */
  DA06_PROJECTOR_BATCH: count(20_000),
  /** So many dead letters one after another stop the projection instead of draining the topic. */
  DA06_MAX_DEAD_LETTERS: count(20),
};

export type ProjectorLimits = {
  readonly maxRecords: number;
  readonly maxBytes: number;
  readonly maxDeadLettersInARow: number;
  /** After a small batch the next is read so many milliseconds later: many tiny inserts cost more than they hasten. */
  readonly lingerMs: number;
  /** Guest-nights and spells are recomputed when the log is followed to its end, or when so many stays and records wait for it, or the first for so long. */
  readonly recomputeAtStays: number;
  readonly recomputeAfterMs: number;
  /** Figures of days wait while more is to be recomputed, so long, or four times as long as they took before: recomputes that follow one another touch the same days. */
  readonly figuresAfterMs: number;
  /** Milliseconds before the next attempt while the engine cannot. */
  readonly backOff: (attempt: number) => number;
};

export const defaultLimits: ProjectorLimits = {
  maxRecords: 20_000,
  maxBytes: 32 * 1024 * 1024,
  maxDeadLettersInARow: 20,
  lingerMs: 400,
  recomputeAtStays: 100_000,
  recomputeAfterMs: 3_000,
  figuresAfterMs: 2_000,
  backOff: (attempt) => Math.min(10_000, 100 * 2 ** attempt),
};

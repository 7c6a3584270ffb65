import { localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { Envelope } from '@da06/events';
import type { ProgrammeMetrics } from '../metrics.ts';
import type { Owner } from '../owner/owner.ts';
import { stateAfter, type ProgrammeState } from '../state/state.ts';
import { compose, type By, type ComposeDeps, type Draft } from './compose.ts';

/** Who asks what, and under which key. */
export type Asked = By & {
  /** Of the demonstration. */
  readonly simulated: boolean;
  /** '' = none, and then the hash is '' too. */
  readonly idempotencyKey: string;
  readonly requestHash: string;
};

/** What the events carry of the request. */
export const carriedOf = ({ idempotencyKey, requestHash, simulated }: Asked): { readonly idempotencyKey: string; readonly requestHash: string; readonly simulated: boolean } => ({ idempotencyKey, requestHash, simulated });

/** Where an answer is made from: the state right after the events, the local day they were received, and the events themselves. */
type Decided = { readonly state: ProgrammeState; readonly today: string; readonly events: readonly Envelope[] };

type Work<Answer> = {
  /** What is to be recorded, on the state as it is. @throws AppError why not: then nothing is. */
  readonly decide: (state: ProgrammeState, today: string) => readonly Draft[];
  readonly answer: (decided: Decided) => Answer;
};

export type Commander = {
  /**
   * One decision after the other: decided on the state, durable, then applied and answered. The same key of the same holder with the same
   * request gets the answer of the first time again, also after a restart.
   * @throws AppError `idempotency.reused`, `programme.no-owner`, what `decide` throws, `log.*`, `service.storage-full`.
   */
  readonly run: <Answer>(asked: Asked, work: Work<Answer>) => Promise<Answer>;
};

export type CommanderDeps = ComposeDeps & {
  readonly owner: () => Pick<Owner, 'decide'>;
  readonly state: () => ProgrammeState;
  readonly metrics: Pick<ProgrammeMetrics, 'event'>;
};

export const createCommander = ({ owner, state, metrics, ...composing }: CommanderDeps): Commander => ({
  run: (asked, { decide, answer }) =>
    owner().decide(async (keep) => {
      const current = state();
      const known = current.answered(asked.actor, asked.idempotencyKey);
      if (known !== undefined) return answer(repeated(current, known, asked));
      const today = localDay(asked.receivedAt);
      const drafts = decide(current, today);
      const decided = compose(drafts, asked, current, composing);
      if (decided.length > 0) await keep(decided);
      for (const { event } of decided) metrics.event(event.type);
      return answer({ state: current, today, events: decided.map(({ event }) => event) });
    }),
});

const repeated = (state: ProgrammeState, { requestHash, events }: { readonly requestHash: string; readonly events: readonly Envelope[] }, asked: Asked): Decided => {
  if (requestHash !== asked.requestHash) throw new AppError('idempotency.reused');
  const last = events.reduce((newest, event) => (event.sequence > newest.sequence ? event : newest));
  return { state: stateAfter(state, last), today: localDay(Date.parse(last.recordedtime)), events };
};

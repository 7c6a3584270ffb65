import { instant } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { EventLog } from '@da06/event-log';
import { topics, type HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import { createBodyReader, createIds, createTurns, problem, type InProcess, type KeyHolder, type Logger, type Metrics } from '@da06/service-kit';
import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import { createCommander } from './commands/commander.ts';
import { source } from './commands/compose.ts';
import { createCounting, type Count } from './counting/count-indicators.ts';
import type { Figures } from './figures/figures.ts';
import { createProgrammeMetrics } from './metrics.ts';
import { createOwner, type Owner } from './owner/owner.ts';
import { createState, type FoldedState, type ProgrammeState } from './state/state.ts';

export type ProgrammeDeps = {
  readonly log: EventLog;
  readonly locality: Locality;
  readonly clock: { readonly now: () => number };
  /** The process's one hybrid clock; raised by what is read. */
  readonly sequence: HybridClock;
  /** Who sends a request. @throws AppError `request.unauthorized`, RateLimited. */
  readonly authenticate: (request: Request) => Promise<KeyHolder>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** No other process can write the log (embedded). */
  readonly alone: boolean;
  /** Where others reach this process, once it listens; not asked when it is alone. */
  readonly url?: () => string;
  /** Told when something else than the log fails: the process should end. */
  readonly onFatal: (error: unknown) => void;
  /** The figures that the system counts itself; none are recorded without it. */
  readonly count?: Count;
  /** What the tables say of a figure; without it nobody is told. */
  readonly figures?: Figures;
  readonly newId?: () => string;
  readonly random?: (bytes: number) => Uint8Array;
};

export type Programme = {
  /** Reads what was decided, and takes the right to decide unless another process has it; again after `stop`. @throws AppError `config.invalid`. */
  readonly start: () => Promise<void>;
  /** Finishes what was begun and gives the right up. */
  readonly stop: () => Promise<void>;
  readonly ready: () => boolean;
  /** Every route; 503 `service.not-ready` until started. What another process has to decide is sent on to it. `inProcess` is what a caller of this process may say beside the request. */
  readonly fetch: (request: Request, inProcess?: InProcess) => Response | Promise<Response>;
  /** What is known now, folded from the log. */
  readonly state: () => ProgrammeState;
  /** Counts the system's own indicators now; resolves to how many figures were recorded. */
  readonly countNow: () => Promise<number>;
};

/** A megabyte of JSON holds every model's text; a filled template is a few dozen kilobytes. */
const limits = { bodyBytes: 4 * 1024 * 1024, bytesInFlight: 32 * 1024 * 1024 };

/** The programme over HTTP: 43 models, their steps and their reports, decided one after the other and kept as events (README). */
export const createProgramme = (deps: ProgrammeDeps): Programme => {
  const { log, locality, clock, sequence, logger } = deps;
  const random = deps.random ?? randomBytes;
  const newId = deps.newId ?? createIds({ now: clock.now, random });
  const inTurn = createTurns();
  let state: FoldedState = createState();
  let ready = false;

  let owner: Owner | undefined;

  const openOwner = (): Owner => {
    const instance = newId();
    return createOwner({
      log, owner: 'da06-programme', topics: [topics.steps, topics.reports], alone: deps.alone, url: deps.url ?? (() => ''), instance, sequence, logger, onFatal: deps.onFatal,
      newEvent: ({ type, subject, data }) => {
        const at = instant(clock.now());
        return { specversion: '1.0', id: newId(), source, type, subject, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: sequence.next(), actor: 'system:programme', data };
      },
      apply: (event) => state.apply(event),
    });
  };
  const decides = (): boolean => owner?.isOwner() ?? false;
  const getOwner = (): Owner => {
    if (owner === undefined) throw new AppError('service.not-ready', { retryable: true });
    return owner;
  };
  const metrics = createProgrammeMetrics(deps.metrics, decides);
  const commander = createCommander({ owner: getOwner, state: () => state, metrics, sequence, newId });
  const counting = deps.count === undefined ? undefined : createCounting({ count: deps.count, commander, locality, now: clock.now, decides, logger });
  const app = createApp(
    { locality, now: clock.now, random, logger, authenticate: deps.authenticate, withBody: createBodyReader(limits), state: () => state, commander, countSoon: () => counting?.soon(), figures: deps.figures },
    { metrics, logger, newId },
  );

  return {
    start: () =>
      inTurn(async () => {
        state = createState();
        owner = openOwner();
        await owner.start();
        ready = true;
        counting?.start();
      }),
    stop: () =>
      inTurn(async () => {
        ready = false;
        await counting?.stop();
        await owner?.stop();
        owner = undefined;
      }),
    ready: () => ready,
    fetch: (request, inProcess) => (ready && owner !== undefined ? (owner.isOwner() ? app.fetch(request, inProcess) : owner.forward(request)) : problem('service.not-ready', { retryAfter: 1 })),
    state: () => state,
    countNow: () => counting?.run() ?? Promise.resolve(0),
  };
};

import { instant } from '@da06/domain';
import type { EventLog } from '@da06/event-log';
import { streamOwnerClaimedType, type Envelope, type HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import { createBodyReader, createIds, createTurns, problem, type InProcess, type KeyHolder, type Logger, type Metrics } from '@da06/service-kit';
import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import { createCommander } from './commands/commander.ts';
import { createCounting, type Count } from './counting/count-indicators.ts';
import { decideHere, type Deciding } from './deciding.ts';
import { createProgrammeMetrics } from './metrics.ts';
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
  /** Where others can send requests to this process; '' on one machine. */
  readonly url?: () => string;
  /** The figures that the system counts itself; none are recorded without it. */
  readonly count?: Count;
  readonly newId?: () => string;
  readonly random?: (bytes: number) => Uint8Array;
};

export type Programme = {
  /** Takes the right to decide and reads what was decided; again after `stop`. @throws AppError `log.*`. */
  readonly start: () => Promise<void>;
  /** Finishes what was begun and gives the right up. */
  readonly stop: () => Promise<void>;
  readonly ready: () => boolean;
  /** Every route; 503 `service.not-ready` until started. `inProcess` is what a caller of this process may say beside the request. */
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

  const claimed = (): Envelope => {
    const at = instant(clock.now());
    const data = { owner: 'da06-programme', url: deps.url?.() ?? '', instance: newId() };
    return { specversion: '1.0', id: newId(), source: '/da06/programme', type: streamOwnerClaimedType, subject: data.owner, time: at, datacontenttype: 'application/json', recordedtime: at, sequence: sequence.next(), actor: 'system:programme', data };
  };
  const deciding: Deciding = decideHere({
    log, claimed,
    anew: () => (state = createState()),
    apply: (event) => {
      sequence.observe(event.sequence);
      state.apply(event);
    },
  });
  const metrics = createProgrammeMetrics(deps.metrics, deciding.decides);
  const commander = createCommander({ deciding, state: () => state, metrics, sequence, newId });
  const counting = deps.count === undefined ? undefined : createCounting({ count: deps.count, commander, locality, now: clock.now, decides: deciding.decides, logger });
  const app = createApp(
    { locality, now: clock.now, random, logger, authenticate: deps.authenticate, withBody: createBodyReader(limits), state: () => state, commander },
    { metrics, logger, newId },
  );

  return {
    start: () =>
      inTurn(async () => {
        await deciding.start();
        ready = true;
        counting?.start();
      }),
    stop: () =>
      inTurn(async () => {
        ready = false;
        await counting?.stop();
        await commander.settled();
        await deciding.stop();
      }),
    ready: () => ready,
    fetch: (request, inProcess) => (ready ? (deciding.elsewhere(request) ?? app.fetch(request, inProcess)) : problem('service.not-ready', { retryAfter: 1 })),
    state: () => state,
    countNow: () => counting?.run() ?? Promise.resolve(0),
  };
};

import { dayMs, localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { InProcess, Logger, Readiness } from '@da06/service-kit';
import { createDistrict, createPopulation, createProgrammeLife, isBesideStays, openings, sendAll } from '@da06/simulator';
import type { District, PlanToLive, Sending } from '@da06/simulator';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { collectGarbage } from './collect-garbage.ts';
import { playPopulation, populationFrom } from './population.ts';
import { playProgramme } from './programme.ts';
import type { ProgrammePlayDeps } from './programme.ts';
import { findState, keepState, newState } from './state.ts';
import type { DemonstrationState } from './state.ts';

/** What a new demonstration is made of. */
export type DemonstrationPlan = {
  readonly seed: number;
  /** Days before today. */
  readonly days: number;
  /** 1 = as many guests as such a district has. */
  readonly rate: number;
  /** Permanent and temporary residents, with their workers. */
  readonly residents: number;
};

/** A quarter of the guests of a real district, and a twentieth of its inhabitants: enough to look at, and loaded in seconds. */
export const defaultPlan: DemonstrationPlan = { seed: 299, days: 90, rate: 0.25, residents: 5_000 };

/** Told as it goes; `share` is of the time that is played, 0 to 1. */
export type DemonstrationNews =
  | { readonly what: 'loading'; readonly share: number; readonly seconds: number }
  | { readonly what: 'loaded'; readonly requests: number; readonly seconds: number; readonly again: boolean }
  /** The registers of residents and workers have come as far as now; `records` of them since this start. */
  | { readonly what: 'registers'; readonly records: number; readonly seconds: number };

export type DemonstrationDeps = {
  /** `demonstration.json` of the folder. */
  readonly path: string;
  readonly plan: DemonstrationPlan;
  /** Registration's own handler; a demonstration says when its requests were received. */
  readonly fetch: (request: Request, inProcess: InProcess) => Response | Promise<Response>;
  readonly adminKey: string;
  /** The plan that is lived through beside the stays, and the programme's own handler. */
  readonly programme: { readonly plan: PlanToLive; readonly fetch: ProgrammePlayDeps['fetch']; /** Counts the system's own indicators now. */ readonly countNow: () => Promise<unknown> };
  /** Whether the folder holds nothing yet: only then a demonstration begins. */
  readonly isEmpty: () => Promise<boolean>;
  /** Runs work while the projection takes nothing over: what piles up meanwhile is projected at once, which costs a fraction of many small batches. */
  readonly gathered: <T>(work: () => Promise<T>) => Promise<T>;
  /** Events that no query sees yet. */
  readonly lag: () => Promise<number>;
  readonly now: () => number;
  readonly logger: Logger;
  readonly tell: (news: DemonstrationNews) => void;
};

export type Demonstration = {
  /** Begins or goes on, in the background; resolves when it is decided which, or that there is none. */
  readonly start: () => Promise<void>;
  /** Ends after the requests on their way; the next start goes on from there. */
  readonly stop: () => Promise<void>;
  /** As `stop`, for good: it is about to be removed. */
  readonly end: () => Promise<void>;
  readonly state: () => Readiness['demonstration'];
};

/** While the past is loaded the projection takes nothing over for so long at a time at most, so that what a person sends is soon seen. */
const longestShareMs = 20_000;
/** Requests of one such share: a projection costs the engine half a second, however little there is to project. */
const shares = { first: 400, smallest: 50, largest: 4_000 } as const;
/** On their way, or behind another of their facility: enough to share a flush of the disk, few enough that a person's request does not wait behind them. */
const concurrency = 96;
/** Records of one request to a register: so few are taken in without the threads that large files get, which would stay and take their memory. */
const recordsAtOnce = 150;
/** What was just done is still held by timers and by what comes next. */
const settlingMs = 10_000;
const patienceMs = 60_000;
const longestSleepMs = 60_000;
const mostBackOffMs = 60_000;

/**
 * Plays a synthetic district through registration: the past as fast as it is taken in, each request with the receipt time it would have had, then
 * each when its time comes. Whatever happens to it, it never takes the host down: it waits and tries again.
 */
export const createDemonstration = (deps: DemonstrationDeps): Demonstration => {
  const { path, plan, logger, now } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const sleep = (ms: number): Promise<void> => setTimeout(ms, undefined, { signal, ref: false });
  let state: Readiness['demonstration'] = 'off';
  let running: Promise<unknown> = Promise.resolve();
  /** Stays, programme and population are played side by side, and each says how far it has come. */
  let kept: DemonstrationState;
  const keep = (come: Partial<DemonstrationState>): void => {
    kept = { ...kept, ...come };
    keepState(path, kept);
  };
  const programmePresent = createMilestone(signal);
  const staysPresent = createMilestone(signal);

  /** Feeds send of their own facilities alone; police and communes, whose lanes begin with @, have no key of their own here. */
  const keyFor = ({ facility }: Sending, feed: string): string => (facility.startsWith('@') ? deps.adminKey : feed);
  const send = (sendings: Iterable<Sending>, key: string): Promise<unknown> =>
    sendAll({
      sendings, concurrency, patienceMs, signal, now, sleep, receiptTime: 'sent',
      transport: async (sending) => {
        const { method, path: address, contentType, body, at } = sending;
        return await deps.fetch(new Request(`http://demonstration.invalid${address}`, { method, headers: { authorization: `Bearer ${keyFor(sending, key)}`, 'content-type': contentType }, ...(body !== '' && { body }) }), { receivedAt: at });
      },
      // What is sent again after a stop is told as repeats: no difference worth a word.
      onDifference: ({ sending, wrong }) => logger.debug({ method: sending.method, facility: sending.facility, wrong }, 'a request of the demonstration was answered otherwise'),
    });

  /** Registers the facilities and takes a key that opens these alone. */
  const open = async (district: District): Promise<string> => {
    if (kept.key !== null) return kept.key;
    await send(openings(district.facilities, kept.sentUpTo), deps.adminKey);
    const body = JSON.stringify({ name: 'Dữ liệu mô phỏng', role: 'feed', facilities: district.facilities.map(({ id }) => id) });
    const answer = await deps.fetch(new Request('http://demonstration.invalid/v1/keys', { method: 'POST', headers: { authorization: `Bearer ${deps.adminKey}`, 'content-type': 'application/json' }, body }), { receivedAt: kept.sentUpTo });
    if (answer.status !== 201) throw new AppError('service.not-ready', { retryable: true });
    const { key } = (await answer.json()) as { key: string };
    keep({ key });
    return key;
  };

  const playStays = async (again: boolean): Promise<void> => {
    const district = createDistrict({ preset: 'present', seed: kept.seed, from: kept.from, days: Number.POSITIVE_INFINITY, rate: kept.rate, oversight: true });
    const started = now();
    const playedFrom = kept.sentUpTo;
    const key = await open(district);
    let waiting: Sending[] = [];
    let share: number = shares.first;
    let requests = 0;
    let passed = 0;

    const flush = async (): Promise<void> => {
      const last = waiting.at(-1);
      if (last === undefined) return;
      if (state === 'loading') {
        await deps.gathered(async () => {
          const began = performance.now();
          await send(waiting, key);
          share = Math.round(Math.min(shares.largest, Math.max(shares.smallest, (waiting.length * longestShareMs) / (performance.now() - began))));
        });
      } else await send(waiting, key);
      signal.throwIfAborted();
      requests += waiting.length;
      waiting = [];
      keep({ sentUpTo: Math.max(kept.sentUpTo, last.at), oversightUpTo: last.at });
      if (state === 'loading') deps.tell({ what: 'loading', share: Math.max(0, last.at - playedFrom) / Math.max(1, now() - playedFrom), seconds: (now() - started) / 1_000 });
    };
    const reachNow = async (): Promise<void> => {
      await flush();
      await programmePresent.reached;
      signal.throwIfAborted();
      while ((await deps.lag()) > 0) await sleep(50);
      await deps.programme.countNow();
      state = 'loaded';
      deps.tell({ what: 'loaded', requests, seconds: (now() - started) / 1_000, again });
      staysPresent.reach();
    };

    for (const sending of district.sendings()) {
      signal.throwIfAborted();
      if (sending.at < (isBesideStays(sending) ? kept.oversightUpTo : kept.sentUpTo)) {
        passed += 1;
        if (passed % 500 === 0) await setImmediate();
        continue;
      }
      while (sending.at > now()) {
        if (state === 'loading') await reachNow();
        else await sleep(Math.min(longestSleepMs, Math.max(1, sending.at - now())));
      }
      waiting.push(sending);
      if (state !== 'loading' || waiting.length >= share) await flush();
    }
  };

  const playPlan = (): Promise<void> =>
    playProgramme({
      fetch: deps.programme.fetch, adminKey: deps.adminKey, life: createProgrammeLife({ plan: deps.programme.plan, seed: kept.seed }), after: kept.programmeUpTo, now, sleep, signal,
      reached: (at) => keep({ programmeUpTo: at }),
      refused: (action, status) => logger.debug({ what: action.what, status }, 'an action of the demonstration was refused'),
      onPresent: programmePresent.reach,
    });

  /** When all else is loaded and can be looked at: it takes some seconds more, in the background. */
  const playRegisters = async (): Promise<void> => {
    await staysPresent.reached;
    signal.throwIfAborted();
    const started = now();
    const population = createPopulation({ preset: 'present', seed: kept.seed, from: populationFrom(kept.from), days: Number.POSITIVE_INFINITY, residents: kept.residents, pace: 'weekly', batch: recordsAtOnce });
    await playPopulation({
      population, after: kept.populationUpTo, send: (sendings) => send(sendings, deps.adminKey), gathered: deps.gathered, now, sleep, signal,
      reached: (at) => keep({ populationUpTo: at }),
      onPresent: async (records) => {
        while ((await deps.lag()) > 0) await sleep(50);
        deps.tell({ what: 'registers', records, seconds: (now() - started) / 1_000 });
        await sleep(settlingMs);
        collectGarbage();
      },
    });
  };

  const run = async (play: () => Promise<void>): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await play();
      } catch (error) {
        if (signal.aborted) return;
        logger.warn({ code: error instanceof AppError ? error.code : 'internal', err: error, attempt }, 'the demonstration waits and goes on: see "The demonstration"');
        await sleep(Math.min(mostBackOffMs, 1_000 * 2 ** attempt)).catch(() => undefined);
      }
    }
  };

  const stop = async (): Promise<void> => {
    stopping.abort();
    await running;
  };

  return {
    start: async () => {
      const stored = findState(path);
      if (stored === undefined ? !(await deps.isEmpty()) : stored.state !== 'playing') return;
      kept = stored ?? newState({ seed: plan.seed, rate: plan.rate, residents: plan.residents, from: localDay(now() - plan.days * dayMs) });
      // Before the first request: a folder that has a demonstration's events and no word of it would never go on with it.
      if (stored === undefined) keepState(path, kept);
      state = 'loading';
      running = Promise.all([run(() => playStays(stored !== undefined)), run(playPlan), run(playRegisters)]);
    },
    stop,
    end: async () => {
      await stop();
      state = 'off';
    },
    state: () => state,
  };
};

type Milestone = { readonly reached: Promise<void>; readonly reach: () => void };

/** Something that is waited for; an end of everything ends the waiting too. */
const createMilestone = (signal: AbortSignal): Milestone => {
  let reach: () => void = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return { reached, reach: () => reach() };
};

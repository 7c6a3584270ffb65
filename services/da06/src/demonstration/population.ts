import { monthsBefore } from '@da06/domain';
import type { Population, Sending } from '@da06/simulator';
import { setImmediate } from 'node:timers/promises';

/** The units of today exist since then: what the registers of the demonstration say of before is what they were loaded with. */
const presentUnitsSince = '2025-07-01';
/** So many months before the stays begin: then twelve closed months stand behind every rate. */
const monthsOfPast = 12;

/** The first day of the demonstration's registers, by that of its stays: the first of a month. */
export const populationFrom = (staysFrom: string): string => {
  const month = `${monthsBefore(staysFrom, monthsOfPast).slice(0, 7)}-01`;
  return month < presentUnitsSince ? presentUnitsSince : month;
};

export type PopulationPlayDeps = {
  readonly population: Population;
  /** Unix ms: what is sent up to this moment was sent. */
  readonly after: number;
  readonly send: (sendings: Iterable<Sending>) => Promise<unknown>;
  /** Runs work while the projection takes nothing over. */
  readonly gathered: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told how far it has come: everything up to that moment is in the log. */
  readonly reached: (at: number) => void;
  /** Told once, when the past is played, with the records that it had. */
  readonly onPresent: (records: number) => Promise<void>;
};

/** Requests, and records in them, that are sent while the projection takes nothing over: some seconds of work, so that what a person sends meanwhile is soon seen. */
const atOnce = { requests: 300, records: 8_000 } as const;
const longestSleepMs = 60_000;

/** Plays the registers of a population: the past as fast as it is taken in, then each request when its time comes. */
export const playPopulation = async ({ population, after, send, gathered, now, sleep, signal, reached, onPresent }: PopulationPlayDeps): Promise<void> => {
  const steps = population.paced({ after })[Symbol.iterator]();
  let waiting: Sending[] = [];
  let records = 0;
  let sent = 0;
  const flush = async (isPast: boolean): Promise<void> => {
    const last = waiting.at(-1);
    if (last === undefined) return;
    if (isPast) await gathered(() => send(waiting));
    else await send(waiting);
    signal.throwIfAborted();
    sent += records;
    waiting = [];
    records = 0;
    reached(last.at);
  };
  /** The next request, waited for in pieces of work. */
  const next = async (): Promise<Sending | undefined> => {
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      signal.throwIfAborted();
      if (step.value !== undefined) return step.value;
      await setImmediate();
    }
    return undefined;
  };
  let isPast = true;
  for (let sending = await next(); sending !== undefined; sending = await next()) {
    if (isPast && sending.at > now()) {
      await flush(isPast);
      await onPresent(sent);
      isPast = false;
    }
    while (sending.at > now()) await sleep(Math.min(longestSleepMs, Math.max(1, sending.at - now())));
    waiting.push(sending);
    records += 'received' in sending.expected ? sending.expected.received : 0;
    if (!isPast || waiting.length >= atOnce.requests || records >= atOnce.records) await flush(isPast);
  }
};

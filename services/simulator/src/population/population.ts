import { dayMs, instant } from '@da06/domain';
import type { Sending } from '../feed/sending.ts';
import { createDraw, type Draw } from '../random.ts';
import { dayNumber, midnightOf } from './days.ts';
import { liveDay } from '../population-life/live-day.ts';
import { createPool } from '../population-life/pool.ts';
import type { World } from '../population-life/world.ts';
import { load } from './load.ts';
import { settlePopulation, type PopulationOptions, type SettledPopulation } from './options.ts';
import { createCivilRegistry } from './people.ts';
import { drawnPlaces } from './places.ts';
import { createOffice } from '../population-records/office.ts';
import { requestsOf, sendingOf, type RecordRequest } from '../population-records/send-day.ts';
import { recordOf, requestOf } from '../population-records/record-truth.ts';
import type { PopulationTruth, TruthPopulationRequest, TruthRecord } from './truth.ts';

/** A synthetic population: what its registers are told, and what is true. */
export type Population = {
  /**
   * Everything that is sent before the end of the last day, in the order of `at`; made day by day. More days send the same and more. With `after`: only
   * what is sent after that moment (Unix ms).
   */
  readonly sendings: (options?: { readonly after?: number }) => Iterable<Sending>;
  /** The same, with pauses between: undefined wherever some work was done, to give the event loop back. */
  readonly paced: (options?: { readonly after?: number }) => Iterable<Sending | undefined>;
  /** What registers were told with all of it, or with what is sent up to `until` (Unix ms). @throws RangeError for endless days without `until`. */
  readonly truth: (options?: { readonly until?: number }) => PopulationTruth;
};

/** Makes a population. The same options give the same bytes. @throws AppError `config.invalid`. */
export const createPopulation = (options: PopulationOptions): Population => {
  const settled = settlePopulation(options);
  const paced: Population['paced'] = function* ({ after = Number.NEGATIVE_INFINITY } = {}) {
    for (const request of walk(settled)) {
      if (request === undefined) yield undefined;
      else if (request.at > after) yield sendingOf(request, settled.seed, true);
    }
  };
  return {
    paced,
    sendings: function* (from) {
      for (const sending of paced(from)) if (sending !== undefined) yield sending;
    },
    truth: ({ until = Number.POSITIVE_INFINITY } = {}) => {
      if (!Number.isFinite(settled.days) && !Number.isFinite(until)) throw new RangeError('The truth of endless days needs an end.');
      const records: TruthRecord[] = [];
      const requests: TruthPopulationRequest[] = [];
      for (const request of walk(settled)) {
        if (request === undefined) continue;
        if (request.at > until) break;
        requests.push(requestOf(request, sendingOf(request, settled.seed, false)));
        if (request.repeats) continue;
        for (const entry of request.entries) if (entry.flaw === undefined) records.push(recordOf(entry, records.length + 1, request.at));
      }
      const end = Number.isFinite(settled.days) ? instant(midnightOf(dayNumber(settled.from)) + settled.days * dayMs) : '';
      return { format: 'da06-population-truth/1', options: settled, until: end, records, requests };
    },
  };
};

const streams = { load: 75, day: 76 } as const;
const hourMs = 3_600_000;
/** Households that are made before the event loop may be given back. */
const householdsAtOnce = 100;
/** The load begins early, what offices send of a day comes in the afternoon. */
const hours = { load: 1, day: 15 } as const;

/** Lives through the days: first everybody who is there, then what happens on each, with what offices send of it. */
function* walk(options: SettledPopulation): Generator<RecordRequest | undefined> {
  const { seed, residents, faults, preset, batch } = options;
  const start = dayNumber(options.from);
  const places = drawnPlaces(preset);
  const office = createOffice({ options, start, homes: places.homes });
  let households = 0;
  const world: World = { ...places, registry: createCivilRegistry(), nextNumber: () => (households += 1), settled: createPool(), lodgers: createPool(), gone: [], due: new Map(), late: faults.late, tell: office.tell };
  const sending = { seed, duplicate: faults.duplicate, batch };
  let at = midnightOf(start) + hours.load * hourMs;
  for (const _ of load(world, createDraw(seed, streams.load), start, { residents, oldPaper: faults.oldPaper })) {
    for (const request of requestsOf(office.take(start, batch), at, sending)) {
      at = request.at;
      yield request;
    }
    if (households % householdsAtOnce === 0) yield undefined;
  }
  for (let day = start; day < start + options.days; day += 1) {
    const draw: Draw = createDraw(seed, streams.day, day);
    if (day > start) liveDay(world, draw, day);
    yield* requestsOf(office.take(day), Math.max(at, midnightOf(day) + hours.day * hourMs), sending);
    yield undefined;
  }
}

import { dayNumber, timeOfDay } from '../local-time.ts';
import { countedOf, dayOf, type IncidentFacts } from './facts.ts';
import { leftOut, pairOf } from './one-way.ts';

const periods = ['calendar', 'mps_15_14'] as const;

/** The year of a day; that of the police begins on 15 December. */
const yearOf = (period: (typeof periods)[number], day: string): number => Number(day.slice(0, 4)) + (period === 'mps_15_14' && day.slice(5) >= '12-15' ? 1 : 0);

/** 1970-01-01 was a Thursday. */
const weekdayOf = (at: number): number => ((dayNumber(at) + 3) % 7) + 1;

const tables = [
  { dimension: 'hour', values: Array.from({ length: 24 }, (_, value) => value), of: (at: number): number => Math.floor(timeOfDay(at) / 3_600_000) },
  { dimension: 'weekday', values: Array.from({ length: 7 }, (_, value) => value + 1), of: weekdayOf },
] as const;

/** Rows of the view `incident_hours` as known on a local day. */
export const expectedHours = (facts: IncidentFacts, known: string): object[] => {
  const moments = countedOf(facts, known).flatMap(({ happenedAt }) => (happenedAt === null ? [] : [Date.parse(happenedAt)]));
  const yearsOf = new Map(periods.map((period) => [period, [...new Set(moments.map((at) => yearOf(period, dayOf(at))))].sort((a, b) => a - b)]));
  const [firsts, lasts] = [0, -1].map((place) => [...yearsOf.values()].flatMap((years) => years.at(place) ?? [])) as [number[], number[]];
  return tables.flatMap(({ dimension, values, of }) => {
    const cells = periods.flatMap((period) => (yearsOf.get(period) ?? []).flatMap((year) => values.map((value) => ({
      period, year, value, key: String(value).padStart(2, '0'), pair: pairOf(year, firsts, lasts), n: moments.filter((at) => yearOf(period, dayOf(at)) === year && of(at) === value).length,
    }))));
    const hidden = leftOut(cells);
    return cells.map(({ period, year, value, key, pair, n }) => {
      const left = hidden.has(`${key}|${String(pair)}`);
      return { period_kind: period, year, dimension, value, incidents: left ? null : n, suppressed: left ? 1 : 0, closed: `${String(year)}-12-${period === 'calendar' ? '31' : '14'}` <= known ? 1 : 0, as_of: known };
    });
  });
};

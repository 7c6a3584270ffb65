import type { Truth } from '@da06/simulator';
import { day as dayMs, dayNumber, dayText } from '../truth/local-time.ts';
import { nightsOfVisit, visitsOf } from '../truth/visits.ts';
import type { Plant } from './plants.ts';

/** What must be found: by rule and facility, once for each `of`. */
export type Expected = { readonly rule: string; readonly facility: string; /** References of which the alert names one, or the day that it tells. */ readonly of: readonly string[] };

type Lasting = { readonly facility: string; readonly person: string; readonly ref: string; readonly from: number; readonly to: number };

const grouped = <One>(all: readonly One[], by: (one: One) => string): Map<string, One[]> => {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
};

/** Visits that reach their thirtieth night up to a day: counted from the stays that were told, without a table. */
const longVisits = (stays: readonly Lasting[], lastDay: number): Expected[] => {
  const byGuest = grouped(stays, ({ facility, person }) => `${facility}/${person}`);
  return [...byGuest.values()].flatMap((own) =>
    visitsOf(own).flatMap((visit) => {
      const nights = [...nightsOfVisit(visit).keys()].sort((a, b) => a - b);
      const [first = 0, thirtieth] = [nights[0], nights.find((night) => night === (nights[0] ?? 0) + 29)];
      return thirtieth !== undefined && first + 29 <= lastDay ? [{ rule: 'over-30-days', facility: own[0]?.facility ?? '', of: visit.map(({ ref }) => ref) }] : [];
    }),
  );
};

/** Silences of seven whole days and more, by the day that makes them so: counted from the requests that were sent. */
const silences = (words: readonly { readonly facility: string; readonly at: number }[], lastDay: number): Expected[] =>
  [...grouped(words, ({ facility }) => facility)].flatMap(([facility, own]) => {
    const days = [...new Set(own.map(({ at }) => dayNumber(at)))].sort((a, b) => a - b);
    return days.flatMap((day, place) => ((days[place + 1] ?? lastDay) - day > 7 ? [{ rule: 'silent-facility', facility, of: [dayText(day + 7)] }] : []));
  });

/** What rules must find of a district with plants, up to the day on which it ends: what was planted, and what the play has of itself. `truth` is told in the order of things, the plants beside it. */
export const expectedOf = (truth: Truth, plants: readonly Plant[], lastDay: number): readonly Expected[] => {
  const planted = plants.flatMap(({ facilities }) => facilities.flatMap(({ body, stays }) => stays.map((stay) => ({ facility: body.id, ...stay }))));
  const told: Lasting[] = [
    ...truth.stays.filter(({ cancelled }) => !cancelled).map(({ facility, ref, person, arrivedAt, departedAt, expectedDepartureAt }) => ({ facility, ref, person, from: Date.parse(arrivedAt), to: Date.parse(departedAt ?? expectedDepartureAt) })),
    ...planted.map(({ facility, ref, person, arrivedAt, leavesAt }) => ({ facility, ref, person: String(person), from: arrivedAt, to: leavesAt ?? arrivedAt + 30 * dayMs })),
  ];
  const words = [
    ...truth.requests.map(({ facility, receivedAt }) => ({ facility, at: Date.parse(receivedAt) })), ...truth.emptyDays.map(({ facility, receivedAt }) => ({ facility, at: Date.parse(receivedAt) })),
    ...planted.map(({ facility, toldAt }) => ({ facility, at: toldAt })),
  ];
  const ofPlants = plants.filter(({ rule, hit }) => hit && rule !== 'over-30-days' && rule !== 'silent-facility').map(({ rule, facilities }): Expected => ({ rule, facility: facilities.at(-1)?.body.id ?? '', of: [] }));
  return [...ofPlants, ...longVisits(told, lastDay), ...silences(words, lastDay)];
};

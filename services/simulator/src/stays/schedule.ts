import { dayMs, startOfLocalDay } from '@da06/domain';
import type { Draw } from '../random.ts';
import type { Facility } from '../world/facility.ts';

/** When a party comes, means to leave, learns that it stays longer, and leaves; Unix ms. */
export type Schedule = { readonly arrivedAt: number; readonly expectedAt: number; readonly extended: { readonly at: number; readonly until: number } | undefined; readonly leavesAt: number; readonly hourly: boolean };

const minute = 60_000;
const hour = 3_600_000;

/** Nights of a stay that is registered as one: from 30 days on it is temporary residence. */
const mostNights = 28;

/** A moment of arrival on a day. Nobody comes in the minutes before eight, when a notice is due at once. */
export const arrivalOn = (draw: Draw, midnight: number, hours: Facility['behaviour']['hours']): number => {
  const at = draw.weighted(hours);
  return midnight + at * hour + draw.below(at === 7 ? 20 : 60) * minute;
};

/** How long a party stays. `longLet`: a tenant of 30 days and more. */
export const scheduleOf = (draw: Draw, { behaviour }: Pick<Facility, 'behaviour'>, arrivedAt: number, longLet: boolean): Schedule => {
  const midnight = startOfLocalDay(arrivedAt);
  const arrivedAtHour = (arrivedAt - midnight) / hour;
  if (arrivedAtHour < 21 && draw.chance(behaviour.hourly)) {
    const leavesAt = arrivedAt + draw.between(70, 175) * minute;
    return { arrivedAt, expectedAt: arrivedAt + 3 * hour, extended: undefined, leavesAt: Math.min(leavesAt, midnight + 23 * hour + 40 * minute), hourly: true };
  }
  const [least, most] = longLet ? [31, 90] : draw.weighted(behaviour.nights);
  const nights = draw.between(least, most);
  // Who comes in the small hours has the night that is passing as the first one.
  const firstMorning = midnight + (arrivedAtHour < 5 ? 0 : dayMs);
  const noonAfter = (more: number): number => firstMorning + (nights - 1 + more) * dayMs + 12 * hour;
  const expectedAt = noonAfter(0);
  const leavingFrom = (noon: number): number => noon - draw.between(5, 300) * minute;
  if (!longLet && draw.chance(behaviour.extended) && nights < mostNights) {
    const until = noonAfter(draw.between(1, Math.min(3, mostNights - nights)));
    return { arrivedAt, expectedAt, extended: { at: expectedAt - draw.between(90, 240) * minute, until }, leavesAt: leavingFrom(until), hourly: false };
  }
  if (nights > 1 && draw.chance(behaviour.early)) return { arrivedAt, expectedAt, extended: undefined, leavesAt: leavingFrom(noonAfter(-draw.between(1, nights - 1))), hourly: false };
  return { arrivedAt, expectedAt, extended: undefined, leavesAt: leavingFrom(expectedAt), hourly: false };
};

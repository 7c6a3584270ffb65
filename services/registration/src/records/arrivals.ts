import { dayMs, localDay, localMidnight } from '@da06/domain';
import type { RefState } from '../refs/ref-state.ts';
import type { Service } from '../service.ts';

/** A stay of which the index knows. */
export type KnownStay = { readonly ref: string; readonly key: string; readonly state: RefState };

/** Days of arrivals that are looked through for guests who are still there: a stay lasts under 30 days. */
const lookBackDays = 31;

/** Stays that arrive at a facility on a local day and are not cancelled, by reference in the order of bytes. They are ASCII, so code units sort as bytes do. */
export const arrivalsOf = (service: Service, facility: string, day: string): KnownStay[] => {
  const held = service.refs.arrivals(facility, day);
  return [...new Set([...held, ...service.committer.view.freshArrivals(facility, day)])]
    .flatMap((ref) => {
      const key = `${facility}/${ref}`;
      const state = service.committer.view.ref(key);
      return state?.seen === true && !state.cancelled && localDay(state.arrivedAt) === day ? [{ ref, key, state }] : [];
    })
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
};

/** Stays of guests who are at a facility on a local day: arrived on it or in the 31 days before, and not gone before it. */
export const presentOn = (service: Service, facility: string, day: string): KnownStay[] => {
  const midnight = localMidnight(day);
  const days = Array.from({ length: lookBackDays + 1 }, (_, back) => localDay(midnight - back * dayMs));
  return days.flatMap((arrival) => arrivalsOf(service, facility, arrival)).filter(({ state }) => state.departedAt === 0 || localDay(state.departedAt) >= day);
};

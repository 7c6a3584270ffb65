import { localMidnight } from '@da06/domain';
import { findTripEvent, heldTripEvent, isTripKey, type SealedTripEvent } from './trip-events.ts';
import { walkStays, type OnRecords, type ReadableLog } from './walk-stays.ts';

export type TripRetention = { /** Trips that are due. */ readonly trips: number; /** Trips that would be due and are held. */ readonly held: number; readonly due: ReadonlySet<string>; readonly kept: ReadonlySet<string> };

/**
 * Keys of envelopes of coach trips, and whether they are due: a trip's plates are kept until its end, as what holds of it tells, lies before the cutoff
 * (the first local day whose trips are kept). One walk; some hundred bytes of each event are kept in memory.
 */
export const planTripRetention = async (log: ReadableLog, { cutoff, hold }: { readonly cutoff: string; readonly hold: ReadonlySet<string> }, onRecords: OnRecords): Promise<TripRetention> => {
  const trips = new Map<string, SealedTripEvent[]>();
  await walkStays(
    log,
    ({ key }, bytes) => {
      const event = isTripKey(key) ? findTripEvent(bytes) : undefined;
      if (event === undefined) return;
      const of = trips.get(key);
      if (of === undefined) trips.set(key, [event]);
      else of.push(event);
    },
    onRecords,
  );
  const before = localMidnight(cutoff);
  const [due, kept] = [new Set<string>(), new Set<string>()];
  const counts = { trips: 0, held: 0 };
  for (const events of trips.values()) {
    const { endsAt = 0, facility = '' } = heldTripEvent(events) ?? {};
    const isHeld = endsAt < before && hold.has(facility);
    if (endsAt < before) counts[isHeld ? 'held' : 'trips'] += 1;
    for (const { keyId } of events) (endsAt < before && !isHeld ? due : kept).add(keyId);
  }
  return { ...counts, due, kept };
};

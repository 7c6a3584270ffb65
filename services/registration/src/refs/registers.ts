import type { StayGroupName } from '@da06/events';

/** The registers of a stay: its groups of fields, and whether it is cancelled. Their places are kept on disk: append only. */
export const registers = [
  'person', 'nationality', 'sex', 'birthYear', 'residence', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'notified', 'captured', 'cancelled',
] as const satisfies readonly (StayGroupName | 'cancelled')[];

const places = new Map<string, number>(registers.map((name, place) => [name, place]));
export const cancelledPlace = registers.indexOf('cancelled');

/** Names of registers as bits, one a place. Names of a later version are passed over. */
export const maskOf = (names: readonly string[]): number => {
  let mask = 0;
  for (const name of names) {
    const place = places.get(name);
    if (place !== undefined) mask |= 1 << place;
  }
  return mask;
};

import type { Truth } from '@da06/simulator';
import { dayNumber, dayText } from '../truth/local-time.ts';
import { inspectionsOf, outagesOf } from '../truth/tourism/last-words.ts';

/** The month, local days. */
export type Month = { readonly from: string; readonly to: string };

const dayOf = (moment: string): string => dayText(dayNumber(Date.parse(moment)));
const within = ({ from, to }: Month, day: string): boolean => from <= day && day <= to;

/** What really happened in a month, as the truth has it, in words for whoever reads the tiles. */
export const whatHappened = (truth: Truth, month: Month) => {
  const versionOf = (id: string) => truth.facilities.find((facility) => facility.id === id)?.versions[0];
  const named = (id: string): string => `${id} (${versionOf(id)?.kind ?? ''}, ${versionOf(id)?.rooms ?? 0} rooms)`;
  return {
    kindOf: (id: string): string => versionOf(id)?.kind ?? '',
    named,
    roomsOf: (id: string): number => versionOf(id)?.rooms ?? 0,
    /** Guests who came to a facility between two days and of whom nothing was told. */
    unregistered: (facility: string, days: Month): number => truth.unregistered.filter((party) => party.facility === facility && within(days, dayOf(party.arrivedAt))).reduce((sum, { guests }) => sum + guests, 0),
    arriving: (facility: string, days: Month) => truth.stays.filter((stay) => stay.facility === facility && !stay.cancelled && within(days, dayOf(stay.arrivedAt))),
    inspections: inspectionsOf(truth.oversight).filter(({ on }) => within(month, on)),
    outages: outagesOf(truth.oversight).filter(({ from, until }) => dayOf(from) <= month.to && (until === null || dayOf(until) >= month.from)),
    dayOf,
  };
};
export type Happened = ReturnType<typeof whatHappened>;

import { localDay, mergeRegisters, nightsOf, type CountedStay, type MergedStay, type StayEvent } from '@da06/domain';
import { personLinkedType, type Envelope } from '@da06/events';

/** Rows as the pure rules say they are; `columns` of `engine-rows.ts` read the same from the engine. */
export type ReferenceRows = { readonly stays: readonly string[]; readonly nights: readonly string[] };

const millis = (time: string | null | undefined): number | null => (time == null ? null : Date.parse(time));

/** The views `stays` and `stay_nights` of a log by the pure functions of the domain alone. */
export const referenceRows = (events: readonly Envelope[]): ReferenceRows => {
  const byStay = new Map<string, StayEvent[]>();
  for (const event of events) {
    if (!event.type.startsWith('vn.da06.stay.')) continue;
    byStay.set(event.subject, [...(byStay.get(event.subject) ?? []), event as unknown as StayEvent]);
  }
  const personOf = canonicalPersons(events);
  const asOf = localDay(Math.max(...events.map(({ recordedtime }) => Date.parse(recordedtime))));
  const stays: string[] = [];
  const counted: CountedStay[] = [];
  for (const [subject, own] of byStay) {
    const merged = mergeRegisters(own);
    if (!merged.seen) continue;
    const [facility = '', ref = ''] = subject.split('/');
    stays.push(JSON.stringify(stayRow(facility, ref, merged, personOf)));
    if (!merged.cancelled) counted.push(countedStay(facility, ref, merged, personOf));
  }
  const nights = nightsOf(counted).filter(({ night }) => night <= asOf);
  return { stays: stays.sort(), nights: nights.map(({ facility, ref, person, night, firstNight }) => JSON.stringify([facility, ref, person, night, firstNight])).sort() };
};

type PersonOf = (key: string) => string;

/** A paper stands for its card if it was linked to exactly one, else for itself. */
const canonicalPersons = (events: readonly Envelope[]): PersonOf => {
  const cards = new Map<string, Set<string>>();
  for (const { type, data } of events) {
    if (type !== personLinkedType) continue;
    const paper = String(data['cmndKey']);
    cards.set(paper, (cards.get(paper) ?? new Set()).add(String(data['cccdKey'])));
  }
  return (key) => {
    const own = cards.get(key);
    return own?.size === 1 ? ([...own][0] ?? key) : key;
  };
};

const countedStay = (facility: string, ref: string, { groups }: MergedStay, personOf: PersonOf): CountedStay => ({
  facility, ref, person: personOf(groups.person?.personKey ?? ''), arrivedAt: millis(groups.arrival?.at) ?? 0,
  expectedAt: millis(groups.expectedDeparture) ?? undefined, departedAt: millis(groups.departure) ?? undefined,
});

const stayRow = (facility: string, ref: string, { groups, cancelled, firstRecordedAt, newestEventId }: MergedStay, personOf: PersonOf): readonly unknown[] => {
  const { arrival, notified } = groups;
  const due = (groups.nationality === 'VNM' ? arrival?.dueDomestic : arrival?.dueForeign) ?? '';
  const told = notified?.valid === true && notified.at !== null ? notified.at : firstRecordedAt;
  return [
    facility, ref, personOf(groups.person?.personKey ?? ''), arrival?.unit, groups.nationality, groups.sex, groups.birthYear, groups.residence?.province, groups.reason,
    millis(arrival?.at), millis(groups.expectedDeparture), millis(groups.departure), millis(notified?.at),
    cancelled ? 'cancelled' : groups.departure == null ? 'open' : 'closed', millis(firstRecordedAt), millis(due), told >= due, told < due && firstRecordedAt >= due, newestEventId,
  ];
};

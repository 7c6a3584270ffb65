import type { PopulationTruth, Truth } from '@da06/simulator';
import type { Linked } from './expected-persons.ts';
import type { Facts } from './population/facts.ts';
import type { Fact } from './programme/facts.ts';
import { groupedBy } from './tourism/grouped.ts';

/** How many events of a type there are about a stay, or ('' as ref) a facility. */
export type EventCount = { readonly facility_id: string; readonly ref: string; readonly type: string; readonly events: number };

const types = { checkedIn: 'vn.da06.stay.checked-in.v1', corrected: 'vn.da06.stay.corrected.v1', checkedOut: 'vn.da06.stay.checked-out.v1', cancelled: 'vn.da06.stay.cancelled.v1' } as const;

/** Every event that a district and its programme leave in the log. */
export const expectedEvents = (truth: Omit<Truth, 'links'> & Linked, programme: readonly Pick<Fact, 'type'>[]): EventCount[] => {
  const counts: EventCount[] = truth.stays.flatMap(({ facility, ref, events }) =>
    Object.entries(types).map(([name, type]) => ({ facility_id: facility, ref, type, events: events[name as keyof typeof types] })),
  );
  const perFacility = (id: string, type: string, events: number): void => void counts.push({ facility_id: id, ref: '', type, events });
  for (const { id, versions } of truth.facilities) {
    perFacility(id, 'vn.da06.facility.registered.v1', 1);
    perFacility(id, 'vn.da06.facility.changed.v1', versions.length - 1);
    perFacility(id, 'vn.da06.feed.batch-received.v1', truth.requests.filter(({ facility }) => facility === id).length);
    perFacility(id, 'vn.da06.facility-day.reported.v1', truth.emptyDays.filter(({ facility }) => facility === id).length);
  }
  const { trips, inspections, outages, businesses, incidents } = truth.oversight;
  const perThing = (tellings: readonly { readonly facility?: string; readonly ref?: string }[], type: string): void => {
    for (const [key, own] of groupedBy(tellings, ({ facility = '', ref = '' }) => `${facility}\n${ref}`)) {
      const [facility = '', ref = ''] = key.split('\n');
      counts.push({ facility_id: facility, ref, type, events: own.length });
    }
  };
  perThing(trips, 'vn.da06.coach-trip.reported.v1');
  perThing(inspections, 'vn.da06.inspection.recorded.v1');
  perThing(outages, 'vn.da06.outage.declared.v1');
  const firsts = firstsOf(incidents);
  perThing(firsts, 'vn.da06.incident.recorded.v1');
  perThing(incidents.filter((one) => !firsts.includes(one)), 'vn.da06.incident.updated.v1');
  perFacility('', 'vn.da06.business.registered.v1', businesses.length);
  perFacility('', 'vn.da06.person.linked.v1', truth.links.length);
  for (const type of new Set(programme.map((fact) => fact.type))) perFacility('', type, programme.filter((fact) => fact.type === type).length);
  return counts.filter(({ events }) => events > 0);
};

/** What was told of each first, unless it was taken back with it. */
const firstsOf = (incidents: Truth['oversight']['incidents']): Truth['oversight']['incidents'] => incidents.filter(({ ref, withdrawn }, index) => !withdrawn && incidents.findIndex((one) => one.ref === ref) === index);

/** One event a record of a register, under its reference and no facility, and one a request. */
export const expectedRecordEvents = ({ told }: Pick<Facts, 'told'>, { requests }: Pick<PopulationTruth, 'requests'>): EventCount[] => {
  const counts = new Map<string, EventCount>();
  if (requests.length > 0) counts.set('requests', { facility_id: '', ref: '', type: 'vn.da06.register.batch-received.v1', events: requests.length });
  for (const { what, ref } of told) {
    const row = { facility_id: '', ref, type: `vn.da06.${what}.v1`, events: 1 };
    const key = `${row.type} ${ref}`;
    counts.set(key, { ...row, events: row.events + (counts.get(key)?.events ?? 0) });
  }
  return [...counts.values()];
};

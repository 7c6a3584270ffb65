import { dayMs, startOfLocalDay } from '@da06/domain';
import type { Person } from '../people/person.ts';
import type { Facility } from '../world/facility.ts';
import type { Stay, StayRecord } from './stay.ts';

const hour = 3_600_000;

/** What of a stay a deadline depends on. */
type Arrival = { readonly record: Pick<StayRecord, 'arrivedAt' | 'hourKnown'>; readonly person: Pick<Person, 'nationality'>; readonly facility: Pick<Facility, 'remote'> };

/**
 * When the notice of an arrival is late (Law on Residence 68/2020, art. 30.4; Law 47/2014, art. 33), read here once more on purpose: what the
 * system says of lateness is checked against this, so the two must not be one piece of code.
 */
export const deadlineOf = ({ record, person, facility }: Arrival): number => {
  const { arrivedAt, hourKnown } = record;
  if (person.nationality !== 'VNM') return arrivedAt + (hourKnown ? 0 : dayMs) + (facility.remote ? 24 : 12) * hour;
  const midnight = startOfLocalDay(arrivedAt);
  const hours = (arrivedAt - midnight) / hour;
  if (!hourKnown || hours >= 23) return midnight + 32 * hour;
  return midnight + (hours < 8 ? 8 : 23) * hour;
};

/** Whether a notice that comes now is late. */
export const isLate = (stay: Pick<Stay, 'record' | 'person' | 'facility'>, receivedAt: number): boolean => {
  const { notifiedAt } = stay.record;
  return (notifiedAt === undefined || notifiedAt > receivedAt ? receivedAt : notifiedAt) >= deadlineOf(stay);
};

import type { Truth } from '@da06/simulator';
import type { PersonOf } from '../expected-persons.ts';
import { dueOf } from '../expected-stays.ts';
import type { Guest, TourismFacts } from './facts.ts';
import { inspectionsOf, outagesOf } from './last-words.ts';

const moment = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/** What of a district's stays had been received before a moment, as it stood then: the others are not there. */
export const truthBefore = (truth: Truth, before: number): Truth => ({
  ...truth,
  emptyDays: truth.emptyDays.filter(({ receivedAt }) => Date.parse(receivedAt) < before),
  stays: truth.stays.filter(({ firstReceivedAt }) => Date.parse(firstReceivedAt) < before).map((stay) => {
    const standing = stay.standings.findLast(({ receivedAt }) => Date.parse(receivedAt) < before);
    return { ...stay, ...standing, wholeReceivedAt: stay.wholeReceivedAt.filter((at) => Date.parse(at) < before) };
  }),
});

/** What a simulated district tells of tourism and compliance; units and the newest day come from elsewhere. */
export const tourismOfTruth = ({ facilities, stays, emptyDays, requests, oversight }: Truth, personOf: PersonOf): Omit<TourismFacts, 'units' | 'asOf'> => {
  const remote = new Map(facilities.map(({ id, versions }) => [id, versions[0]?.remote ?? false]));
  return {
    facilities: facilities.map(({ id, versions }) => ({ id, versions, closedOn: '' })),
    guests: stays.map((stay): Guest => {
      const heardAt = Date.parse(stay.firstReceivedAt);
      return {
        facility: stay.facility, ref: stay.ref, person: personOf(stay.paper), nationality: stay.nationality, homeProvince: stay.homeProvince, reason: stay.reason, room: stay.room, captured: stay.captured,
        atHome: stay.homeWard !== '' && stay.unit.includes(stay.homeWard),
        arrivedAt: Date.parse(stay.arrivedAt), expectedAt: Date.parse(stay.expectedDepartureAt), departedAt: moment(stay.departedAt), cancelled: stay.cancelled,
        // A notice that claims to be later than its receipt counts as received.
        heardAt, wholeAt: stay.wholeReceivedAt.map((at) => Date.parse(at)), toldAt: Math.min(moment(stay.notifiedAt) ?? heardAt, heardAt), dueAt: dueOf(stay, remote.get(stay.facility) ?? false),
      };
    }),
    emptyDays: emptyDays.map(({ facility, day, receivedAt }) => ({ facility, day, receivedAt: Date.parse(receivedAt) })),
    batches: requests.map(({ facility, receivedAt, received, rejected, codes }) => ({ facility, receivedAt: Date.parse(receivedAt), received, rejected, codes })),
    keys: [],
    inspections: inspectionsOf(oversight),
    outages: outagesOf(oversight).map(({ scope, target, from, until }) => ({ scope, target, from: Date.parse(from), until: moment(until) })),
  };
};

import { mergeRegisters, type StayEvent } from '@da06/domain';
import { facilityDayReportedType, feedBatchReceivedType, personLinkedType, stayCancelledType, stayCheckedInType, stayCheckedOutType, stayCorrectedType } from '@da06/events';
import { createDistrict, openings, sendAll, tally, type DistrictOptions, type Difference, type TruthStay } from '@da06/simulator';
import { describe, expect, it } from 'vitest';
import { receivingRegistration } from './in-process.fixture.ts';

/** More of everything that goes wrong than is believable, so that a short time has all of it. */
const faults = { late: 0.1, outage: 0.05, silent: 0.02, forgottenCheckOut: 0.1, amendment: 0.25, cancellation: 0.1, duplicate: 0.1, malformed: 0.1, oldPaper: 0.15, longLet: 1, noHour: 0.1, misfit: 0.1, outOfOrder: 0.15 };

const play = async (options: DistrictOptions) => {
  const district = createDistrict(options);
  const { transport, events } = await receivingRegistration();
  const differences: Difference[] = [];
  const summary = await sendAll({
    // One after the other: the clock is moved to each sending's time.
    sendings: [...openings(district.facilities, Date.parse(`${options.from}T00:00:00+07:00`)), ...district.sendings()], transport, receiptTime: 'sent', concurrency: 1,
    patienceMs: 0, now: () => 0, sleep: () => Promise.resolve(), onDifference: (difference) => differences.push(difference),
  });
  return { district, differences, summary, events: await events() };
};

/** What the log's events make of a stay, in the truth's words. */
const stayOf = (of: readonly StayEvent[]): Partial<TruthStay> => {
  const { groups, cancelled, firstRecordedAt } = mergeRegisters(of);
  const count = (type: string): number => of.filter((event) => event.type === type).length;
  return {
    unit: groups.arrival?.unit ?? '', nationality: groups.nationality ?? '', sex: groups.sex === '' || groups.sex === undefined ? 'X' : groups.sex, birthYear: groups.birthYear ?? 0, homeProvince: groups.residence?.province ?? '', homeWard: groups.residence?.ward ?? '',
    reason: groups.reason ?? '', arrivedAt: groups.arrival?.at ?? '', hourKnown: groups.arrival?.timeKnown ?? false, expectedDepartureAt: groups.expectedDeparture ?? '', departedAt: groups.departure ?? null,
    notifiedAt: groups.notified?.at ?? null, cancelled, firstReceivedAt: firstRecordedAt,
    events: { checkedIn: count(stayCheckedInType), corrected: count(stayCorrectedType), checkedOut: count(stayCheckedOutType), cancelled: count(stayCancelledType) },
  };
};

describe('a district played into registration', () => {
  it.each<DistrictOptions>([
    { preset: 'reform', seed: 4, from: '2025-06-29', days: 4, rate: 0.12, faults },
    { preset: 'present', seed: 5, from: '2026-02-14', days: 5, rate: 0.1, faults: { ...faults, outage: 0.2, silent: 0, wholeRecord: 1 } },
  ])('$preset: is answered to the count and the code as its truth has it, and leaves every stay as its truth has it', async (options) => {
    const { district, differences, summary, events } = await play(options);
    expect(differences.map(({ sending, wrong }) => [sending.method, sending.path, ...wrong])).toEqual([]);
    expect(summary).toMatchObject({ ...tally(district.sendings()), requests: summary.requests });

    const truth = district.truth();
    const bySubject = groupBySubject(events);
    for (const stay of truth.stays) {
      // `events` passed its schemas when it was read; a subject with a slash holds events of one stay alone.
      const told = stayOf((bySubject.get(`${stay.facility}/${stay.ref}`) ?? []) as unknown as StayEvent[]);
      expect({ ref: stay.ref, ...told }).toEqual({ ref: stay.ref, ...Object.fromEntries(Object.keys(told).map((name) => [name, stay[name as keyof TruthStay]])) });
    }
    const subjects = new Set(events.filter(({ type }) => type === stayCheckedInType).map(({ subject }) => subject));
    const count = (type: string): number => events.filter((event) => event.type === type).length;
    expect({ stays: subjects.size, requests: count(feedBatchReceivedType), emptyDays: count(facilityDayReportedType), links: count(personLinkedType) })
      .toEqual({ stays: truth.stays.length, requests: truth.requests.length, emptyDays: truth.emptyDays.length, links: truth.links.length });
    expect(truth.stays.length).toBeGreaterThan(150);
  });
});

const groupBySubject = <Event extends { readonly subject: string }>(events: readonly Event[]): Map<string, Event[]> => {
  const groups = new Map<string, Event[]>();
  for (const event of events) groups.set(event.subject, [...(groups.get(event.subject) ?? []), event]);
  return groups;
};

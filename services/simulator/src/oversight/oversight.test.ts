import { describe, expect, it } from 'vitest';
import { createDistrict } from '../district.ts';
import type { DistrictOptions } from '../options.ts';

const options = (over: Partial<DistrictOptions> = {}): DistrictOptions => ({ preset: 'present', seed: 5, from: '2026-03-02', days: 30, rate: 0.3, faults: { silent: 0.03, outage: 0.03 }, oversight: true, ...over });
const district = createDistrict(options());
const truth = district.truth();
const { trips, inspections, outages, businesses, incidents } = truth.oversight;

/** The last word on each thing. */
const lastOf = <T>(all: readonly T[], keyOf: (one: T) => string): T[] => [...new Map(all.map((one) => [keyOf(one), one])).values()];

describe('what is told beside stays', () => {
  it('leaves every stay, and what feeds send of it, as it is without', () => {
    const [own, without] = [true, false].map((oversight) => createDistrict(options({ days: 10, oversight })));
    const text = (all: unknown): string => JSON.stringify(all);
    const ofStays = [...(own?.sendings() ?? [])].filter(({ expected: { about } }) => about === 'stays' || about === 'empty-day');
    expect(text(ofStays) === text([...(without?.sendings() ?? [])])).toBe(true);
    const [told, untold] = [own?.truth(), without?.truth()];
    expect(text([told?.stays, told?.unregistered]) === text([untold?.stays, untold?.unregistered])).toBe(true);
    expect(untold?.oversight).toEqual({ trips: [], inspections: [], outages: [], businesses: [], incidents: [] });
    expect(ofStays.length).toBeGreaterThan(500);
  }, 20_000);

  it('has trips of coaches alone, of plates that no coach has, some told again and some called off', () => {
    const coaches = new Set(truth.facilities.filter(({ versions }) => versions[0]?.kind === 'coach').map(({ id }) => id));
    expect(new Set(trips.map(({ facility }) => facility))).toEqual(coaches);
    expect(trips.filter(({ plate }) => !/^93B-000\.\d\d$/.test(plate))).toEqual([]);
    expect(trips.filter(({ revision }) => revision > 0).map(({ cancelled }) => cancelled)).toEqual(expect.arrayContaining([true, false]));
    expect(trips.length).toBeGreaterThan(100);
  });

  it('has inspections that find guests of silent houses, and no more of them than are there', () => {
    expect(inspections.length).toBeGreaterThan(8);
    expect(inspections.filter(({ unreported, guestsFound }) => unreported > guestsFound || unreported < 0)).toEqual([]);
    const missed = (facility: string, on: string): boolean => truth.unregistered.some((party) => party.facility === facility && party.arrivedAt < `${on}T17:00:00.000Z` && party.leavesAt > `${on}T16:00:00.000Z`);
    const found = inspections.filter(({ unreported }) => unreported > 0);
    expect(found.length).toBeGreaterThan(2);
    expect(found.some(({ facility, on, unreported }) => missed(facility, on) && unreported >= 4)).toBe(true);
    expect(inspections.filter(({ facility, on, unreported }) => unreported > 0 && !missed(facility, on) && !truth.stays.some((stay) => stay.facility === facility && stay.firstReceivedAt > `${on}T16:00:00.000Z`))).toEqual([]);
  });

  it('has incidents that are told once open and then as they end, some taken back, some under a lower revision later; each in a unit of its day', () => {
    expect(incidents.length).toBeGreaterThan(200);
    const last = lastOf(incidents, ({ ref }) => ref);
    expect(new Set(last.map(({ withdrawn }) => withdrawn)).size).toBe(2);
    expect(incidents.filter(({ revision }) => revision === 0).length).toBe(last.length);
    expect(incidents.some(({ ref, revision }, index) => incidents.slice(0, index).some((before) => before.ref === ref && before.revision > revision))).toBe(true);
    expect(incidents.filter(({ happenedAt, reportedAt, handledAt, receivedAt }) => (happenedAt ?? '') > reportedAt || (handledAt ?? reportedAt) < reportedAt || (handledAt ?? '') > receivedAt || reportedAt > receivedAt)).toEqual([]);
  });

  it('declares outages open and closes them, each once, and takes some back', () => {
    expect(new Set(outages.map(({ scope }) => scope)).has('facility')).toBe(true);
    for (const { revision, until } of outages) expect(until === null).toBe(revision === 0);
    for (const { from, until } of outages) if (until !== null) expect(from < until).toBe(true);
    const refs = outages.map(({ ref, revision }) => `${ref} ${revision}`);
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('marks outages and businesses as it marks facilities', () => {
    const named = (prefix: string): string[] => {
      const { outages: declared, businesses: registered } = createDistrict(options({ idPrefix: prefix })).truth().oversight;
      return [...declared.map(({ ref }) => ref), ...registered.map(({ id }) => id)];
    };
    expect(named('demo-').filter((name) => !name.startsWith('demo-'))).toEqual([]);
    expect(named('thu-').filter((name) => !name.startsWith('thu-'))).toEqual([]);
    expect(outages.length * businesses.length).toBeGreaterThan(0);
  });

  it('has businesses of every kind, in the unit of each day, some with readers', () => {
    const reform = createDistrict(options({ preset: 'reform', from: '2025-06-10', days: 40 })).truth().oversight.businesses;
    for (const all of [businesses, reform]) {
      const now = lastOf(all, ({ id, validFrom }) => `${id} ${validFrom}`);
      expect(new Set(now.map(({ kind }) => kind)).size).toBe(7);
      expect(now.filter(({ unit, validFrom }) => unit.endsWith('@2025') !== validFrom >= '2025-07-01')).toEqual([]);
      expect(now.some(({ readers }) => readers > 0) && now.some(({ readers }) => readers === 0)).toBe(true);
      expect(now.filter(({ readers, readersSince }) => readers > 0 !== (readersSince !== null))).toEqual([]);
    }
    expect(reform.length).toBeGreaterThan(32);
  });
});

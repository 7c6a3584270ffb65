import { localDay } from '@da06/domain';
import { describe, expect, it } from 'vitest';
import { createDistrict } from './district.ts';
import { monthOfRealShape } from './scenarios.ts';

describe('a month of real shape', () => {
  const truth = createDistrict(monthOfRealShape).truth();
  const [hotel, motel] = monthOfRealShape.downtimes;
  const days = (facility: string): Set<string> => new Set([...truth.requests, ...truth.emptyDays].filter((sent) => sent.facility === facility).map(({ receivedAt }) => localDay(Date.parse(receivedAt))));

  it('has a hotel that sends nothing over a weekend, which is declared as an outage, and then tells of its guests', () => {
    expect(['2026-05-15', '2026-05-17', '2026-05-18'].map((day) => days(hotel.facility).has(day))).toEqual([true, false, true]);
    const declared = truth.oversight.outages.filter(({ target }) => target === hotel.facility).at(-1);
    expect(declared).toMatchObject({ revision: 1, from: '2026-05-15T23:00:00.000Z', until: '2026-05-18T03:00:00.000Z', withdrawn: false });
    expect(truth.stays.filter(({ facility, arrivedAt }) => facility === hotel.facility && ['2026-05-16', '2026-05-17'].includes(localDay(Date.parse(arrivedAt)))).length).toBeGreaterThan(5);
  });
  it('has a motel that is heard of no more for twelve days, while its guests come and are found by the police', () => {
    expect(['2026-05-05', '2026-05-06', '2026-05-12', '2026-05-17', '2026-05-18'].map((day) => days(motel.facility).has(day))).toEqual([true, false, false, false, true]);
    expect(truth.unregistered.filter(({ facility }) => facility === motel.facility).length).toBeGreaterThan(30);
    expect(truth.oversight.inspections.some(({ facility, unreported }) => facility === motel.facility && unreported > 0)).toBe(true);
  });
  it('refuses downtimes that cannot be', () => {
    expect(() => createDistrict({ ...monthOfRealShape, downtimes: [{ ...hotel, from: '2026-02-30' }] })).toThrow(/downtimes/);
    expect(() => createDistrict({ ...monthOfRealShape, downtimes: [{ ...hotel, facility: 'nobody' }] })).toThrow(/downtimes/);
  });
});

import { dayMs, localDay, localMidnight } from '@da06/domain';
import { loadLocality } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import { lunarDay } from './calendar/lunar-day.ts';
import { dayKind } from './calendar/day-kind.ts';
import { createDistrict } from './district.ts';
import type { DistrictOptions } from './options.ts';
import { provinces } from './people/origins.ts';
import { behaviours } from './world/behaviour.ts';
import type { Truth, TruthStay } from './truth/truth.ts';

const locality = loadLocality();
const truthOf = (over: Partial<DistrictOptions>): Truth => createDistrict({ preset: 'present', seed: 3, from: '2026-01-26', days: 40, ...over }).truth();
const winter = truthOf({});
const reform = truthOf({ preset: 'reform', from: '2025-06-24', days: 14, seed: 11, faults: { noHour: 0 } });

const dayNumber = (day: string): number => (localMidnight(day) + 7 * 3_600_000) / dayMs;
const kindOf = ({ facilities }: Truth): ((stay: TruthStay) => string) => {
  const kinds = new Map(facilities.map(({ id, versions }) => [id, versions[0]?.kind ?? '']));
  return ({ facility }) => kinds.get(facility) ?? '';
};
const arrivalsPerDay = (truth: Truth, kinds: readonly string[]): ((day: string) => number) => {
  const kind = kindOf(truth);
  const days = new Map<string, number>();
  for (const stay of truth.stays) if (kinds.includes(kind(stay))) days.set(localDay(Date.parse(stay.arrivedAt)), (days.get(localDay(Date.parse(stay.arrivedAt))) ?? 0) + 1);
  return (day) => days.get(day) ?? 0;
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the calendar', () => {
  it.each([['2007-02-17', 1, 1], ['2030-02-02', 1, 1], ['2026-02-17', 1, 1], ['2025-04-07', 10, 3], ['2026-04-26', 10, 3]])('reads %s as the Vietnamese lunar calendar does', (day, lunar, month) => {
    expect(lunarDay(dayNumber(day))).toEqual({ day: lunar, month });
  });
  it('counts the days around Tết, and knows the days off', () => {
    expect(['2026-02-10', '2026-02-11', '2026-02-16', '2026-02-17', '2026-03-01', '2026-03-02'].map((day) => dayKind(dayNumber(day)).tet)).toEqual([undefined, -6, -1, 0, 12, undefined]);
    expect(['2026-01-01', '2026-04-26', '2026-04-30', '2026-09-02', '2026-03-03', '2026-05-04'].map((day) => dayKind(dayNumber(day)).holiday)).toEqual(['new-year', 'hung-kings', 'reunification', 'national-day', 'full-moon', undefined]);
    expect([0, 1, 6].map((ahead) => dayKind(dayNumber('2026-03-01') + ahead).weekday)).toEqual([0, 1, 6]);
  });
});

describe('people and facilities', () => {
  it('say by their names and ids that they are made up', () => {
    const district = createDistrict({ preset: 'present', seed: 2, from: '2026-03-01', days: 3 });
    for (const { id, body } of district.facilities) expect([id, body.name]).toEqual([expect.stringMatching(/^demo-/), expect.stringMatching(/\(mô phỏng\)$/)]);
    const names = [...district.sendings()].flatMap(({ body }) => [...body.matchAll(/"fullName":"([^"]+)"/g)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => name?.endsWith(' Mẫu') !== true)).toEqual([]);
    expect(createDistrict({ preset: 'present', seed: 2, from: '2026-03-01', days: 3, idPrefix: 'x-' }).facilities[0]?.id).toBe('x-ks-01');
  });

  it('have numbers that no register issues, one person each', () => {
    const forms: Readonly<Record<string, RegExp>> = { cccd: /^\d{6}(9[0-7]\d{4}|98[0-6]\d{3})$/, cmnd: /^00\d{7}$/, passport: /^ZZ\d{7}$/, 'birth-certificate': /^MAU\d{7}\/\d{4}$/ };
    const papers = winter.persons.flatMap((person) => person.papers);
    expect(papers.filter(({ kind, number }) => forms[kind]?.test(number) !== true)).toEqual([]);
    expect(new Set(papers.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(papers.length);
  });

  it('are of units, kinds and provinces that the locality has', () => {
    for (const truth of [winter, reform]) {
      for (const { versions } of truth.facilities) {
        for (const { unit, kind, validFrom } of versions) expect([unit, locality.isUnitValid(unit, validFrom), locality.facilityKind(kind)?.kind]).toEqual([unit, true, kind]);
      }
    }
    for (const { code, name } of provinces.values) expect([name, locality.province(name), locality.isFormerProvince(name)]).toEqual([name, code, false]);
    expect(new Set(winter.facilities.map(({ versions }) => versions[0]?.kind)).size).toBe(11);
    expect(winter.facilities).toHaveLength(60);
  });
});

describe('coming and going', () => {
  it('never fills a house beyond its beds, nor a room beyond its own', () => {
    for (const truth of [winter, reform]) {
      const kind = kindOf(truth);
      const rooms = new Map<string, [at: number, change: number][]>();
      const add = (key: string, at: number, change: number): void => void (rooms.get(key)?.push([at, change]) ?? rooms.set(key, [[at, change]]));
      // Who changed rooms, or was not told to have left, is left out: only the last room and the told times are known of them.
      for (const stay of truth.stays.filter(({ cancelled, hourKnown, events, departedAt }) => !cancelled && hourKnown && events.corrected === 0 && events.checkedIn === 1 && departedAt !== null)) {
        for (const key of [`${stay.facility}`, `${stay.facility} ${stay.room}`]) {
          add(key, Date.parse(stay.arrivedAt), 1);
          add(key, Date.parse(stay.departedAt ?? ''), -1);
        }
      }
      const beds = new Map(truth.facilities.map(({ id, versions }) => [id, versions[0]?.beds ?? 0]));
      const kindOfHouse = new Map(truth.stays.map((stay) => [stay.facility, kind(stay) as keyof typeof behaviours]));
      for (const [key, changes] of rooms) {
        const [facility = '', room] = key.split(' ');
        const most = room === undefined ? (beds.get(facility) ?? 0) : behaviours[kindOfHouse.get(facility) ?? 'hotel'].bedsEach;
        let present = 0;
        const fullest = changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]).reduce((so, [, change]) => Math.max(so, (present += change)), 0);
        expect([key, fullest <= most]).toEqual([key, true]);
      }
    }
  });

  it('registers some 500 to 900 guests a day', () => {
    const days = new Map<string, number>();
    for (const { arrivedAt } of truthOf({ from: '2026-03-02', days: 14 }).stays) days.set(localDay(Date.parse(arrivedAt)), (days.get(localDay(Date.parse(arrivedAt))) ?? 0) + 1);
    // The last day's guests are not all told of yet.
    const counts = [...days.values()].slice(0, -1);
    expect([mean(counts) > 500, mean(counts) < 900]).toEqual([true, true]);
  });

  it('peaks after Tết in hotels and at home, and stands still at work', () => {
    const ordinary = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-07', '2026-02-08'];
    const feast = ['2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21'];
    const ratio = (kinds: readonly string[]): number => {
      const on = arrivalsPerDay(winter, kinds);
      return mean(feast.map(on)) / mean(ordinary.map(on));
    };
    expect(ratio(['hotel', 'guest-house'])).toBeGreaterThan(1.4);
    expect(ratio(['household'])).toBeGreaterThan(2);
    expect(ratio(['boarding-house', 'zone-housing'])).toBeLessThan(0.3);
  });

  it('has guests by the hour who leave on the day they came, tenants of 30 days and more, and people who come again', () => {
    const kind = kindOf(winter);
    const motels = winter.stays.filter((stay) => kind(stay) === 'motel' && stay.departedAt !== null);
    const sameDay = motels.filter(({ arrivedAt, departedAt }) => localDay(Date.parse(arrivedAt)) === localDay(Date.parse(departedAt ?? '')));
    expect(sameDay.length / motels.length).toBeGreaterThan(0.5);
    expect(winter.stays.some((stay) => kind(stay) === 'rental-house' && Date.parse(stay.expectedDepartureAt) - Date.parse(stay.arrivedAt) > 30 * dayMs)).toBe(true);
    expect(winter.persons.length).toBeLessThan(winter.stays.length);
    expect(new Set(winter.stays.map(({ nationality }) => nationality)).size).toBeGreaterThan(8);
  });

  it('moves every facility of the thirteen units into one of the five on 2025-07-01', () => {
    const units = (from: string, to: string): Set<string> => new Set(reform.stays.filter(({ arrivedAt }) => localDay(Date.parse(arrivedAt)) >= from && localDay(Date.parse(arrivedAt)) <= to).map(({ unit }) => unit));
    expect(new Set(reform.facilities.map(({ versions }) => versions[0]?.unit)).size).toBe(13);
    for (const unit of units('2025-06-24', '2025-06-30')) expect(unit).toMatch(/@old$/);
    expect([...units('2025-07-01', '2025-07-07')].sort()).toEqual(['W25326@2025', 'W25345@2025', 'W25349@2025', 'W25351@2025', 'W25357@2025']);
  });

  it('sends nothing from a silent facility for days, and never tells of its guests', () => {
    const truth = truthOf({ from: '2026-03-01', days: 25, seed: 5, faults: { silent: 0.5, outage: 0 } });
    const daysSent = (facility: string): number => new Set([...truth.requests, ...truth.emptyDays].filter((request) => request.facility === facility).map(({ receivedAt }) => localDay(Date.parse(receivedAt)))).size;
    const motel = truth.facilities.find(({ id }) => id.startsWith('demo-nn-'))?.id ?? '';
    expect([daysSent(motel) <= 23, daysSent(motel) >= 10]).toEqual([true, true]);
  });
});

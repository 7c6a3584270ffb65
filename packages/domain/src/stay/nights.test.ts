import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStayTime } from '../time/parse-stay-time.ts';
import { dayMs, hourMs, localDay, startOfLocalDay } from '../time/vietnam-time.ts';
import { endOf, nightsOf, type CountedStay } from './nights.ts';
import { countsAsTourist } from './tourism.ts';

const at = (text: string) => parseStayTime(text)?.at as number;
const stay = (ref: string, arrived: string, departed?: string, expected?: string, person = 'p'): CountedStay => ({
  facility: 'ks', ref, person, arrivedAt: at(arrived), departedAt: departed === undefined ? undefined : at(departed), expectedAt: expected === undefined ? undefined : at(expected),
});
const counted = (...stays: CountedStay[]) => nightsOf(stays).map(({ ref, night, firstNight }) => `${ref} ${night.slice(5)}${firstNight ? ' *' : ''}`);

describe('night counting', () => {
  it('counts local midnights', () => expect(counted(stay('a', '2026-11-20 14:00', '2026-11-22 12:00'))).toEqual(['a 11-20 *', 'a 11-21']));
  it('counts one night from 23:30 to 00:30', () => expect(counted(stay('a', '2026-11-20 23:30', '2026-11-21 00:30'))).toEqual(['a 11-20 *']));
  it('counts no night of a day guest', () => expect(counted(stay('a', '2026-11-20 08:00', '2026-11-20 23:59:59'))).toEqual([]));
  it('takes a room move as one arrival', () => expect(counted(stay('a', '2026-11-20 14:00', '2026-11-21 10:00'), stay('b', '2026-11-21 10:05', '2026-11-22 10:00'))).toEqual(['a 11-20 *', 'b 11-21']));
  it('takes a return after 24 hours as a second arrival', () => {
    expect(counted(stay('a', '2026-11-20 14:00', '2026-11-21 10:00'), stay('b', '2026-11-22 09:59:59', '2026-11-23 10:00'))).toEqual(['a 11-20 *', 'b 11-22']);
    expect(counted(stay('a', '2026-11-20 14:00', '2026-11-21 10:00'), stay('b', '2026-11-22 10:00', '2026-11-23 10:00'))).toEqual(['a 11-20 *', 'b 11-22 *']);
  });
  it('counts a night of a person at a facility once, for the stay that began first', () => expect(counted(stay('b', '2026-11-20 15:00', '2026-11-22 10:00'), stay('a', '2026-11-20 14:00', '2026-11-21 10:00'))).toEqual(['a 11-20 *', 'b 11-21']));
  it('caps a missing check-out at the expected day, and at 30 days where there is none', () => {
    expect(counted(stay('a', '2026-11-20 14:00', undefined, '2026-11-21 12:00'))).toEqual(['a 11-20 *']);
    expect(counted(stay('a', '2026-11-20 14:00'))).toHaveLength(30);
  });
  it('believes the departure before the expected one', () => expect(counted(stay('a', '2026-11-20 14:00', '2026-11-21 10:00', '2026-11-25 12:00'))).toEqual(['a 11-20 *']));
  it('counts the night of two stays from one moment for the lower reference', () => expect(counted(stay('b', '2026-11-20 14:00', '2026-11-22 10:00'), stay('a', '2026-11-20 14:00', '2026-11-21 10:00'))).toEqual(['a 11-20 *', 'b 11-21']));
  it('counts across the end of a month and of a year', () => expect(counted(stay('a', '2026-12-31 14:00', '2027-01-02 09:00'))).toEqual(['a 12-31 *', 'a 01-01']));
  it('holds an end before the arrival for the arrival, and none later than 366 days', () => {
    expect(counted(stay('a', '2026-11-20 14:00', '2026-11-18 12:00'))).toEqual([]);
    expect(counted(stay('a', '2026-01-01 14:00', '2036-01-01 12:00'))).toHaveLength(366);
  });
  it('gives the first night of a merged stay to the stay that has it, not to the day guest before', () => {
    expect(counted(stay('a', '2026-11-20 08:00', '2026-11-20 12:00'), stay('b', '2026-11-20 15:00', '2026-11-21 10:00'))).toEqual(['b 11-20 *']);
  });
  it('counts two persons in one room, and one person at two facilities, each for itself', () => {
    const [one, other] = [stay('a', '2026-11-20 14:00', '2026-11-21 10:00'), stay('b', '2026-11-20 14:00', '2026-11-21 10:00', undefined, 'q')];
    expect(nightsOf([one, other, { ...one, facility: 'nn' }])).toHaveLength(3);
  });
});

describe('tourism', () => {
  const purpose = { tourism: true, reason: 'tourism', homeWard: '', unit: 'W25357@2025' };
  it.each(['tourism', 'business', 'visit', 'family-visit', 'conference', ''])('takes the reason "%s" as a purpose of travel', (reason) => expect(countsAsTourist({ ...purpose, reason })).toBe(true));
  it.each(['work', 'medical', 'study', 'settlement', 'other'])('does not take the reason %s', (reason) => expect(countsAsTourist({ ...purpose, reason })).toBe(false));
  it('leaves out long-let houses, clinics and hostels', () => expect(countsAsTourist({ ...purpose, tourism: false })).toBe(false));
  it('leaves out who lives in the same commune, not who lives in the next', () => {
    expect(countsAsTourist({ ...purpose, homeWard: '25357' })).toBe(false);
    expect(countsAsTourist({ ...purpose, homeWard: '25349' })).toBe(true);
    expect(countsAsTourist({ ...purpose, unit: '' })).toBe(true);
  });
  it('ends where stays merge to thirty days', () => {
    const tourist = (...stays: CountedStay[]) => nightsOf(stays.map((one) => ({ ...one, tourist: true }))).filter(({ tourism }) => tourism).length;
    expect(tourist(stay('a', '2026-11-01 14:00', '2026-11-30 12:00'))).toBe(29);
    expect(tourist(stay('a', '2026-11-01 14:00', '2026-12-01 12:00'))).toBe(0);
    expect(tourist(stay('a', '2026-11-01 14:00', '2026-11-16 12:00'), stay('b', '2026-11-16 14:00', '2026-12-01 12:00'))).toBe(0);
    expect(tourist(stay('a', '2026-11-01 14:00', '2026-11-16 12:00'), stay('b', '2026-11-17 14:00', '2026-12-02 12:00'))).toBe(30);
  });
});

describe('laws of night counting', () => {
  const start = at('2026-01-01 00:00');
  const lives = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 40 * 24 * 60 }), minutes: fc.integer({ min: 0, max: 200 * 60 }), person: fc.constantFrom('p', 'q'), facility: fc.constantFrom('ks', 'nn'), open: fc.boolean() }),
    { maxLength: 8 },
  ).map((list) => list.map(({ from, minutes, person, facility, open }, index): CountedStay => {
    const arrivedAt = start + from * 60_000;
    return { facility, ref: `r${index}`, person, arrivedAt, expectedAt: open ? arrivedAt + minutes * 60_000 : undefined, departedAt: open ? undefined : arrivedAt + minutes * 60_000 };
  }));
  const key = ({ facility, person, night }: { facility: string; person: string; night: string }) => `${facility} ${person} ${night}`;

  it('a night of a person at a facility is never counted twice', () => {
    fc.assert(fc.property(lives, (stays) => { const nights = nightsOf(stays); expect(new Set(nights.map(key)).size).toBe(nights.length); }));
  });
  it('the nights counted are exactly the local midnights that some stay spans', () => {
    fc.assert(fc.property(lives, (stays) => {
      const spanned = stays.flatMap((one) => Array.from({ length: 400 }, (_, day) => startOfLocalDay(one.arrivedAt) + day * dayMs)
        .filter((midnight) => midnight + dayMs > one.arrivedAt && midnight + dayMs <= endOf(one)).map((midnight) => key({ ...one, night: localDay(midnight) })));
      expect(nightsOf(stays).map(key).sort()).toEqual([...new Set(spanned)].sort());
    }), { numRuns: 50 });
  });
  it('the order in which stays are handed in does not matter', () => {
    fc.assert(fc.property(lives.chain((stays) => fc.tuple(fc.constant(stays), fc.shuffledSubarray(stays, { minLength: stays.length }))), ([stays, shuffled]) => {
      const text = (list: readonly CountedStay[]) => nightsOf(list).map((night) => JSON.stringify(night)).sort();
      expect(text(shuffled)).toEqual(text(stays));
    }));
  });
  it('nobody arrives twice within 24 hours at one facility', () => {
    fc.assert(fc.property(lives, (stays) => {
      const arrivals = nightsOf(stays).filter(({ firstNight }) => firstNight).map(({ facility, person, night }) => [`${facility} ${person}`, Date.parse(night)] as const);
      for (const [who, day] of arrivals) expect(arrivals.filter(([other, later]) => other === who && Math.abs(later - day) < 24 * hourMs)).toHaveLength(1);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStayTime } from '../time/parse-stay-time.ts';
import { dayMs, hourMs, instant, startOfLocalDay } from '../time/vietnam-time.ts';
import { dueDomestic, dueForeign, lateness, toldAt } from './lodging-clock.ts';

const at = (text: string) => {
  const time = parseStayTime(text);
  if (time === undefined) throw new Error(text);
  return time;
};
const due = (text: string, tail?: '08:00' | '23:00') => instant(dueDomestic(at(text), tail));
const local = (text: string) => instant(at(text).at);

describe('the lodging clock', () => {
  it.each([
    ['2026-11-20 07:59:59.999', '2026-11-20 08:00:00'],
    ['2026-11-20 08:00:00', '2026-11-20 23:00:00'],
    ['2026-11-20 08:00:01', '2026-11-20 23:00:00'],
    ['2026-11-20 14:00:00', '2026-11-20 23:00:00'],
    ['2026-11-20 22:59:59', '2026-11-20 23:00:00'],
    ['2026-11-20 22:59:59.999', '2026-11-20 23:00:00'],
    ['2026-11-20 23:00:00', '2026-11-21 08:00:00'],
    ['2026-11-20 23:00:01', '2026-11-21 08:00:00'],
    ['2026-11-20 23:59:59', '2026-11-21 08:00:00'],
    ['2026-11-20 00:00:00', '2026-11-20 08:00:00'],
    ['2026-11-20 00:00:01', '2026-11-20 08:00:00'],
    ['2026-11-20T16:59:59Z', '2026-11-21 08:00:00'],
    ['2026-11-20T17:00:00Z', '2026-11-21 08:00:00'],
    ['2024-02-28 23:00:00', '2024-02-29 08:00:00'],
    ['2026-11-20 07:59:59', '2026-11-20 08:00:00'],
    ['2026-12-31 23:30:00', '2027-01-01 08:00:00'],
    ['2026-11-20', '2026-11-21 08:00:00'],
  ])('lets an arrival at %s be told before %s', (arrival, deadline) => {
    expect(due(arrival)).toBe(local(deadline));
  });

  it.each([
    ['2026-11-19 23:59:59', '2026-11-20 08:00:00'],
    ['2026-11-20 00:00:00', '2026-11-20 23:00:00'],
    ['2026-11-20 07:59:59', '2026-11-20 23:00:00'],
    ['2026-11-20 08:00:00', '2026-11-20 23:00:00'],
    ['2026-11-20 22:59:59', '2026-11-20 23:00:00'],
    ['2026-11-20 23:00:00', '2026-11-21 08:00:00'],
    ['2026-11-20', '2026-11-21 08:00:00'],
  ])('where the locality reads the night tail as that calendar day, lets an arrival at %s be told before %s', (arrival, deadline) => {
    expect(due(arrival, '23:00')).toBe(local(deadline));
  });

  it('gives a foreigner 12 hours, 24 in remote areas, and the end of the day where the hour is missing', () => {
    expect(instant(dueForeign(at('2026-11-20 14:00:00'), false))).toBe(local('2026-11-21 02:00:00'));
    expect(instant(dueForeign(at('2026-11-20 14:00:00'), true))).toBe(local('2026-11-21 14:00:00'));
    expect(instant(dueForeign(at('2026-11-20'), false))).toBe(local('2026-11-21 12:00:00'));
  });

  it('calls a notice late at the second of the deadline and not one before', () => {
    const deadline = at('2026-11-20 23:00:00').at;
    expect(lateness({ due: deadline, notifiedAt: undefined, receivedAt: deadline - 1 })).toEqual({ late: false, syncedLate: false });
    expect(lateness({ due: deadline, notifiedAt: undefined, receivedAt: deadline })).toEqual({ late: true, syncedLate: false });
  });

  it('tells a notice in time that was synced late from a late notice', () => {
    const deadline = at('2026-11-20 23:00:00').at;
    expect(lateness({ due: deadline, notifiedAt: deadline - 1, receivedAt: deadline + 5000 })).toEqual({ late: false, syncedLate: true });
  });

  it('does not believe a notice from after our receipt', () => {
    expect(lateness({ due: 100, notifiedAt: 90, receivedAt: 80 })).toEqual({ late: false, syncedLate: false });
    expect([79, 80, 81, undefined].map((notifiedAt) => toldAt({ notifiedAt, receivedAt: 80 }))).toEqual([79, 80, 80, 80]);
    expect(lateness({ due: 100, notifiedAt: 130, receivedAt: 120 })).toEqual({ late: true, syncedLate: false });
  });

  it('never makes a notice less late by telling it later', () => {
    const moment = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(moment, moment, fc.option(moment, { nil: undefined }), fc.nat(200), (deadline, receivedAt, notifiedAt, more) => {
        const first = { due: deadline, notifiedAt, receivedAt };
        const later = { due: deadline, notifiedAt: notifiedAt === undefined ? undefined : notifiedAt + more, receivedAt: receivedAt + more };
        expect(toldAt(later)).toBeGreaterThanOrEqual(toldAt(first));
        expect(lateness(first).late && !lateness(later).late).toBe(false);
        expect(lateness(first).late && lateness(first).syncedLate).toBe(false);
      }),
    );
  });

  it('puts every deadline after its arrival, at 08:00 or 23:00, and at the day’s latest where the hour is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) }), fc.constantFrom('08:00' as const, '23:00' as const), (arrivedAt, tail) => {
        const deadline = dueDomestic({ at: arrivedAt, timeKnown: true }, tail);
        expect(deadline).toBeGreaterThan(arrivedAt);
        expect(deadline - arrivedAt).toBeLessThanOrEqual((tail === '08:00' ? 15 : 23) * hourMs);
        expect([8 * hourMs, 23 * hourMs]).toContain(deadline - startOfLocalDay(deadline));
        const day = { at: startOfLocalDay(arrivedAt), timeKnown: false };
        expect(dueDomestic(day, tail)).toBeGreaterThanOrEqual(deadline);
        expect(dueForeign(day, false)).toBeGreaterThan(dueForeign({ at: arrivedAt, timeKnown: true }, false));
        expect(dueForeign(day, true)).toBe(startOfLocalDay(arrivedAt) + 2 * dayMs);
      }),
    );
  });
});

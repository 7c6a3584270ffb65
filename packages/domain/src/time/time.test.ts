import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStayTime } from './parse-stay-time.ts';
import { dayMs, instant, localDay, localMidnight, startOfLocalDay } from './vietnam-time.ts';

const moments = fc.integer({ min: Date.UTC(1900), max: Date.UTC(2200) });
const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

describe('a moment as feeds write it', () => {
  it.each([
    '2026-11-20T14:00:00+07:00', '2026-11-20T14:00:00+0700', '2026-11-20T14:00:00+07', '2026-11-20T07:00:00Z', '2026-11-20t07:00:00z', '2026-11-20T07:00:00.000Z', '2026-11-20T07:00:00.0000000Z',
    '2026-11-20T02:00:00-05:00', '2026-11-20T12:30:00+05:30', '2026-11-20T14:00', '2026-11-20 14:00', '2026-11-20 14:00:00', '2026-11-20 14:00:00.000', '2026-11-20 14:00:00 +07:00', ' 2026-11-20 14:00:00\r',
    '20/11/2026 14:00:00', '20/11/2026 14:00', '20/11/2026, 14:00', '20-11-2026 14:00', '20.11.2026 14:00',
  ])('reads %s as 14:00 in Vietnam', (text) => expect(parseStayTime(text)).toEqual({ at: Date.UTC(2026, 10, 20, 7), timeKnown: true }));

  it.each(['2026-11-20', '20/11/2026', '20-11-2026'])('reads %s as a day without an hour', (text) => expect(parseStayTime(text)).toEqual({ at: Date.UTC(2026, 10, 19, 17), timeKnown: false }));

  it.each([
    '', 'hôm qua', '2026', '2026-11', '2026-13-01', '2026-00-10', '2026-11-00', '2026-02-29', '2100-02-29', '31/11/2026', '11/20/2026', '20/11-2026', '2026-11-20 24:00:00', '2026-11-20 14:60:00', '2026-11-20 23:59:60',
    '2026-11-20T14:00:00+15:00', '2026-11-20T14:00:00+07:60', '2026-11-20T', '2026-11-20T14', '2026-11-20Z', '0026-11-20', '20/11/26', '46346', '2026-11-20T14:00:00+07:00 x', '２０２６-11-20',
  ])('does not guess at "%s"', (text) => expect(parseStayTime(text)).toBeUndefined());

  it('knows the leap days', () => {
    expect(parseStayTime('2024-02-29')).toBeDefined();
    expect(parseStayTime('2000-02-29')).toBeDefined();
  });

  it('writes every moment so that it reads it back, to the millisecond', () => {
    fc.assert(fc.property(moments, (at) => { expect(parseStayTime(instant(at))).toEqual({ at, timeKnown: true }); }));
  });

  it('reads one moment alike through every offset and in local writing', () => {
    fc.assert(fc.property(moments, fc.integer({ min: -12 * 60, max: 14 * 60 }), (exact, offset) => {
      const at = Math.floor(exact / 1000) * 1000;
      const there = instant(at + offset * 60_000).slice(0, 19);
      const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
      expect(parseStayTime(`${there}${zone}`)?.at).toBe(at);
      const here = new Date(at + 7 * 3_600_000);
      expect(parseStayTime(`${here.getUTCDate()}/${here.getUTCMonth() + 1}/${here.getUTCFullYear()} ${here.getUTCHours()}:${pad(here.getUTCMinutes())}:${pad(here.getUTCSeconds())}`)?.at).toBe(at);
    }));
  });

  it('answers any text without failing', () => {
    fc.assert(fc.property(fc.string(), (text) => { const time = parseStayTime(text); expect(time === undefined || Number.isFinite(time.at)).toBe(true); }));
  });
});

describe('local days', () => {
  it('writes a moment exactly as Date does', () => {
    fc.assert(fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (at) => { expect(instant(at)).toBe(new Date(at).toISOString()); }));
    expect(instant(1.5)).toBe(new Date(1.5).toISOString());
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + dayMs]) expect(() => instant(none)).toThrow(RangeError);
  });

  it('begins each local day at 17:00 UTC of the day before', () => {
    expect(localDay(Date.UTC(2026, 10, 20, 16, 59, 59, 999))).toBe('2026-11-20');
    expect(localDay(Date.UTC(2026, 10, 20, 17))).toBe('2026-11-21');
    expect(localMidnight('2026-11-21')).toBe(Date.UTC(2026, 10, 20, 17));
  });

  it('finds every moment within its own day', () => {
    fc.assert(fc.property(moments, (at) => {
      const midnight = startOfLocalDay(at);
      expect(localMidnight(localDay(at))).toBe(midnight);
      expect(at - midnight).toBeGreaterThanOrEqual(0);
      expect(at - midnight).toBeLessThan(dayMs);
    }));
  });
});

import { describe, expect, it } from 'vitest';
import { absolute, dateInput, dayText, describe as told, moved, resolve, typedInstant } from './time-range.ts';

/** Friday, 27 November 2026, 03:48 in Vietnam: still the 26th in UTC. */
const now = Date.parse('2026-11-27T03:48:00+07:00');
const iso = (range: { from: number; to: number } | undefined): readonly (string | undefined)[] => [range?.from, range?.to].map((time) => (time === undefined ? undefined : new Date(time + 7 * 3_600_000).toISOString().replace('Z', '')));

describe('a range', () => {
  it('takes days of Vietnam, whatever day it is in UTC', () => {
    expect(iso(resolve({ from: 'now/d', to: 'now/d' }, now))).toEqual(['2026-11-27T00:00:00.000', '2026-11-27T23:59:59.999']);
    expect(iso(resolve({ from: 'now-1d/d', to: 'now-1d/d' }, now))).toEqual(['2026-11-26T00:00:00.000', '2026-11-26T23:59:59.999']);
  });
  it('begins a week on Monday', () => {
    expect(iso(resolve({ from: 'now/w', to: 'now/w' }, now))).toEqual(['2026-11-23T00:00:00.000', '2026-11-29T23:59:59.999']);
  });
  it('knows the last year and the last 30 days', () => {
    expect(iso(resolve({ from: 'now-1y/y', to: 'now-1y/y' }, now))).toEqual(['2025-01-01T00:00:00.000', '2025-12-31T23:59:59.999']);
    expect(resolve({ from: 'now-30d', to: 'now' }, now)).toEqual({ from: now - 30 * 86_400_000, to: now });
  });
  it('takes Unix milliseconds and ISO times as addresses hold them', () => {
    expect(resolve({ from: '1793466000000', to: '2026-11-20T17:00:00.000Z' }, now)).toEqual({ from: 1_793_466_000_000, to: Date.parse('2026-11-20T17:00:00Z') });
  });
  it('is none without a meaning, and none that ends before it begins', () => {
    expect(resolve({ from: 'yesterday-ish', to: 'now' }, now)).toBeUndefined();
    expect(resolve({ from: 'now', to: 'now-1d' }, now)).toBeUndefined();
  });
});

describe('what a person reads of a range', () => {
  it('is its name where it has one', () => {
    expect(told({ from: 'now/d', to: 'now/d' }, 'vi', now)).toBe('Hôm nay');
    expect(told({ from: 'now-6M', to: 'now' }, 'vi', now)).toBe('6 tháng qua');
    expect(told({ from: 'now-6M', to: 'now' }, 'en', now)).toBe('Last 6 months');
  });
  it('is days without hours where they are whole, and one day once', () => {
    const days = absolute('01/11/2026', '20/11/2026');
    expect(days && told(days, 'vi', now)).toBe('01/11/2026 – 20/11/2026');
    const day = absolute('1/11/2026', '1/11/2026');
    expect(day && told(day, 'vi', now)).toBe('01/11/2026');
    const hours = absolute('01/11/2026 08:00', '01/11/2026 11:30');
    expect(hours && told(hours, 'vi', now)).toBe('01/11/2026 08:00 – 01/11/2026 11:30');
  });
});

describe('dates that a person types', () => {
  it('hold the last minute of the last day', () => {
    expect(absolute('01/11/2026', '2/11/2026')).toEqual({ from: '2026-10-31T17:00:00.000Z', to: '2026-11-02T16:59:59.999Z' });
  });
  it('are read as people write them, and as machines do', () => {
    const noon = Date.parse('2026-11-20T12:05:00+07:00');
    expect(['20/11/2026 12:05', '20-11-2026 12:05', '20.11.2026 12h05', ' 2026-11-20  12:05 '].map((text) => typedInstant(text, false))).toEqual([noon, noon, noon, noon]);
  });
  it('are none that the calendar does not have', () => {
    expect(['31/02/2026', '20/11', '20/11/2026 25:00', 'hôm qua', ''].map((text) => typedInstant(text, false))).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(absolute('03/11/2026', '02/11/2026')).toBeUndefined();
  });
  it('are filled in from a range in Vietnam’s time', () => {
    expect([dateInput(now), dayText(now, true)]).toEqual(['2026-11-27', '27/11/2026 03:48']);
  });
});

describe('a step', () => {
  const day = 86_400_000;
  const range = { from: now - 10 * day, to: now - 3 * day };
  it('back keeps the length', () => {
    expect(resolve(moved(range, 'earlier', now), now)).toEqual({ from: now - 17 * day, to: now - 10 * day });
  });
  it('on never goes past now', () => {
    expect(resolve(moved(range, 'later', now), now)).toEqual({ from: now - 7 * day, to: now });
  });
  it('wider takes as much on both sides', () => {
    expect(resolve(moved({ from: now - 20 * day, to: now - 10 * day }, 'wider', now), now)).toEqual({ from: now - 25 * day, to: now - 5 * day });
  });
});

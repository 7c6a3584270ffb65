import { describe, expect, it } from 'vitest';
import { instantOf } from './instant.ts';

describe('a time as the engine writes it', () => {
  it.each([
    ['2026-11-20 18:30:00', 'Asia/Ho_Chi_Minh', '2026-11-20T11:30:00.000Z'],
    ['2026-11-20 18:30:00.123', 'Asia/Ho_Chi_Minh', '2026-11-20T11:30:00.123Z'],
    ['2026-11-20 18:30:00.123456', 'UTC', '2026-11-20T18:30:00.123Z'],
    ['2026-01-15 12:00:00', 'America/New_York', '2026-01-15T17:00:00.000Z'],
    ['2026-07-15 12:00:00', 'America/New_York', '2026-07-15T16:00:00.000Z'],
    // Clocks go forward on 2026-03-08 at 02:00 and back on 2026-11-01 at 02:00.
    ['2026-03-08 01:59:59', 'America/New_York', '2026-03-08T06:59:59.000Z'],
    ['2026-03-08 03:00:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01 00:59:59', 'America/New_York', '2026-11-01T04:59:59.000Z'],
    ['2026-11-01 02:00:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['1970-01-01 08:00:00', 'Asia/Ho_Chi_Minh', '1970-01-01T00:00:00.000Z'],
    ['2026-11-20 12:00:00', 'Asia/Kathmandu', '2026-11-20T06:15:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => expect(new Date(instantOf(text, zone)).toISOString()).toBe(instant));
});

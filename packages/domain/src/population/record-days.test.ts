import { describe, expect, it } from 'vitest';
import { isAfterBirth, isBirthRegisteredLate, isOverTwoYears } from './record-days.ts';

describe('the days of a record', () => {
  it('lie after the birth as far as the birth is known', () => {
    const day = { year: 1990, month: 5, day: 15 };
    expect(['1990-05-14', '1990-05-15', '1990-05-16', '2026-11-20'].map((on) => isAfterBirth(on, day))).toEqual([false, false, true, true]);
    expect(['1990-04-30', '1990-05-01', '1990-05-31'].map((on) => isAfterBirth(on, { ...day, day: 0 }))).toEqual([false, true, true]);
    expect(['1989-12-31', '1990-01-01'].map((on) => isAfterBirth(on, { year: 1990, month: 0, day: 0 }))).toEqual([false, true]);
  });

  it('make a temporary residence of at most two years, also from a leap day on', () => {
    expect(['2028-11-20', '2028-11-21'].map((until) => isOverTwoYears('2026-11-20', until))).toEqual([false, true]);
    expect(['2026-02-28', '2026-03-01'].map((until) => isOverTwoYears('2024-02-29', until))).toEqual([false, true]);
  });

  it('register a birth in time within sixty days; of a month alone nobody is told to be late who may not be', () => {
    const birth = { year: 2026, month: 9, day: 21 };
    expect(['2026-11-20', '2026-11-21'].map((on) => isBirthRegisteredLate(birth, on))).toEqual([false, true]);
    expect(['2026-11-29', '2026-11-30'].map((on) => isBirthRegisteredLate({ ...birth, day: 0 }, on))).toEqual([false, true]);
  });
});

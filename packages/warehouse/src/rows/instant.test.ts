import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisAt } from './instant.ts';

const millisOf = (text: string): number => millisAt(Buffer.from(`..${text}`), 2);

describe('millisAt', () => {
  it('reads every instant as the language does', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
        expect(millisOf(date.toISOString())).toBe(date.getTime());
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds no time in a text of that form that is none', () => {
    const part = (digits: number, below: number) => fc.nat(below).map((value) => String(value).padStart(digits, '0'));
    fc.assert(
      fc.property(part(4, 9999), part(2, 14), part(2, 33), part(2, 25), part(2, 61), part(2, 61), part(3, 999), (year, month, day, hour, minute, second, milli) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
        const date = new Date(text);
        expect(millisOf(text)).toBe(Number.isNaN(date.getTime()) || date.toISOString() !== text ? Number.NaN : date.getTime());
      }),
      { numRuns: 3_000, examples: [['2026', '02', '29', '00', '00', '00', '000'], ['2024', '02', '29', '00', '00', '00', '000'], ['1900', '02', '29', '00', '00', '00', '000'], ['2026', '01', '01', '24', '00', '00', '000']] },
    );
    for (const text of ['2026-11-20', '2026-11-20T07:00:00Z', '2026-11-20 07:00:00.000Z', '2026-1x-20T07:00:00.000Z']) expect(millisOf(text)).toBe(Number.NaN);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedValues } from './merged-values.ts';

/** Areas of one column below each other, as lengths and gaps. */
const column = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 })), { maxLength: 12 });

describe('cells merged downwards', () => {
  it('have the value of the first in every other row of their area, and none outside', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        const expected = new Map<string, string>();
        const firsts = new Map<number, (string | undefined)[]>();
        const merges = columns.flatMap((areas, index) => {
          let row = 1;
          return areas.map(([length, gap]) => {
            const merge = { firstRow: row + gap, lastRow: row + gap + length - 1, firstColumn: index + 1, lastColumn: index + 1 };
            for (let at = merge.firstRow + 1; at <= merge.lastRow; at += 1) expected.set(`${at}:${index + 1}`, `${merge.firstRow}/${index}`);
            const cells = firsts.get(merge.firstRow) ?? [];
            cells[index] = `${merge.firstRow}/${index}`;
            firsts.set(merge.firstRow, cells);
            row = merge.lastRow + 1;
            return merge;
          });
        });
        const rows = [...firsts].sort(([a], [b]) => a - b).map(([number, cells]) => ({ number, cells }));
        const merged = mergedValues(rows, [...merges].reverse());
        for (let row = 1; row <= 100; row += 1) for (let at = 1; at <= columns.length; at += 1) expect(merged(row, at)).toBe(expected.get(`${row}:${at}`));
      }),
    );
  });
});

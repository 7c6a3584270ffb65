import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTold } from './told.fixture.ts';
import { suppress, type Cell, type SuppressedTable } from './suppress.ts';

/** A table from its rows; columns are called a, b, c … and rows 1, 2, 3 …, all in the order of their keys. */
const cellsOf = (rows: readonly (readonly number[])[]): Cell[] => rows.flatMap((row, at) => row.map((persons, column) => ({ row: String(at + 1), column: 'abcdefgh'.charAt(column), persons })));
/** The same shape as it is published, with the total of each row at its end and those of columns below; . = left out. */
const published = (rows: readonly (readonly number[])[]): string[] => {
  const table = suppress(cellsOf(rows));
  const shown = (persons: number | null): string => (persons === null ? '.' : String(persons));
  const lines = [...table.rows].map(([row, total]) => [...table.cells.filter((cell) => cell.row === row).map(({ persons }) => persons), total]);
  return [...lines, [...table.columns.values(), table.total]].map((line) => line.map(shown).join(' '));
};

describe('a table of counts as it is published', () => {
  it('is whole where no cell is small', () => {
    expect(published([[5, 0], [9, 12]])).toEqual(['5 0 5', '9 12 21', '14 12 26']);
    expect(suppress([])).toEqual({ cells: [], rows: new Map(), columns: new Map(), total: 0 });
  });

  it('leaves out a small cell with the poorest one outside its row and column, and their crossings', () => {
    expect(published([[3, 20, 30], [10, 9, 8], [10, 9, 7]])).toEqual(['. 20 . 53', '10 9 8 27', '. 9 . 26', '23 38 45 106']);
  });

  it('leaves out the row that is poorest where several small cells share one', () => {
    expect(published([[3, 2, 30], [0, 0, 50], [10, 9, 8], [6, 9, 99]])).toEqual(['. . 30 35', '0 0 50 50', '10 9 8 27', '. . 99 114', '19 20 187 226']);
  });

  it('leaves out the column that is poorest where several small cells share one', () => {
    expect(published([[3, 0, 10, 6], [2, 0, 9, 9], [30, 50, 8, 99]])).toEqual(['. 0 10 . 19', '. 0 9 . 20', '30 50 8 99 187', '35 50 27 114 226']);
  });

  it('leaves out every crossing of the rows and columns that have a small cell, empty ones too', () => {
    expect(published([[3, 0, 9], [0, 4, 9], [9, 9, 9]])).toEqual(['. . 9 12', '. . 9 13', '9 9 9 27', '12 13 27 52']);
  });

  it('takes the first by key among equals', () => {
    expect(published([[1, 7, 7], [7, 7, 7], [7, 7, 7]])).toEqual(['. . 7 15', '. . 7 21', '7 7 7 21', '15 21 21 57']);
  });

  it('leaves out a small total, and beside a single one that of a row whose cells do not give it back', () => {
    expect(published([[3, 0, 0], [20, 20, 20], [40, 30, 19]])).toEqual(['. 0 . .', '20 20 20 60', '. 30 . .', '63 50 39 152']);
    expect(published([[3, 0, 0], [0, 4, 0], [40, 30, 20]])).toEqual(['. . 0 .', '. . 0 .', '40 30 20 90', '43 34 20 97']);
  });

  it('leaves out all but the total where nothing can join a small cell, and a small total too', () => {
    expect(published([[3, 20], [0, 0]])).toEqual(['. . .', '. . .', '. . 23']);
    expect(published([[4]])).toEqual(['. .', '. .']);
    expect(published([[2, 1], [0, 0]])).toEqual(['. . .', '. . .', '. . .']);
  });

  it('adds up cells that are told in parts, and does not depend on their order', () => {
    const cells = cellsOf([[3, 20, 30], [10, 9, 8]]);
    const halves = cells.flatMap((cell) => [{ ...cell, persons: cell.persons - 1 }, { ...cell, persons: 1 }]).reverse();
    expect(suppress(halves)).toEqual(suppress(cells));
  });
});

/** Mostly the counts that matter: none, few, just enough. */
const count = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) }, { weight: 1, arbitrary: fc.integer({ min: 10, max: 200 }) });
const anyTable = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) => fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

describe('what can be computed from a published table', () => {
  it('never is a count of one to four persons, of a cell or of a margin', () => {
    fc.assert(fc.property(anyTable, (rows) => { expectNothingSmallTold(cellsOf(rows)); }), { numRuns: 3_000 });
  });

  it('is looked for in every table of two rows and three columns of few persons', () => {
    const values = [0, 1, 4, 5, 6];
    for (let number = 0; number < values.length ** 6; number += 1) {
      const digit = (place: number): number => values[Math.floor(number / values.length ** place) % values.length] ?? 0;
      expectNothingSmallTold(cellsOf([[digit(0), digit(1), digit(2)], [digit(3), digit(4), digit(5)]]));
    }
  });

  it('is found by the check itself where a rule is too weak', () => {
    const cells = cellsOf([[3, 20], [10, 9]]);
    const weak: SuppressedTable = { ...suppress(cellsOf([[9, 20], [10, 9]])), cells: cells.map((cell) => ({ ...cell, persons: cell.persons < 5 ? null : cell.persons })), total: 42, rows: new Map([['1', 23], ['2', 19]]), columns: new Map([['a', 13], ['b', 29]]) };
    expect(isTold(cells, weak, { row: '1', column: 'a' })).toBe(true);
    expect(isTold(cells, suppress(cells), { row: '1', column: 'a' })).toBe(false);
  });
});

const expectNothingSmallTold = (cells: readonly Cell[]): void => {
  const table = suppress(cells);
  const isSmall = (persons: number): boolean => persons > 0 && persons < 5;
  const told = [...cells, ...marginsOf(cells)].filter(({ persons, row, column }) => isSmall(persons) && isTold(cells, table, { row, column }));
  if (told.length > 0) expect({ cells, told }).toEqual({ cells, told: [] });
};

/** Margins as cells of the row or column ''. */
const marginsOf = (cells: readonly Cell[]): Cell[] => {
  const rows = [...new Set(cells.map(({ row }) => row))].map((row) => ({ row, column: '' }));
  const columns = [...new Set(cells.map(({ column }) => column))].map((column) => ({ row: '', column }));
  return [...rows, ...columns, { row: '', column: '' }].map((margin) => ({
    ...margin, persons: cells.filter(({ row, column }) => (margin.row === '' || row === margin.row) && (margin.column === '' || column === margin.column)).reduce((sum, { persons }) => sum + persons, 0),
  }));
};

import { foldName } from '@da06/domain';
import type { Cell, Merge, Row } from '@da06/workbook';
import type { ClaimField } from '../take-in/fields/claim.ts';
import { lastHeaderRow, resultHeaders } from './template.ts';

/** A column of a sheet as its header names it; column A is 1. */
export type HeaderColumn<Name extends string = ClaimField> = { readonly column: number; readonly name: string; readonly field: Name | undefined };
export type Header<Name extends string = ClaimField> = {
  /** First and last row of the block of headers. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Columns whose names are known, in order. */
  readonly columns: readonly HeaderColumn<Name>[];
  /** Columns with a name that is neither known nor one of our own results. */
  readonly unknown: readonly HeaderColumn<Name>[];
};

/** Rows that are looked at for a header. */
export const headRows = 20;
/** So many known names make a header. */
const enoughNames = 3;

/** A header for comparing: folded, without the mark of what is required, blanks and line breaks as one blank, none around a slash. */
export const headerKey = (text: string): string => foldName(text.replace(/\(\s*\*\s*\)|\*/g, ' ')).replace(/ ?\/ ?/g, '/');

const results: ReadonlySet<string> = new Set(resultHeaders.map(headerKey));

const headerText = (cell: Cell | undefined): string | undefined => {
  const plain = typeof cell === 'object' && cell.kind === 'formula' ? cell.result : cell;
  return typeof plain === 'string' ? plain : undefined;
};

const nameOf = (cell: Cell | undefined): string => headerText(cell)?.replace(/\s+/gu, ' ').trim() ?? '';

/** Finds the header of a kind of sheet by its columns' names, wherever it stands. */
export type HeaderFinder<Name extends string> = {
  /** Whether the first rows of a sheet hold a header. */
  readonly hasHeader: (head: readonly Row[]) => boolean;
  /** Its block runs to the last row with enough names, and through cells merged downwards that begin in it. */
  readonly findHeader: (rows: readonly Row[], merges: readonly Merge[]) => Header<Name> | undefined;
};

/** `names` = the names that columns may have, and the field each is; undefined of a column that is passed over. */
export const headerFinder = <Name extends string>(names: readonly (readonly [name: string, field: Name | undefined])[]): HeaderFinder<Name> => {
  const known = new Map(names.map(([name, field]) => [headerKey(name), field] as const));

  const isHeader = ({ cells }: Row): boolean => {
    const met = new Set<string>();
    for (const cell of cells) {
      const key = headerKey(headerText(cell)?.slice(0, 200) ?? '');
      if (known.has(key)) met.add(key);
    }
    return met.size >= enoughNames;
  };

  /** The header's names, and those above it: a name that is merged downwards stands in its first row. The lowest counts, and the first of two columns. */
  const knownColumns = (rows: readonly Row[]): readonly HeaderColumn<Name>[] => {
    const columns = new Map<number, HeaderColumn<Name>>();
    const taken = new Set<string>();
    for (const { cells } of [...rows].reverse()) {
      cells.forEach((cell, index) => {
        const name = nameOf(cell);
        const key = headerKey(name.slice(0, 200));
        const field = known.get(key);
        if (!known.has(key) || columns.has(index + 1) || taken.has(field ?? key)) return;
        taken.add(field ?? key);
        columns.set(index + 1, { column: index + 1, name, field });
      });
    }
    return [...columns.values()].sort((a, b) => a.column - b.column);
  };

  return {
    hasHeader: (head) => head.some((row) => row.number <= headRows && isHeader(row)),
    findHeader: (rows, merges) => {
      const named = rows.filter((row) => row.number <= headRows && isHeader(row));
      const [first, last] = [named[0], named.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      const ends = merges.filter(({ firstRow, lastRow }) => firstRow >= first.number && firstRow <= last.number && lastRow <= headRows).map(({ lastRow }) => lastRow);
      const columns = knownColumns(rows.filter(({ number }) => number <= last.number));
      return { firstRow: first.number, lastRow: Math.max(last.number, ...ends), columns, unknown: unknownColumns(last, columns) };
    },
  };
};

const unknownColumns = <Name extends string>({ cells }: Row, columns: readonly HeaderColumn<Name>[]): readonly HeaderColumn<Name>[] => {
  const used = new Set(columns.map(({ column }) => column));
  return cells.flatMap((cell, index): HeaderColumn<Name>[] => {
    const name = nameOf(cell);
    return name === '' || used.has(index + 1) || results.has(headerKey(name.slice(0, 200))) ? [] : [{ column: index + 1, name, field: undefined }];
  });
};

/** Where the example stands by its position: in the template's own row, or just below a header that was shifted down. */
export const examplePosition = ({ lastRow }: Pick<Header, 'lastRow'>): number => Math.max(lastRow, lastHeaderRow) + 1;

/** Whether a row says of itself, at the beginning of one of its first cells, that it is an example. */
export const isMarkedExample = ({ cells }: Row): boolean => cells.slice(0, 4).some((cell) => /^\[?(?:example|vi du)\b/.test(foldName(headerText(cell)?.slice(0, 200) ?? '')));

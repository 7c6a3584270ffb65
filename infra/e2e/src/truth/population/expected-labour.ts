import { dayPlusMonths } from './days.ts';
import { holding } from './expected-persons.ts';
import type { Asked, Facts, Told } from './facts.ts';
import { placesAt, type PlaceKind } from './places.ts';
import { lifeAsKnown } from './spells.ts';
import type { Hidden } from './suppress.ts';
import { createTable, hiddenOf, shown, type Amount, type Table } from './tables.ts';

/** How long somebody is without work: full months of the calendar. */
export const durationOf = (since: string, asOf: string): string => {
  if (since === '') return '';
  if (asOf < dayPlusMonths(since, 3)) return 'under-3';
  return asOf < dayPlusMonths(since, 12) ? '3-12' : 'over-12';
};

const employed = ({ status }: Told): boolean => status === 'employed';
type Cube = { readonly cube: string; readonly counts: (told: Told) => boolean; readonly of: (told: Told, asOf: string) => string };
const cubes: readonly Cube[] = [
  { cube: 'status×sex', counts: () => true, of: ({ status }) => status },
  { cube: 'section-2018×sex', counts: employed, of: ({ section2018 }) => section2018 },
  { cube: 'section-2025×sex', counts: employed, of: ({ section2025 }) => section2025 },
  { cube: 'occupation×sex', counts: employed, of: ({ occupation }) => occupation.slice(0, 1) },
  { cube: 'position×sex', counts: employed, of: ({ position }) => position },
  { cube: 'contract×sex', counts: employed, of: ({ contract }) => contract },
  { cube: 'insurance×sex', counts: employed, of: ({ socialInsurance }) => socialInsurance },
  { cube: 'training×sex', counts: employed, of: ({ training }) => training },
  { cube: 'duration×sex', counts: ({ status }) => status === 'unemployed', of: ({ unemployedSince }, asOf) => durationOf(unemployedSince, asOf) },
];

/** A row of the view `labour`. */
export type LabourRow = {
  readonly cube: string; readonly place_kind: string; readonly place: string; readonly place_vi: string; readonly a: string; readonly b: string; readonly persons: number | null; readonly suppressed: number; readonly exact: number;
  readonly as_of: string; readonly boundary: string;
};

/** Rows of the view `labour`: fixed cubes of the workers on record, small numbers left out. */
export const expectedLabour = (facts: Facts, { asOf, boundary, knownAt }: Asked): LabourRow[] => {
  const places = placesAt(facts, boundary);
  const units = createTable('unit', 'status');
  const tables = new Map<string, Table>();
  for (const { told } of holding(lifeAsKnown(facts, knownAt), asOf).work) {
    for (const { kind, place, share, exact } of places.partsOf(told)) {
      const amount: Amount = { amount: share, exact };
      if (kind === 'unit') units.add(place, told.status, amount);
      else {
        for (const { cube, counts, of } of cubes) {
          if (!counts(told)) continue;
          const name = `${cube}\n${kind}\n${place}`;
          const table = tables.get(name) ?? createTable(cube.replace('×sex', ''), 'sex');
          table.add(of(told, asOf) || 'unknown', told.sex, amount);
          tables.set(name, table);
        }
      }
    }
  }
  const rows: LabourRow[] = [];
  const put = (cube: string, kind: PlaceKind, place: string, a: string, b: string, amount: Amount, suppressed: boolean): void =>
    void rows.push({ cube, ...places.named(kind, place), a, b, ...shown(amount, suppressed), as_of: asOf, boundary });
  const whole = (cube: string, kind: PlaceKind, place: string, table: Table, hidden: Hidden): void => {
    put(cube, kind, place, '', '', table.total(), hidden.total);
    for (const b of table.columns()) put(cube, kind, place, '', b, table.column(b), hidden.column(b));
    for (const a of table.rows()) {
      put(cube, kind, place, a, '', table.row(a), hidden.row(a));
      for (const b of table.columns()) put(cube, kind, place, a, b, table.at(a, b), hidden.cell(a, b));
    }
  };
  let hiddenUnits: Hidden | undefined;
  const ofPlace = [...new Set([...tables.keys()].map((name) => name.slice(name.indexOf('\n') + 1)))];
  for (const own of ofPlace) {
    const [kind, place = ''] = own.split('\n');
    const beside = [...tables].filter(([name]) => name.endsWith(`\n${own}`));
    const hiddens = hiddenOf(...beside.map(([, table]) => table), ...(kind === 'all' ? [units] : []));
    beside.forEach(([name, table], index) => {
      const hidden = hiddens[index];
      if (hidden !== undefined) whole(name.split('\n')[0] ?? '', kind === 'area' ? 'area' : 'all', place, table, hidden);
    });
    if (kind === 'all') hiddenUnits = hiddens.at(-1);
  }
  const hidden = hiddenUnits;
  if (hidden === undefined) return rows;
  for (const unit of units.rows()) {
    put('unit×status', 'unit', unit, '', '', units.row(unit), hidden.row(unit));
    for (const status of units.columns()) put('unit×status', 'unit', unit, status, '', units.at(unit, status), hidden.cell(unit, status));
  }
  if (units.rows().length > 0) put('unit×status', 'all', '', '', '', units.total(), hidden.total);
  for (const status of units.columns()) put('unit×status', 'all', '', status, '', units.column(status), hidden.column(status));
  return rows;
};

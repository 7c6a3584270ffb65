import { holding } from './expected-persons.ts';
import type { Asked, Facts } from './facts.ts';
import { placesAt, type PlaceKind } from './places.ts';
import { lifeAsKnown, type Spell } from './spells.ts';
import type { Hidden } from './suppress.ts';
import { createTable, createTables, hiddenOf, shown, type Amount, type Table } from './tables.ts';

/** '00-04', '05-09' … '80-84', '85+'. Nobody is younger than nothing. */
export const ageGroup = (age: number): string => {
  const first = Math.min(85, Math.floor(Math.max(0, age) / 5) * 5);
  return first === 85 ? '85+' : `${String(first).padStart(2, '0')}-${String(first + 4).padStart(2, '0')}`;
};
export const ageOf = ({ told }: Pick<Spell, 'told'>, asOf: string): number => Math.max(0, Number(asOf.slice(0, 4)) - told.birthYear);

/** A figure of a cube. `zone` = urban or rural people, which the view does not show. */
export type Cell = {
  readonly kind: PlaceKind; readonly place: string; readonly status: string; readonly cube: 'total' | 'sex' | 'age' | 'age-sex' | 'zone'; readonly sex: string; readonly group: string; readonly amount: Amount; readonly suppressed: boolean;
};

/** Rows of the view `population`: fixed cubes of each status, small numbers left out. */
export const expectedPopulation = (facts: Facts, asked: Asked): object[] => {
  const places = placesAt(facts, asked.boundary);
  return cellsOf(facts, asked)
    .filter(({ cube }) => cube !== 'zone')
    .map(({ kind, place, status, cube, sex, group, amount, suppressed }) => ({ ...places.named(kind, place), status, cube, sex, age_group: group, ...shown(amount, suppressed), as_of: asked.asOf, boundary: asked.boundary }));
};

/** The cubes of every status. Absent is who lives here and is declared away. */
export const cellsOf = (facts: Facts, asked: Asked): Cell[] => {
  const { permanent, temporary, absent } = holding(lifeAsKnown(facts, asked.knownAt), asked.asOf);
  const residents = new Set([...permanent, ...temporary].map(({ person }) => person));
  const away = absent.filter(({ person }) => residents.has(person));
  return [...cellsOfStatus('permanent', permanent, facts, asked), ...cellsOfStatus('temporary', temporary, facts, asked), ...cellsOfStatus('absent', away, facts, asked)];
};

const cellsOfStatus = (status: string, spells: readonly Spell[], facts: Facts, { asOf, boundary }: Asked): Cell[] => {
  const places = placesAt(facts, boundary);
  const unitSex = createTable('unit', 'sex');
  const unitAge = createTable('unit', 'age');
  // Shown by the indicator of urban people alone, from whose parts it must not follow.
  const zoneSex = createTable('zone', 'sex');
  const all = createTable('age', 'sex');
  const areas = createTables('age', 'sex');
  for (const spell of spells) {
    const age = ageGroup(ageOf(spell, asOf));
    for (const { kind, place, share, exact } of places.partsOf(spell.told)) {
      const amount: Amount = { amount: share, exact };
      if (kind === 'unit') {
        unitSex.add(place, spell.told.sex, amount);
        unitAge.add(place, age, amount);
        zoneSex.add(places.unit(place)?.urban === true ? 'urban' : 'rural', spell.told.sex, amount);
      } else (kind === 'area' ? areas.of(place) : all).add(age, spell.told.sex, amount);
    }
  }
  const rows: Cell[] = [];
  const put = (kind: PlaceKind, place: string, cube: Cell['cube'], sex: string, group: string, amount: Amount, suppressed: boolean): void => void rows.push({ kind, place, status, cube, sex, group, amount, suppressed });
  const [bySex, byAge, byZone, ofAll] = hiddenOf(unitSex, unitAge, zoneSex, all);
  for (const zone of zoneSex.rows()) put('all', '', 'zone', '', zone, zoneSex.row(zone), byZone.row(zone));
  for (const unit of unitSex.rows()) {
    put('unit', unit, 'total', '', '', unitSex.row(unit), bySex.row(unit) || byAge.row(unit));
    for (const sex of unitSex.columns()) put('unit', unit, 'sex', sex, '', unitSex.at(unit, sex), bySex.cell(unit, sex));
    for (const age of unitAge.columns()) put('unit', unit, 'age', '', age, unitAge.at(unit, age), byAge.cell(unit, age));
  }
  const ageBySex = (kind: PlaceKind, place: string, table: Table, hidden: Hidden, shared: { readonly age: (age: string) => boolean; readonly sex: (sex: string) => boolean; readonly total: boolean }): void => {
    put(kind, place, 'total', '', '', table.total(), hidden.total || shared.total);
    for (const sex of table.columns()) put(kind, place, 'sex', sex, '', table.column(sex), hidden.column(sex) || shared.sex(sex));
    for (const age of table.rows()) {
      put(kind, place, 'age', '', age, table.row(age), hidden.row(age) || shared.age(age));
      for (const sex of table.columns()) put(kind, place, 'age-sex', sex, age, table.at(age, sex), hidden.cell(age, sex));
    }
  };
  if (spells.length > 0) ageBySex('all', '', all, ofAll, { age: byAge.column, sex: (sex) => bySex.column(sex) || byZone.column(sex), total: bySex.total || byAge.total });
  const alone = { age: () => false, sex: () => false, total: false };
  for (const area of areas.names()) ageBySex('area', area, areas.of(area), hiddenOf(areas.of(area))[0], alone);
  return rows;
};

import { nameOf } from './cells.ts';
import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';
import { groupedBy } from './grouped.ts';

const kinds: readonly string[] = ['rental-house', 'zone-housing'];
type Cell = { readonly day: string; readonly table: 'unit' | 'kind' | 'whole'; readonly place: string; readonly kind: string; readonly of: readonly FacilityDay[]; readonly people: number };

const peopleOf = ({ guests }: FacilityDay): number => guests.filter(({ night }) => night).length;
const arrivalsOf = ({ guests }: FacilityDay): number => guests.filter(({ night, first }) => night && first).length;
const sum = (of: readonly FacilityDay[], figure: (one: FacilityDay) => number): number => of.reduce((total, one) => total + figure(one), 0);
const smallestFirst = (a: Cell, b: Cell): number => a.people - b.people || (a.place < b.place ? -1 : a.place > b.place ? 1 : a.kind < b.kind ? -1 : 1);

/** Rows of the view `housing_nights`: a cell of one to four people is left out, and where it is alone in its table the smallest of the others beside it. */
export const expectedHousing = (facts: TourismFacts, days: readonly FacilityDay[]): object[] => {
  const name = nameOf(facts);
  const housing = days.filter(({ kind }) => kinds.includes(kind));
  const cells = (table: Cell['table'], placeOf: (of: FacilityDay) => string, kindOf: (of: FacilityDay) => string): Cell[] =>
    [...groupedBy(housing, (of) => `${of.day} ${placeOf(of)} ${kindOf(of)}`).values()].flatMap((of) => (of[0] === undefined ? [] : [{ day: of[0].day, table, place: placeOf(of[0]), kind: kindOf(of[0]), of, people: sum(of, peopleOf) }]));
  const all = [...cells('unit', ({ unit }) => unit, () => ''), ...cells('kind', () => '', ({ kind }) => kind), ...cells('whole', () => '', () => '')];
  return [...groupedBy(all, ({ day, table }) => `${day} ${table}`).values()].flatMap((beside) => {
    const small = beside.filter(({ people }) => people > 0 && people < 5);
    const next = beside.filter(({ people }) => people >= 5).sort(smallestFirst).slice(0, small.length === 1 ? 1 : 0);
    const hidden = new Set([...small, ...next]);
    return beside.map((cell) => {
      const { exact: _, ...named } = name({ day: cell.day, place: cell.table === 'unit' ? `unit ${cell.place}` : 'all ', kind: cell.kind, parts: [] });
      const isHidden = hidden.has(cell);
      return {
        ...named, people: isHidden ? null : cell.people, arrivals: isHidden ? null : sum(cell.of, arrivalsOf),
        facilities: sum(cell.of, ({ inForce }) => Number(inForce)), reporting: sum(cell.of, ({ inForce, reporting }) => Number(inForce && reporting)), suppressed: isHidden ? 1 : 0,
      };
    });
  });
};

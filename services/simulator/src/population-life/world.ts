import type { Draw, Weighted } from '../random.ts';
import type { Fact } from '../population/facts.ts';
import type { Founding } from '../population/founding.ts';
import type { Place } from '../population/places.ts';
import type { Resident } from '../population/resident.ts';
import type { Pool } from './pool.ts';

/** Something that will have to be decided on a day. */
export type Due = { readonly resident: Resident; readonly what: 'lodging-ends' | 'comes-back' | 'renewal' };

export type World = Founding & {
  readonly homes: Weighted<Place>;
  readonly lodgings: Weighted<Place>;
  /** Permanent residents. */
  readonly settled: Pool;
  /** Temporary residents who are not permanent ones too. */
  readonly lodgers: Pool;
  /** Some of those who have moved away and may come back. */
  readonly gone: Resident[];
  readonly due: Map<number, Due[]>;
  /** Share of births that are registered after the sixty days of the law. */
  readonly late: number;
  /** Tells a register of something that happened; `soonest` = first day on which it may be told. */
  readonly tell: (draw: Draw, fact: Fact, soonest?: number) => void;
};

export const plan = ({ due }: World, day: number, what: Due): void => {
  const planned = due.get(day);
  if (planned === undefined) due.set(day, [what]);
  else planned.push(what);
};

/** Mean number on one day of what so many people do so often a year. */
export const daily = (people: number, aYear: number): number => (people * aYear) / 365;

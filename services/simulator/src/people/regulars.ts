import type { Draw } from '../random.ts';
import type { Person } from './person.ts';

/** Grown people who may come again: a bounded number of them. */
export type Regulars = {
  /** Somebody whose earlier stay is over and told by `at`, taken out; undefined if none was met. */
  readonly take: (draw: Draw, at: number, nationality: string) => Person | undefined;
  /** Puts somebody in who may come again from `freeAt` on, Unix ms. */
  readonly put: (draw: Draw, person: Person, freeAt: number) => void;
};

const mostRegulars = 2_500;
const tries = 4;

export const createRegulars = (): Regulars => {
  const held: { person: Person; freeAt: number }[] = [];
  return {
    take: (draw, at, nationality) => {
      for (let tried = 0; tried < tries && held.length > 0; tried += 1) {
        const place = draw.below(held.length);
        const found = held[place];
        if (found === undefined || found.freeAt > at || found.person.nationality !== nationality) continue;
        held[place] = held.at(-1) ?? found;
        held.pop();
        return found.person;
      }
      return undefined;
    },
    put: (draw, person, freeAt) => {
      if (held.length < mostRegulars) held.push({ person, freeAt });
      else held[draw.below(mostRegulars)] = { person, freeAt };
    },
  };
};

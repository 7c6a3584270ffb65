import type { Draw } from '../random.ts';
import type { Resident } from '../population/resident.ts';

/** People of whom one is drawn at a time, whoever they are. */
export type Pool = {
  readonly add: (resident: Resident) => void;
  readonly remove: (resident: Resident) => void;
  /** Undefined when nobody is in it. */
  readonly pick: (draw: Draw) => Resident | undefined;
  /** Somebody who is such; undefined if none was met in some tries. */
  readonly find: (draw: Draw, isSuch: (resident: Resident) => boolean) => Resident | undefined;
  readonly size: () => number;
};

const tries = 60;

export const createPool = (): Pool => {
  const held: Resident[] = [];
  const places = new Map<Resident, number>();
  const pick = (draw: Draw): Resident | undefined => held[draw.below(held.length)];
  return {
    add: (resident) => {
      if (places.has(resident)) return;
      places.set(resident, held.length);
      held.push(resident);
    },
    remove: (resident) => {
      const place = places.get(resident);
      const last = held.pop();
      if (place === undefined || last === undefined) throw new TypeError('Somebody is taken out who is not in.');
      places.delete(resident);
      if (last === resident) return;
      held[place] = last;
      places.set(last, place);
    },
    pick,
    find: (draw, isSuch) => {
      for (let tried = 0; tried < tries; tried += 1) {
        const found = pick(draw);
        if (found === undefined || isSuch(found)) return found;
      }
      return undefined;
    },
    size: () => held.length,
  };
};

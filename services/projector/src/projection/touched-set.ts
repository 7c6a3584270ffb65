import type { Touched } from '@da06/warehouse';

/** Stays and persons that wait for a recompute, each once. */
export const createTouchedSet = () => {
  let waiting = new Map<string, Touched>();
  return {
    add: (touched: readonly Touched[]): void => {
      for (const one of touched) waiting.set(one.person === '' ? `${one.facility}/${one.ref}` : one.person, one);
    },
    size: (): number => waiting.size,
    takeAll: (): Touched[] => {
      const taken = [...waiting.values()];
      waiting = new Map();
      return taken;
    },
  };
};

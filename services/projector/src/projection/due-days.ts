import type { TouchedDays } from '@da06/warehouse';

/** Days at facilities whose figures wait for a recompute, each once. */
export const createDueDays = () => {
  let facilities = new Map<string, Set<number>>();
  return {
    add: (touched: readonly TouchedDays[]): void => {
      for (const { facility, days } of touched) {
        const own = facilities.get(facility) ?? new Set();
        for (const day of days) own.add(day);
        facilities.set(facility, own);
      }
    },
    takeAll: (): readonly TouchedDays[] => {
      const taken = [...facilities].map(([facility, days]) => ({ facility, days: [...days] }));
      facilities = new Map();
      return taken;
    },
  };
};

import type { BusinessRegisteredData } from '@da06/events';

/** What a business was from which day on: at least one version, in no order, one a day of validity. */
export type BusinessRecord = readonly BusinessRegisteredData[];

/** The version that holds on a day; the first one where none does yet. */
export const businessOn = (versions: BusinessRecord, day: string): BusinessRegisteredData => {
  const [first, ...others] = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  if (first === undefined) throw new TypeError('A business has at least one version.');
  return others.findLast(({ validFrom }) => validFrom <= day) ?? first;
};

/** A version takes the place of one from the same day. */
export const withVersion = (versions: BusinessRecord, told: BusinessRegisteredData): BusinessRecord => [...versions.filter(({ validFrom }) => validFrom !== told.validFrom), told];

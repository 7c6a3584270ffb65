import { isDeepStrictEqual } from 'node:util';

/** What is replaced whole by the last of the highest revision. */
export type Revised<Data> = { readonly held: Data; /** What was told last, also below the revision that holds. */ readonly last: Data };

/** The state after one more word, in the order of the log: the same as the order (revision, sequence, id) of the tables. */
export const revised = <Data extends { readonly revision: number }>(known: Revised<Data> | undefined, told: Data): Revised<Data> => ({
  held: known === undefined || told.revision >= known.held.revision ? told : known.held,
  last: told,
});

/** Whether a word says nothing new. */
export const isRepeat = <Data>(known: Revised<Data> | undefined, told: Data): boolean => known !== undefined && (isDeepStrictEqual(known.held, told) || isDeepStrictEqual(known.last, told));

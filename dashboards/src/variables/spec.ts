import type { Say, Text } from '../text.ts';

/**
 * A choice above a board. `several`: any number of values, or all of them, all at first; a statement keeps what is chosen by
 * `$__conditionalAll(column IN (${name:singlequote}), $name)`. `one`: one value, at first the one named.
 */
export type VariableSpec = {
  readonly name: string;
  readonly label: Text;
  /** First column the value, second the text. */
  readonly sql: (say: Say) => string;
} & ({ readonly choose: 'several' } | { readonly choose: 'one'; readonly first: { readonly value: string; readonly text: Text } });

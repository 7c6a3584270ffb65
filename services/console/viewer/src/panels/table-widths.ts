import type { Field } from '@grafana/data';
import type { Measure } from './measure.ts';
import { numberSetting } from './settings.ts';

export type Shown = { readonly name: string; readonly field: Field; readonly texts: readonly string[] };

const size = 13;
const pad = 18;
const sortMark = 14;
const widest = 420;

const set = ({ config }: Field): number | undefined => numberSetting(config.custom, 'width');

const natural = ({ name, texts }: Shown, measure: Measure): number =>
  Math.min(widest, Math.max(measure(name) * size + sortMark, ...texts.map((text) => measure(text) * size)) + pad);

/** No column is narrower than its longest word: letters are never cut. */
const least = ({ name, texts }: Shown, measure: Measure): number => {
  const words = (text: string): number => Math.max(0, ...text.split(/[\s/]+/).map((word) => measure(word) * size));
  return Math.min(widest, Math.max(words(name) + sortMark, ...texts.map(words)) + pad);
};

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/**
 * Widths of columns in pixels. A width that the board sets stays, unless there is room to spare; others are as wide as what they show and share what is left.
 * Where the room is too narrow for all, the table is wider than it, and scrolls.
 */
export const widthsOf = (columns: readonly Shown[], room: number, measure: Measure): readonly number[] => {
  const fixed = columns.map(({ field }) => set(field));
  const wished = columns.map((column, place) => fixed[place] ?? natural(column, measure));
  const spare = room - total(wished);
  if (spare >= 0) {
    const grows = columns.map((_, place) => (fixed.every((width) => width !== undefined) || fixed[place] === undefined ? wished[place] ?? 0 : 0));
    return wished.map((width, place) => width + spare * (grows[place] ?? 0) / total(grows));
  }
  const bounds = columns.map((column, place) => fixed[place] ?? Math.min(wished[place] ?? 0, least(column, measure)));
  const give = total(wished) - total(bounds);
  const part = give === 0 ? 0 : Math.min(1, -spare / give);
  return wished.map((width, place) => width - (width - (bounds[place] ?? width)) * part);
};

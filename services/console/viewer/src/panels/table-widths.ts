import type { Field } from '@grafana/data';
import type { Measure } from './measure.ts';
import { numberSetting } from './settings.ts';

/** A column: `texts` are those of its cells, `beside` is what stands in a cell beside its text (a gauge), in font sizes. */
export type Shown = { readonly name: string; readonly field: Field; readonly texts: readonly string[]; readonly beside: number };

/** Parts of a column in font sizes: what stands beside a text, the mark of sorting, the widest a column becomes by itself. */
const [pad, sortMark, widest] = [1.4, 1, 32];

const set = ({ config }: Field): number | undefined => numberSetting(config.custom, 'width');

/** How wide a table's texts are: measures of cells and headers, and their font size in pixels. */
export type Measures = { readonly cell: Measure; readonly header: Measure; readonly size: number };

const natural = ({ name, texts, beside }: Shown, { cell, header, size }: Measures): number =>
  size * Math.min(widest, Math.max(header(name) + sortMark, beside + Math.max(0, ...texts.map(cell))) + pad);

/** Where a line may be broken; a header is broken after a slash too. */
const breaks = /\s+|(?<=\/)/;

/** Narrower than this (font sizes), a sentence is a ladder of words; where the table scrolls anyway, it has more. */
const comfort = { fitting: 10, scrolling: 20 } as const;

/** No column is narrower than its longest word, for letters are never cut, nor than what a sentence needs. */
const least = (column: Shown, { cell, header, size }: Measures, sentences: number): number => {
  const longest = (text: string, measure: Measure): number => Math.max(0, ...text.split(breaks).map(measure));
  const words = Math.max(longest(column.name, header) + sortMark, column.beside + Math.max(0, ...column.texts.map((text) => longest(text, cell)))) + pad;
  const sentence = column.beside + Math.max(0, ...column.texts.map(cell)) + pad;
  return size * Math.min(widest, Math.max(words, Math.min(sentences, sentence)));
};

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Widths reduced towards bounds, each by the same part of what it can give, until they fit the room or stand at their bounds. */
const reduced = (widths: readonly number[], bounds: readonly number[], room: number): readonly number[] => {
  const gives = widths.map((width, place) => Math.max(0, width - (bounds[place] ?? width)));
  const over = total(widths) - room;
  const part = over <= 0 || total(gives) === 0 ? 0 : Math.min(1, over / total(gives));
  return widths.map((width, place) => width - (gives[place] ?? 0) * part);
};

/**
 * Widths of columns in pixels. A column is as wide as the board sets, or as what it shows; room to spare goes to those that the board leaves free.
 * Where the room is narrow, columns that are set wider than what they show give first, then sentences are broken; where that is not enough the table is wider than its room, and scrolls.
 */
export const widthsOf = (columns: readonly Shown[], room: number, measures: Measures): readonly number[] => {
  const fixed = columns.map(({ field }) => set(field));
  const shown = columns.map((column) => natural(column, measures));
  const wished = shown.map((width, place) => fixed[place] ?? width);
  const spare = room - total(wished);
  if (spare < 0) {
    const close = reduced(wished, wished.map((width, place) => Math.min(width, shown[place] ?? width)), room);
    const bounds = (sentences: number): readonly number[] => columns.map((column, place) => Math.min(close[place] ?? 0, least(column, measures, sentences)));
    const fitting = bounds(comfort.fitting);
    return total(fitting) > room ? bounds(comfort.scrolling) : reduced(close, fitting, room);
  }
  const all = fixed.every((width) => width !== undefined);
  const grows = wished.map((width, place) => (all || fixed[place] === undefined ? width : 0));
  return wished.map((width, place) => width + spare * (grows[place] ?? 0) / total(grows));
};

import type { Measure } from './measure.ts';

type Box = { readonly width: number; readonly height: number };

/** Height of a line, in its font size. */
export const lineHeight = 1.15;

/** Lines of a text at a font size, broken between words; a word that is wider than the box stands alone. */
const linesAt = (words: readonly number[], blank: number, room: number): number => {
  let [lines, used] = [1, 0];
  for (const width of words) {
    if (used > 0 && used + blank + width > room) [lines, used] = [lines + 1, width];
    else used += (used > 0 ? blank : 0) + width;
  }
  return lines;
};

const fits = (words: readonly number[], blank: number, size: number, { width, height }: Box): boolean =>
  Math.max(...words) * size <= width && linesAt(words, blank, width / size) * size * lineHeight <= height;

/** The largest font size (whole pixels, from `least` to `most`) at which a text stands in a box, broken between words. `least` where none fits. */
export const fitted = (text: string, box: Box, measure: Measure, { least, most }: { readonly least: number; readonly most: number }): number => {
  const words = text.split(/[ \n]+/).filter((word) => word !== '').map(measure);
  if (words.length === 0) return most;
  const blank = measure(' ');
  let [low, high] = [least, Math.max(least, Math.floor(most))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(words, blank, middle, box)) low = middle;
    else high = middle - 1;
  }
  return low;
};

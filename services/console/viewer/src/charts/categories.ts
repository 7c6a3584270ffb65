import { lineHeight, shorten, widthOf, wrap } from './measure.ts';

type Place = { readonly horizontal: boolean; readonly band: number; readonly width: number };
type Labels = { readonly interval: number | 'auto'; readonly hideOverlap: boolean; readonly formatter: (name: string) => string };

/** Room for names beside lying bars: what the longest needs, up to two fifths of the panel. */
export const namesWidth = (names: readonly string[], width: number): number => Math.min(Math.max(...names.map((name) => widthOf(name)), 0) + 2, Math.floor(width * 0.4));

/**
 * Names of rows beside or below their bars: in as many lines as a bar has room for, then shortened. Names that would have to be cut below a
 * bar, as hours of a day in a narrow panel, are left out in turn instead.
 */
export const categoryLabels = (names: readonly string[], { horizontal, band, width }: Place): Labels => {
  if (horizontal) {
    const lines = Math.min(3, Math.max(1, Math.floor(band / lineHeight)));
    const all = band >= lineHeight - 3;
    return { interval: all ? 0 : 'auto', hideOverlap: !all, formatter: (name) => wrap(name, width, lines) };
  }
  const words = names.flatMap((name) => name.split(/\s+/));
  const whole = names.every((name) => wrap(name, width, 3).replaceAll('\n', ' ') === name);
  if (whole || words.length > names.length * 1.5) return { interval: 0, hideOverlap: true, formatter: (name) => wrap(name, width, 3) };
  return { interval: 'auto', hideOverlap: true, formatter: (name) => shorten(name, Math.max(width, 60)) };
};

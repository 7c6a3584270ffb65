import { namesWidth } from './categories.ts';
import { lineHeight, widthOf } from './measure.ts';
import { extentOf } from './value-axis.ts';

/** Pixels that a bar is thick at most: one of three months would fill a third of a wall. */
export const thickest = 48;

type Bars = {
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly names: readonly string[];
  readonly columns: number;
  /** What the axis of figures must reach. */
  readonly reached: readonly (number | null)[];
  /** Pixels of the chart without its legend. */
  readonly width: number;
  readonly height: number;
};

/** `band`: pixels that a row has for itself; `fits`: whether a bar has room for its value. */
export type BarRoom = { readonly band: number; readonly fits: (text: string, value: number) => boolean };

/** The room of bars, as near as it can be told before the chart is laid out. */
export const barRoom = ({ horizontal, stacked, names, columns, reached, width, height }: Bars): BarRoom => {
  const band = (horizontal ? height - 36 : width - 80) / Math.max(1, names.length);
  const thick = Math.min((band * 0.8) / (stacked ? 1 : columns), thickest);
  const { least, most } = extentOf([...reached, 0]);
  const perUnit = (horizontal ? width - namesWidth(names, width) - 50 : height - 50) / Math.max(most - least, Number.EPSILON);
  const along = (pixels: number, value: number): boolean => !stacked || pixels <= Math.abs(value) * perUnit;
  return {
    band,
    fits: (text, value) => (horizontal
      ? thick >= lineHeight - 3 && along(widthOf(text) + 6, value)
      : widthOf(text) + 2 <= thick * (stacked ? 1 : 1.15) && along(lineHeight + 2, value)),
  };
};

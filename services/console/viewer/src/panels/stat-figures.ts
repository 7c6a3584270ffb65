import { FieldType, formattedValueToString, getFieldDisplayName, type DisplayValue, type Field } from '@grafana/data';
import { fitted, lineHeight } from './fit.ts';
import type { Measure } from './measure.ts';
import type { PanelInput } from './renderer.ts';
import { toneOf } from './tone.ts';

/** One value of a stat: how it is shown, and where it came from. */
export type Value = { readonly name: string; readonly shown: DisplayValue; readonly field: Field; readonly row: number; readonly tone: string | undefined };
/** A figure, with what it is compared with where the board tells that. */
export type Figure = Value & { readonly change?: Value };

/** The last value that is there, of each column that is no time; of a column without any, what stands for nothing. */
const valuesOf = ({ frames, theme }: Pick<PanelInput, 'frames' | 'theme'>): readonly Value[] =>
  frames.flatMap((frame) => frame.fields.filter(({ type }) => type !== FieldType.time).map((field): Value => {
    const values: readonly unknown[] = field.values;
    const row = Math.max(0, values.findLastIndex((value) => value !== null && value !== undefined));
    const shown = field.display?.(values[row]) ?? { text: '', numeric: NaN };
    return { name: getFieldDisplayName(field, frame, [...frames]), shown, field, row, tone: toneOf(field, values[row], shown, theme) };
  }));

/** Boards call the column of a difference `so với …` (`against …`): it belongs to the figure before it. */
const isComparison = ({ name }: Value): boolean => /^(?:so với|against) /u.test(name);

const signed = (value: Value): Value => (value.shown.numeric > 0 ? { ...value, shown: { ...value.shown, prefix: `+${value.shown.prefix ?? ''}` } } : value);

/** What a stat shows, in the order of its columns. */
export const figuresOf = (input: Pick<PanelInput, 'frames' | 'theme'>): readonly Figure[] => {
  const figures: Figure[] = [];
  for (const value of valuesOf(input)) {
    const before = figures.at(-1);
    if (before !== undefined && before.change === undefined && isComparison(value)) figures[figures.length - 1] = { ...before, change: signed(value) };
    else figures.push(value);
  }
  return figures;
};

type Box = { readonly width: number; readonly height: number };
/** `size` (of the number) and `nameSize` (of what is written below it) are font sizes in pixels. */
export type Layout = { readonly columns: number; readonly size: number; readonly nameSize: number };

const pad = 8;
const least = 11;
/** A unit in words stands smaller behind its number, as in `20,8 giờ`. */
const unitScale = 0.6;

const sizeOf = ({ shown }: Value, box: Box, measure: Measure): number => {
  const most = Math.min(240, box.height / lineHeight);
  if (Number.isNaN(shown.numeric)) return fitted(formattedValueToString(shown), box, measure, { least, most: Math.min(most, Math.max(16, box.height * 0.34)) });
  if (shown.text.includes(' ')) return fitted(shown.text, box, measure, { least, most });
  const unit = shown.suffix ?? '';
  const width = measure(`${shown.prefix ?? ''}${shown.text}`) + measure(unit) * (unit.startsWith(' ') ? unitScale : 1);
  return Math.max(least, Math.floor(Math.min(most, box.width / width)));
};

/** How text is measured, and the page's font size in pixels. */
type Type = { readonly measure: Measure; readonly page: number };

/** Figures in a row or below each other, whichever lets them be larger; all of one size. */
export const layoutOf = (figures: readonly Figure[], { width, height }: Box, named: boolean, { measure, page }: Type): Layout => {
  const compared = figures.some(({ change }) => change !== undefined);
  const layouts = [figures.length, 1].map((columns) => {
    const each = height / Math.ceil(figures.length / columns) - 2 * pad;
    const nameSize = Math.round(Math.min(1.5 * page, Math.max(0.93 * page, each * 0.12)));
    const room = each - nameSize * 1.3 * (Number(named) + Number(compared));
    const box = { width: width / columns - 2 * pad, height: room * (named ? 0.94 : 0.76) };
    return { columns, nameSize, size: Math.min(...figures.map((figure) => sizeOf(figure, box, measure))) };
  });
  return layouts.reduce((best, one) => (one.size > best.size ? one : best));
};

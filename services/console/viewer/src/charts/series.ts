import { FieldType, formattedValueToString, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';

export type Point = { readonly time: number; readonly value: number | null; readonly row: number };
export type Series = { readonly name: string; readonly field: Field; readonly points: readonly Point[] };

/** A figure, or a gap where there is none or it is left out. */
export const figure = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

const valuesOf = (field: Field): readonly unknown[] => field.values;

/** Each column of numbers beside a column of time is a series; in the order of frames and columns. */
export const seriesOf = (frames: readonly DataFrame[]): readonly Series[] =>
  frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (time === undefined) return [];
    const times = valuesOf(time);
    return frame.fields.filter(({ type }) => type === FieldType.number).map((field) => ({
      name: getFieldDisplayName(field, frame, [...frames]),
      field,
      points: valuesOf(field).flatMap((value, row) => {
        const at = figure(times[row]);
        return at === null ? [] : [{ time: at, value: figure(value), row }];
      }),
    }));
  });

/** Every instant that any of the series has, ascending. */
export const timesOf = (all: readonly Series[]): readonly number[] => [...new Set(all.flatMap(({ points }) => points.map(({ time }) => time)))].sort((a, b) => a - b);

/** Milliseconds between neighbouring instants, the least; undefined for fewer than two. */
export const stepOf = (times: readonly number[]): number | undefined => {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
};

type Row = { readonly label: string; readonly index: number };
export type Table = { readonly rows: readonly Row[]; readonly columns: readonly { readonly name: string; readonly field: Field }[] };

/** A first column of text and the columns of numbers. */
export const tableOf = (frames: readonly DataFrame[]): Table => {
  const frame = frames[0];
  const label = frame?.fields.find(({ type }) => type === FieldType.string || type === FieldType.time);
  if (frame === undefined || label === undefined) return { rows: [], columns: [] };
  return {
    rows: valuesOf(label).map((value, index) => ({ label: textOf(label, value), index })),
    columns: frame.fields.filter(({ type }) => type === FieldType.number).map((field) => ({ name: getFieldDisplayName(field, frame, [...frames]), field })),
  };
};

/** A value as people read it: unit, decimals and mappings of its column. */
export const textOf = (field: Field, value: unknown): string => (field.display === undefined ? JSON.stringify(value) : formattedValueToString(field.display(value)));

/** Where a click on this value of a column leads, if anywhere. */
export const linkOf = (field: Field, row: number): string | undefined =>
  (field.config.links?.length ?? 0) === 0 ? undefined : field.getLinks?.({ valueRowIndex: row })[0]?.href;

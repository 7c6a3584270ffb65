import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';

export type Column = { readonly name: string; readonly field: Field; readonly values: readonly unknown[] };

const column = (field: Field, frame: DataFrame, values: readonly unknown[]): Column => ({ name: getFieldDisplayName(field, frame), field, values });

/** Frames as one table: columns of one frame as they are; several series side by side over all their times. */
export const sideBySide = (frames: readonly DataFrame[]): readonly Column[] => {
  const [first, ...others] = frames;
  if (first === undefined) return [];
  const time = first.fields.find(({ type }) => type === FieldType.time);
  if (others.length === 0 || time === undefined) return frames.flatMap((frame) => frame.fields.map((field) => column(field, frame, field.values)));
  const timesOf = (frame: DataFrame): readonly number[] => {
    const values: readonly unknown[] = frame.fields.find(({ type }) => type === FieldType.time)?.values ?? [];
    return values.filter((at) => typeof at === 'number');
  };
  const times = [...new Set(frames.flatMap(timesOf))].sort((a, b) => a - b);
  const series = frames.flatMap((frame) => frame.fields.filter(({ type }) => type !== FieldType.time).map((field) => {
    const valueAt = new Map(timesOf(frame).map((at, row): [number, unknown] => [at, field.values[row]]));
    return column(field, frame, times.map((at) => valueAt.get(at) ?? null));
  }));
  return [column(time, first, times), ...series];
};

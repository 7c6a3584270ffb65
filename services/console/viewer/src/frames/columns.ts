import { FieldType, type DataFrame, type Field, type Labels } from '@grafana/data';
import type { AnswerField, PanelAnswer, Value } from '@da06/console/api';

/** Cells of an answer: what is not a number for the engine comes as its text (`nan`, `inf`), as JSON has no word for it. */
const numberOf = (value: Value): number | null => {
  if (typeof value !== 'string') return value === null ? null : Number(value);
  const text = value.toLowerCase();
  if (text.endsWith('inf')) return text.startsWith('-') ? -Infinity : Infinity;
  return text === '' ? null : Number(text);
};

const types = { time: FieldType.time, number: FieldType.number, string: FieldType.string, boolean: FieldType.boolean } as const;

const valuesOf = ({ type, values }: AnswerField): Value[] => (type === 'number' ? values.map(numberOf) : [...values]);

const fieldOf = (column: AnswerField): Field => ({ name: column.name, type: types[column.type], config: {}, values: valuesOf(column) });

const frame = (fields: Field[]): DataFrame => ({ fields, length: fields[0]?.values.length ?? 0 });

/** Columns that are no series: one frame, all columns in their order. */
export const tableFrame = (fields: readonly AnswerField[]): DataFrame => frame(fields.map(fieldOf));

const collator = new Intl.Collator('vi', { numeric: true });

type Series = { readonly name: string; readonly type: FieldType; readonly labels?: Labels; readonly values: Value[] };

const seriesFrame = (time: Field, { name, type, labels, values }: Series): DataFrame =>
  frame([
    { ...time, config: {} },
    { name, type, values, config: { displayNameFromDS: name }, ...(labels === undefined ? {} : { labels }) },
  ]);

/**
 * Rows of (time, texts, numbers): one series for each text and number, in the order of their names, all over the same times; null where a series has none.
 * A series is called by its texts; by its column too, where there are several columns.
 */
const longSeries = (time: AnswerField, texts: readonly AnswerField[], numbers: readonly AnswerField[]): DataFrame[] => {
  const times = [...new Set(time.values)];
  const placeOf = new Map(times.map((at, place) => [at, place]));
  const series = new Map<string, Series>();
  const columns = numbers.map((column) => ({ ...column, values: valuesOf(column) }));
  for (const [row, at] of time.values.entries()) {
    const labels = Object.fromEntries(texts.map(({ name, values }) => [name, String(values[row] ?? '')]));
    const text = Object.values(labels).join(', ');
    for (const column of columns) {
      const name = columns.length === 1 ? text : `${column.name} ${text}`;
      const one = series.get(name) ?? { name, type: types[column.type], labels, values: times.map(() => null) };
      series.set(name, one);
      one.values[placeOf.get(at) ?? 0] = column.values[row] ?? null;
    }
  }
  const shared = { ...fieldOf(time), values: times };
  return [...series.values()].sort((a, b) => collator.compare(a.name, b.name)).map((one) => seriesFrame(shared, one));
};

/** One frame (time, value) for each series; a long answer (time, text, number) is taken apart by its texts, as Grafana's data sources do. An answer without a time is a table. */
export const seriesFrames = (fields: readonly AnswerField[]): DataFrame[] => {
  const time = fields.find(({ type }) => type === 'time');
  if (time === undefined) return [tableFrame(fields)];
  const texts = fields.filter(({ type }) => type === 'string');
  const numbers = fields.filter(({ type }) => type === 'number' || type === 'boolean');
  if (texts.length > 0 && numbers.length > 0) return longSeries(time, texts, numbers);
  const shared = fieldOf(time);
  return (numbers.length > 0 ? numbers : texts).map((column) => seriesFrame(shared, { name: column.name, type: types[column.type], values: valuesOf(column) }));
};

/** What an answer says, before a panel's settings are applied. */
export const plainFrames = ({ format, fields }: PanelAnswer): DataFrame[] => (format === 0 ? seriesFrames(fields) : [tableFrame(fields)]);

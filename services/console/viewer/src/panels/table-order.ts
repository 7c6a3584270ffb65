import { FieldType, formattedValueToString, type Field } from '@grafana/data';
import { mappedText } from '../frames/mapping.ts';

export type Sorting = { readonly column: number; readonly direction: 'ascending' | 'descending' };

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'base' });

/** Text without case and marks: who types `binh long` finds `Bình Long`. */
export const folded = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const shownText = (field: Field, value: unknown): string => {
  const shown = field.display?.(value);
  return shown === undefined ? '' : formattedValueToString(shown);
};

/** What a row is sorted by: numbers and times by size, texts as they are, mapped texts as they read. Undefined (nothing, not a number) always comes last. */
const keyOf = (field: Field, value: unknown): number | string | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value === 'boolean') return Number(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return field.type === FieldType.string ? mappedText(field.config.mappings, value) ?? text : text;
};

const compare = (a: number | string, b: number | string): number => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));

const lines = new WeakMap<readonly Field[], readonly string[]>();

/** What each row reads like, to be searched: made once for a table, when first needed. */
const linesOf = (fields: readonly Field[], length: number): readonly string[] => {
  const known = lines.get(fields);
  if (known !== undefined) return known;
  const made = Array.from({ length }, (_, row) => folded(fields.map((field) => shownText(field, (field.values as readonly unknown[])[row])).join(' ')));
  lines.set(fields, made);
  return made;
};
/** Rows of a table (their numbers) that hold every word of the filter somewhere, in the order that was asked for; equal ones stay as the answer has them. */
export const rowsOf = (fields: readonly Field[], { filter, sorting }: { readonly filter: string; readonly sorting: Sorting | undefined }): readonly number[] => {
  const length = fields[0]?.values.length ?? 0;
  const words = folded(filter).split(/\s+/).filter((word) => word !== '');
  const valuesOf = (field: Field): readonly unknown[] => field.values;
  const all = words.length === 0 ? [] : linesOf(fields, length);
  const kept = Array.from({ length }, (_, row) => row).filter((row) => words.every((word) => all[row]?.includes(word) === true));
  const field = sorting === undefined ? undefined : fields[sorting.column];
  if (field === undefined) return kept;
  const keys = valuesOf(field).map((value) => keyOf(field, value));
  const sign = sorting?.direction === 'descending' ? -1 : 1;
  return kept.sort((one, other) => {
    const [a, b] = [keys[one], keys[other]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compare(a, b);
  });
};

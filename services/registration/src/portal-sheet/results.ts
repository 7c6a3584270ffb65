import type { Fault, Severity } from '@da06/errors';
import type { AnswerItem } from '../commit/answer.ts';

/** A record as its file has it: values by the file's own names. */
export type FileRow = Readonly<Record<string, unknown>>;

/** What became of a row: the texts under `resultHeaders`. */
export type SheetResult = readonly [result: string, registrationNumber: string, faults: string];

/** What the file calls the field a pointer is of. */
export type Labels = ReadonlyMap<string, string>;

const states: Readonly<Record<AnswerItem['status'], string>> = { accepted: 'đã nhận', duplicate: 'trùng, đã có', amended: 'đã sửa', rejected: 'BỊ TỪ CHỐI' };
const gravity: readonly Severity[] = ['reject', 'warn', 'info'];

/** What became of a record in words: the gravest fault first, each under the name its field has in the file. */
export const resultOf = ({ status, registrationNumber, faults }: AnswerItem, labels: Labels): SheetResult => [
  states[status],
  registrationNumber ?? '',
  [...faults].sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity)).map((fault) => sentenceOf(fault, labels)).join('\n'),
];

const sentenceOf = ({ pointer, vi }: Fault, labels: Labels): string => {
  const label = labels.get(pointer) ?? pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
  return label === '' ? vi : `${label}: ${vi}`;
};

/** The text of a cell. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));

/** The values, and `empty` in each hole between them. */
export function* filled<Value>(values: readonly Value[], empty: Value): Generator<Value> {
  for (let place = 0; place < values.length; place += 1) yield values[place] ?? empty;
}

/** Records under the names of their own file, with their results beside them. */
export function* tableOf(names: readonly string[], headers: readonly string[], rows: readonly FileRow[], results: readonly SheetResult[]): Generator<readonly (string | undefined)[]> {
  yield [...names, ...headers];
  for (const [index, row] of rows.entries()) yield [...names.map((name) => textOf(row[name])), ...(results[index] ?? [])];
}

/** Names of a table's columns, of the first record that has any. */
export const namesOfRows = (rows: readonly FileRow[]): readonly string[] => Object.keys(rows.find((row) => Object.keys(row).length > 0) ?? {});

import { csvColumns } from './read/csv-columns.ts';
import { stayFields } from './fields/stay-fields.ts';
import { fileMutations, type FileFormat } from './mutate-files.ts';
import { sampleDeparture, sampleForeign, sampleStay, sampleVietnamese } from './samples.ts';
import { seeded, type Below } from './seeded.ts';

/** A body that was changed on purpose. `keepsMeaning`: every record of it must still be accepted. */
export type MutatedBody = { readonly format: RecordFormat | FileFormat; readonly name: string; readonly bytes: Uint8Array; readonly keepsMeaning: boolean };
type RecordFormat = 'json' | 'ndjson' | 'csv' | 'kbtt-foreign' | 'kbtt-vietnamese' | 'kbtt-departure';
type Format = RecordFormat;

const formats: readonly MutatedBody['format'][] = ['json', 'ndjson', 'csv', 'kbtt-foreign', 'kbtt-vietnamese', 'kbtt-departure', 'xlsx', 'xml', 'qr'];
const samples: Readonly<Record<Exclude<Format, 'csv'>, (number: number) => Record<string, unknown>>> = {
  json: sampleStay, ndjson: sampleStay, 'kbtt-foreign': sampleForeign, 'kbtt-vietnamese': sampleVietnamese, 'kbtt-departure': sampleDeparture,
};

export const oddValues: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, 2 ** 53 + 2, '', ' ', '\u0000', '\u202e', '\ud800', '💣', 'x'.repeat(5000), '9999-99-99', '2026-02-30', '31/02/2026', '0001-01-01', '1 OR 1=1', '<script>', '../../etc/passwd',
  [], {}, [[]], { $ne: 1 }, { __proto__: null }, 'NaN', '=1+1', 'ＡＢＣ', '00000000000', '-', '٠٧٠', new Array(200).fill('a'), 'D', 'ZZZ', '2026-11-20T25:00:00+07:00', '2026-11-20T14:00:00+99:00',
];

type Holder = Record<string, unknown>;
type Mutation = { readonly name: string; readonly keepsMeaning: boolean; readonly apply: (record: Holder, below: Below) => Holder };

/** Every place of a record that holds a value, as paths. */
const pathsOf = (record: Holder, before: readonly string[] = []): string[][] =>
  Object.entries(record).flatMap(([key, value]) => [[...before, key], ...(typeof value === 'object' && value !== null && !Array.isArray(value) ? pathsOf(value as Holder, [...before, key]) : [])]);

const change = (record: Holder, path: readonly string[], edit: (holder: Holder, key: string) => void): Holder => {
  const copy = structuredClone(record);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Holder;
  edit(holder, path.at(-1) ?? '');
  return copy;
};
const somewhere = (record: Holder, below: Below): readonly string[] => {
  const paths = pathsOf(record);
  return paths[below(paths.length)] ?? [];
};
const strings = (record: Holder, edit: (text: string) => string): Holder =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'string' ? edit(value) : typeof value === 'object' && value !== null && !Array.isArray(value) ? strings(value as Holder, edit) : value]));
const reversed = (record: Holder): Holder =>
  Object.fromEntries(Object.entries(record).reverse().map(([key, value]) => [key, typeof value === 'object' && value !== null && !Array.isArray(value) ? reversed(value as Holder) : value]));
const onSex = (record: Holder, edit: (text: string) => string): Holder => {
  const path = [['gioiTinh'], ['guest', 'sex'], ['person', 'sex']].find(([key = '']) => key in record);
  return path === undefined ? record : change(record, path, (holder, key) => (holder[key] = edit(String(holder[key]))));
};
const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

/** Changes of one record of JSON. */
export const mutations: readonly Mutation[] = [
  { name: 'keys in another order', keepsMeaning: true, apply: reversed },
  { name: 'decomposed Unicode', keepsMeaning: true, apply: (record) => strings(record, (text) => text.normalize('NFD')) },
  { name: 'blanks around texts', keepsMeaning: true, apply: (record) => strings(record, (text) => (text === '' ? text : ` ${text} `)) },
  { name: 'sex in lower case', keepsMeaning: true, apply: (record) => onSex(record, (text) => text.toLowerCase()) },
  { name: 'sex in words', keepsMeaning: true, apply: (record) => onSex(record, (text) => (text === 'M' ? 'nam' : 'Nữ')) },
  { name: 'an unknown key', keepsMeaning: true, apply: (record, below) => ({ ...record, [`x${below(1000)}`]: 'y' }) },
  { name: 'a key named __proto__', keepsMeaning: true, apply: (record) => JSON.parse(JSON.stringify(record).replace(/^\{/, '{"__proto__":{"admin":true},')) as Holder },
  { name: 'a key left out', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => delete holder[key]) },
  { name: 'an odd value', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => (holder[key] = oddValues[below(oddValues.length)])) },
  { name: 'two odd values', keepsMeaning: false, apply: (record, below) => { const once = change(record, somewhere(record, below), (holder, key) => (holder[key] = oddValues[below(oddValues.length)])); return change(once, somewhere(once, below), (holder, key) => (holder[key] = oddValues[below(oddValues.length)])); } },
  { name: 'a text cut', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => { const value = holder[key]; if (typeof value === 'string') holder[key] = value.slice(0, below(value.length + 1)); }) },
  { name: 'a text doubled', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => { const value = holder[key]; if (typeof value === 'string') holder[key] = value + value; }) },
  { name: 'a text as a number', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => (holder[key] = Number(holder[key]))) },
  { name: 'a deep value', keepsMeaning: false, apply: (record, below) => change(record, somewhere(record, below), (holder, key) => (holder[key] = deep(10 + below(3000)))) },
  { name: 'many unknown keys', keepsMeaning: false, apply: (record, below) => ({ ...record, ...Object.fromEntries(Array.from({ length: 50 + below(500) }, (_, index) => [`k${index}`, index])) }) },
];

const toCsv = (records: readonly Holder[]): string => {
  const paths = new Map(stayFields.map(({ field, path }) => [field, path]));
  const cell = (record: Holder, path: readonly string[]): string => {
    let value: unknown = record;
    for (const key of path) value = typeof value === 'object' && value !== null ? (value as Holder)[key] : undefined;
    const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [csvColumns.map(([column]) => column).join(','), ...records.map((record) => csvColumns.map(([, field]) => cell(record, paths.get(field) ?? [])).join(','))].join('\n');
};

const write = (format: Format, records: readonly Holder[]): string => {
  if (format === 'csv') return toCsv(records);
  return format === 'ndjson' ? records.map((record) => JSON.stringify(record)).join('\n') : JSON.stringify(records);
};

type BytesMutation = { readonly name: string; readonly keepsMeaning: boolean; readonly apply: (bytes: Buffer, below: Below, format: string) => Buffer };
const splice = (bytes: Buffer, at: number, drop: number, ...insert: number[]): Buffer => Buffer.concat([bytes.subarray(0, at), Buffer.from(insert), bytes.subarray(at + drop)]);

/** Changes of a whole body. */
const bytesMutations: readonly BytesMutation[] = [
  { name: 'as it is', keepsMeaning: true, apply: (bytes) => bytes },
  { name: 'a byte-order mark', keepsMeaning: true, apply: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) },
  { name: 'CRLF', keepsMeaning: true, apply: (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')) },
  { name: 'a newline at the end', keepsMeaning: true, apply: (bytes) => Buffer.concat([bytes, Buffer.from('\n')]) },
  { name: 'semicolons', keepsMeaning: true, apply: (bytes, _below, format) => (format === 'csv' ? Buffer.from(bytes.toString().replaceAll(',', ';')) : bytes) },
  { name: 'cut off', keepsMeaning: false, apply: (bytes, below) => bytes.subarray(0, below(bytes.length)) },
  { name: 'a flipped bit', keepsMeaning: false, apply: (bytes, below) => { const copy = Buffer.from(bytes); const at = below(copy.length); copy[at] = (copy[at] ?? 0) ^ (1 << below(8)); return copy; } },
  { name: 'a byte that is no UTF-8', keepsMeaning: false, apply: (bytes, below) => splice(bytes, below(bytes.length), 0, 0xff) },
  { name: 'a piece dropped', keepsMeaning: false, apply: (bytes, below) => splice(bytes, below(bytes.length), below(40)) },
  { name: 'a quote put in', keepsMeaning: false, apply: (bytes, below) => splice(bytes, below(bytes.length), 0, 0x22) },
  { name: 'UTF-16', keepsMeaning: false, apply: (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')]) },
  { name: 'zero bytes', keepsMeaning: false, apply: (bytes, below) => splice(bytes, below(bytes.length), 0, 0, 0, 0) },
];

/**
 * A corpus of mutated bodies of every format, for the proof that bad input never fails the system: each is 1–3 records, one of them changed,
 * or bytes changed as a whole. The same count and seed give the same corpus.
 */
export function* mutatedBodies(count: number, seed = 1): Generator<MutatedBody> {
  const below = seeded(seed);
  for (let number = 0; number < count; number += 1) {
    const format = formats[number % formats.length] ?? 'json';
    const numbers = Array.from({ length: 1 + below(3) }, (_, index) => number * 3 + index + 1);
    if (format === 'xlsx' || format === 'xml' || format === 'qr') {
      const choices = fileMutations[format];
      const { name, keepsMeaning, make } = choices[below(choices.length)] as (typeof choices)[number];
      yield { format, name, keepsMeaning, bytes: make(numbers, below) };
      continue;
    }
    const sample = format === 'csv' ? sampleStay : samples[format];
    yield { format, ...mutated(numbers.map(sample), (records) => write(format, records), format, below) };
  }
}

/** Records written down with one of them changed, or with the bytes of all of them changed as a whole. */
export const mutated = (records: readonly Holder[], written: (records: readonly Holder[]) => string, format: string, below: Below): Omit<MutatedBody, 'format'> => {
  if (below(3) === 0) {
    const { name, keepsMeaning, apply } = bytesMutations[below(bytesMutations.length)] as BytesMutation;
    return { name, keepsMeaning, bytes: apply(Buffer.from(written(records)), below, format) };
  }
  const { name, keepsMeaning, apply } = mutations[below(mutations.length)] as Mutation;
  const at = below(records.length);
  return { name, keepsMeaning, bytes: Buffer.from(written(records.map((record, index) => (index === at ? apply(record, below) : record)))) };
};

import { parseArgs } from 'node:util';

const flags = {
  help: { type: 'boolean', default: false },
  stays: { type: 'string' }, events: { type: 'string' }, seconds: { type: 'string' }, rows: { type: 'string' }, residents: { type: 'string' },
  registers: { type: 'string' }, folder: { type: 'string' },
  json: { type: 'string' }, from: { type: 'string' }, page: { type: 'string' }, compare: { type: 'string' },
} as const;

export type BenchOptions = {
  readonly names: readonly string[];
  readonly help: boolean;
  /** Where the report goes; with `compare`, where it is. */
  readonly json: string | undefined;
  /** A report that is there, of which a page is made without measuring. */
  readonly from: string | undefined;
  readonly page: string | undefined;
  readonly compare: string | undefined;
  readonly folder: string | undefined;
  readonly registers: string;
  /** The sizes given for an option, or a section's own. */
  readonly sizes: (option: 'stays' | 'events' | 'seconds' | 'rows' | 'residents', own: readonly number[]) => readonly number[];
  /** As given, for the report. */
  readonly given: Readonly<Record<string, string>>;
};

const wholeNumbers = (option: string, text: string): number[] => {
  const numbers = text.split(',').map(Number);
  if (numbers.some((number) => !Number.isInteger(number) || number <= 0)) throw new RangeError(`--${option} takes whole numbers above 0, separated by commas; not ${text}`);
  return numbers;
};

/** Reads the command line. @throws Error with a sentence for the user when it cannot be followed. */
export const readOptions = (argv: readonly string[], known: readonly string[]): BenchOptions => {
  const { values, positionals } = parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new RangeError(`no section is named ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const source = values.from ?? (values.compare === undefined ? undefined : values.json);
  if (values.compare !== undefined && source === undefined) throw new RangeError('--compare OLD.json needs --json NEW.json or --from NEW.json');
  if (source !== undefined && values.page === undefined) throw new RangeError('--from and --compare need --page FILE');
  if (values.registers !== undefined && !['yes', 'no'].includes(values.registers)) throw new RangeError('--registers takes yes or no');
  const given = Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  for (const option of ['stays', 'events', 'seconds', 'rows', 'residents'] as const) if (values[option] !== undefined) wholeNumbers(option, values[option]);
  return {
    names: positionals, help: values.help, json: values.json, from: source, page: values.page, compare: values.compare, folder: values.folder, registers: values.registers ?? 'auto', given,
    sizes: (option, own) => (values[option] === undefined ? own : wholeNumbers(option, values[option])),
  };
};

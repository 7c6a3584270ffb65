import { writeFileSync } from 'node:fs';

/** One figure of a proof or a benchmark beside its bar. `ok` undefined = it has no bar. */
export type Figure = { readonly name: string; readonly figure: string; readonly bar: string; readonly ok: boolean | undefined; /** The number in it, for charts. */ readonly value?: number };

export const figure = (name: string, value: number | string, bar: string, ok: boolean | undefined): Figure => ({
  name,
  figure: typeof value === 'number' ? (Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(4)) : value,
  bar,
  ok,
  ...(typeof value === 'number' && { value }),
});

/** A figure that could not be taken: printed as such, and short. */
export const notTaken = (name: string, error: unknown): Figure => ({ name, figure: `not taken: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`, bar: '', ok: false });

/** A line of the table on stdout. */
export const printFigure = ({ name, figure: text, bar, ok }: Figure): void =>
  void process.stdout.write(`${name.padEnd(58)} ${text.padStart(24)}   ${bar.padEnd(30)} ${ok === undefined ? '' : ok ? 'ok' : 'short'}\n`);

export type Section = (say: (text: string) => void) => AsyncIterable<Figure>;

/** Runs named sections, prints a line a figure as they come, and gives all of them. */
export const runSections = async (sections: Readonly<Record<string, Section>>, wanted: readonly string[]): Promise<Figure[]> => {
  const all: Figure[] = [];
  const print = (taken: Figure): void => {
    all.push(taken);
    printFigure(taken);
  };
  for (const name of wanted) {
    const section = sections[name];
    if (section === undefined) {
      print(notTaken(name, new Error('no such name')));
      continue;
    }
    try {
      for await (const taken of section((text) => void process.stderr.write(`${name}: ${text}\n`))) print({ ...taken, name: `${name}: ${taken.name}` });
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      print(notTaken(name, error));
    }
  }
  return all;
};

/** Reads `NAME… [--json FILE] [--set value]`. */
export const readArguments = (argv: readonly string[], known: readonly string[]): { names: string[]; options: Map<string, string> } => {
  const names: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (word.startsWith('--')) {
      options.set(word.slice(2), argv[i + 1] ?? '');
      i += 1;
    } else names.push(word);
  }
  return { names: names.length > 0 ? names : [...known], options };
};

export const writeJson = (file: string | undefined, figures: readonly Figure[]): void => {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, figures }, null, 1)}\n`);
};

/** The value below which `share` of the sorted values lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

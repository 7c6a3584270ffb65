import type { Language } from '../panels/renderer.ts';

const durations = { s: 'giây', min: 'phút', hour: 'giờ', day: 'ngày', week: 'tuần', year: 'năm' } as const;
const scales = { K: 'nghìn', Mil: 'triệu', Bil: 'tỷ', Tri: 'nghìn tỷ' } as const;

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(durations).flatMap(([name, word]): [string, string][] => [[` ${name}`, ` ${word}`], [` ${name}s`, ` ${word}`]]),
  ...Object.entries(scales).map(([name, word]): [string, string] => [` ${name}`, ` ${word}`]),
]);

/** Units whose suffix is an English word; of others it is a sign (%, MiB), or was written by the board itself. */
const wordy: ReadonlySet<string> = new Set(['ns', 'µs', 'ms', 's', 'm', 'h', 'd', 'short']);

/** A suffix of Grafana's (` mins`, ` K`) in a language; with the blank before it that Grafana writes. */
export const suffixIn = (language: Language, unit: string | undefined, suffix: string): string =>
  language === 'vi' && unit !== undefined && wordy.has(unit) ? words.get(suffix) ?? suffix : suffix;

import { dateTimeFormat } from '@grafana/data';
import type { Language } from '../panels/renderer.ts';

export const zone = 'Asia/Ho_Chi_Minh';

/** How exactly times of one column are told: a day at midnight needs no hour, and seconds that are all 0 no place. */
type Grain = 'day' | 'minute' | 'second';

const patterns = {
  vi: { day: 'DD/MM/YYYY', minute: 'DD/MM/YYYY HH:mm', second: 'DD/MM/YYYY HH:mm:ss' },
  en: { day: 'YYYY-MM-DD', minute: 'YYYY-MM-DD HH:mm', second: 'YYYY-MM-DD HH:mm:ss' },
} as const;

/** An instant (Unix milliseconds) in Vietnam's time: `26/11/2026 18:30` in Vietnamese, `2026-11-26 18:30` in English. */
export const timeText = (instant: number, language: Language, grain: Grain = 'second'): string => dateTimeFormat(instant, { timeZone: zone, format: patterns[language][grain] });

const dayMs = 86_400_000;
const ahead = 7 * 3_600_000;

/** The coarsest grain that loses nothing of these instants. */
export const grainOf = (instants: readonly unknown[]): Grain => {
  const known = instants.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  if (known.length === 0) return 'second';
  if (known.every((at) => (at + ahead) % dayMs === 0)) return 'day';
  return known.every((at) => at % 60_000 === 0) ? 'minute' : 'second';
};

const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?: (\d{2}:\d{2}(?::\d{2})?))?)?$/;

/** Whether a column of texts holds days or months (`2026-11-26`, `2026-11`) and nothing else. */
export const isDates = (values: readonly unknown[]): boolean => {
  const told = values.filter((value) => value !== null && value !== '');
  return told.length > 0 && told.every((value) => typeof value === 'string' && iso.test(value));
};

/** A day or month that the engine wrote (`2026-11-26`) as people write it: `26/11/2026` in Vietnamese, unchanged in English. */
export const dateText = (text: string, language: Language): string => {
  const parts = language === 'en' ? null : iso.exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour] = parts;
  return `${[day, month, year].filter((part) => part !== undefined).join('/')}${hour === undefined ? '' : ` ${hour}`}`;
};

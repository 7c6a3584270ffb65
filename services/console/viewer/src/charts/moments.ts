import type { Language } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { day, wallOf } from './zone.ts';

const two = (value: number): string => String(value).padStart(2, '0');

export const dateText = (time: number): string => {
  const at = wallOf(time);
  return `${two(at.day)}/${two(at.month)}/${at.year}`;
};

const isMidnight = (time: number): boolean => {
  const at = wallOf(time);
  return at.hour === 0 && at.minute === 0 && at.second === 0;
};

/** How a moment of a series is written out: a month, a day with its weekday, or a minute, by what lies between the points (`step`, milliseconds). */
export const momentText = (time: number, step: number, language: Language): string => {
  const words = chartWords[language];
  const at = wallOf(time);
  if (!isMidnight(time)) return `${dateText(time)} ${two(at.hour)}:${two(at.minute)}${at.second === 0 ? '' : `:${two(at.second)}`}`;
  if (step >= 28 * day && at.day === 1) return words.month(at.month, at.year);
  if (step === 7 * day && at.weekday === 1) return words.week(dateText(time));
  return step < day ? `${dateText(time)} 00:00` : `${words.weekdays[at.weekday] ?? ''}, ${dateText(time)}`;
};

/** The short text below a tick of an axis of time: the greatest unit that begins there. */
export const tickText = (time: number, language: Language): string => {
  const at = wallOf(time);
  if (!isMidnight(time)) return `${two(at.hour)}:${two(at.minute)}`;
  if (at.day !== 1) return `${two(at.day)}/${two(at.month)}`;
  return at.month === 1 ? String(at.year) : chartWords[language].monthShort(at.month);
};

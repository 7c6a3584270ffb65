import { dateMath, setWeekStart } from '@grafana/data';
import type { Language } from '../panels/renderer.ts';
import type { Words } from '../words/words.ts';

/** Every day and hour here is Vietnam's, wherever the browser stands. Vietnam has no summer time. */
const zone = 'Asia/Ho_Chi_Minh';
const offset = '+07:00';
setWeekStart('monday');

/** As an address holds it: `now-7d/d`, Unix milliseconds, or an ISO time. */
export type RawRange = { readonly from: string; readonly to: string };
/** Unix milliseconds. */
export type Range = { readonly from: number; readonly to: number };

const instantOf = (text: string, roundUp: boolean, now: number): number | undefined => {
  if (/^\d{10,}$/.test(text)) return Number(text);
  const time = text.startsWith('now') ? dateMath.toDateTime(text, { roundUp, timezone: zone, now })?.valueOf() : Date.parse(text);
  return time === undefined || Number.isNaN(time) ? undefined : time;
};

/** What a range means at a moment; undefined for a text that is no time, and for an end that is not after its beginning. */
export const resolve = ({ from, to }: RawRange, now: number): Range | undefined => {
  const [start, end] = [instantOf(from, false, now), instantOf(to, true, now)];
  return start === undefined || end === undefined || end <= start ? undefined : { from: start, to: end };
};

export type QuickRange = RawRange & { readonly text: Words };
export const quickRanges: readonly QuickRange[] = [
  { from: 'now/d', to: 'now/d', text: { vi: 'Hôm nay', en: 'Today' } },
  { from: 'now-1d/d', to: 'now-1d/d', text: { vi: 'Hôm qua', en: 'Yesterday' } },
  { from: 'now/w', to: 'now/w', text: { vi: 'Tuần này', en: 'This week' } },
  { from: 'now-1w/w', to: 'now-1w/w', text: { vi: 'Tuần trước', en: 'Last week' } },
  { from: 'now/M', to: 'now/M', text: { vi: 'Tháng này', en: 'This month' } },
  { from: 'now-1M/M', to: 'now-1M/M', text: { vi: 'Tháng trước', en: 'Last month' } },
  { from: 'now/y', to: 'now/y', text: { vi: 'Năm nay', en: 'This year' } },
  { from: 'now-1y/y', to: 'now-1y/y', text: { vi: 'Năm trước', en: 'Last year' } },
  { from: 'now-1h', to: 'now', text: { vi: '1 giờ qua', en: 'Last hour' } },
  { from: 'now-24h', to: 'now', text: { vi: '24 giờ qua', en: 'Last 24 hours' } },
  { from: 'now-7d', to: 'now', text: { vi: '7 ngày qua', en: 'Last 7 days' } },
  { from: 'now-30d', to: 'now', text: { vi: '30 ngày qua', en: 'Last 30 days' } },
  { from: 'now-90d', to: 'now', text: { vi: '90 ngày qua', en: 'Last 90 days' } },
  { from: 'now-1y', to: 'now', text: { vi: '1 năm qua', en: 'Last year to now' } },
  { from: 'now-3y', to: 'now', text: { vi: '3 năm qua', en: 'Last 3 years' } },
  { from: 'now-5y', to: 'now', text: { vi: '5 năm qua', en: 'Last 5 years' } },
];

const units: Readonly<Record<string, Words>> = {
  m: { vi: 'phút', en: 'minutes' }, h: { vi: 'giờ', en: 'hours' }, d: { vi: 'ngày', en: 'days' }, w: { vi: 'tuần', en: 'weeks' }, M: { vi: 'tháng', en: 'months' }, y: { vi: 'năm', en: 'years' },
};

const parts = (time: number): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> => {
  const text = new Date(time + 7 * 3_600_000).toISOString();
  return { year: text.slice(0, 4), month: text.slice(5, 7), day: text.slice(8, 10), hour: text.slice(11, 13), minute: text.slice(14, 16) };
};

/** `20/11/2026`, and `20/11/2026 14:05` unless the day begins there. */
export const dayText = (time: number, withHour = false): string => {
  const { year, month, day, hour, minute } = parts(time);
  return `${day}/${month}/${year}${withHour ? ` ${hour}:${minute}` : ''}`;
};

/** For a person: a known range by its name, whole days without hours. */
export const describe = (raw: RawRange, language: Language, now: number): string => {
  const known = quickRanges.find(({ from, to }) => from === raw.from && to === raw.to);
  if (known !== undefined) return known.text[language];
  const [, count, unit = ''] = raw.to === 'now' ? (/^now-(\d+)([mhdwMy])$/.exec(raw.from) ?? []) : [];
  const name = units[unit];
  if (count !== undefined && name !== undefined) return language === 'vi' ? `${count} ${name.vi} qua` : `Last ${count} ${name.en}`;
  const range = resolve(raw, now);
  if (range === undefined) return `${raw.from} – ${raw.to}`;
  const whole = isMidnight(range.from) && isMidnight(range.to + 1);
  const [from, to] = [dayText(range.from, !whole), dayText(range.to, !whole)];
  return from === to ? from : `${from} – ${to}`;
};

const isMidnight = (time: number): boolean => (time + 7 * 3_600_000) % 86_400_000 === 0;

/** Value of a date input (`2026-11-20`), in Vietnam's time. */
export const dateInput = (time: number): string => {
  const { year, month, day } = parts(time);
  return `${year}-${month}-${day}`;
};

/** What a person types: `20/11/2026`, `20-11-2026 14:05`, `2026-11-20`; a day without an hour begins at midnight, or ends with the day. Undefined for no such moment. */
export const typedInstant = (text: string, end: boolean): number | undefined => {
  const [, date = '', hour, minute] = /^\s*(\S+)(?:\s+(\d{1,2})[:hg](\d{2}))?\s*$/.exec(text) ?? [];
  const [, d1, m1, y1] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date) ?? [];
  const [, y2, m2, d2] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date) ?? [];
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${whole}T${hour === undefined ? (end ? '23:59' : '00:00') : `${hour.padStart(2, '0')}:${minute ?? '00'}`}:${end ? '59.999' : '00'}${offset}`);
  // 31/02 would roll over into March.
  return Number.isNaN(time) || dateInput(time) !== whole ? undefined : time;
};

/** From two texts that a person typed; the last minute or day belongs to it. Undefined if it is none. */
export const absolute = (from: string, to: string): RawRange | undefined => {
  const [start, end] = [typedInstant(from, false), typedInstant(to, true)];
  return start === undefined || end === undefined || end <= start ? undefined : { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
};

/** The same length, one step back or on; twice as long around the middle. Absolute from then on, and never into the future by `later`. */
export const moved = (range: Range, how: 'earlier' | 'later' | 'wider', now: number): RawRange => {
  const length = range.to - range.from;
  const [from, to] = how === 'wider' ? [range.from - length / 2, range.to + length / 2] : how === 'earlier' ? [range.from - length, range.to - length] : [range.from + length, range.to + length];
  const over = Math.max(0, to - Math.max(now, range.to));
  return { from: new Date(Math.round(from - over)).toISOString(), to: new Date(Math.round(to - over)).toISOString() };
};

import { isDay } from './calendar.ts';
import { hourMs, vietnamOffsetMs } from './vietnam-time.ts';

/** A moment in Unix milliseconds; `timeKnown` false = the sender gave a day alone, then `at` is its local midnight. */
export type StayTime = { readonly at: number; readonly timeKnown: boolean };

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const vietnamese = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

/**
 * Reads a moment as feeds write it: ISO 8601 with or without seconds, fraction and offset, `T` or a blank between, or dd/MM/yyyy (also
 * with dots or hyphens). Without an offset it is Vietnam time; a date alone is local midnight with `timeKnown` false. A fraction is cut
 * to milliseconds. Undefined when it cannot be read or stands in no calendar (30 February, 24:00, a leap second).
 */
export const parseStayTime = (text: string): StayTime | undefined => {
  const trimmed = text.trim();
  const found = iso.exec(trimmed);
  if (found !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = found;
    return moment(Number(year), Number(month), Number(day), hour, minute, second, fraction, zone);
  }
  const local = vietnamese.exec(trimmed);
  if (local === null) return undefined;
  const [, day, , month, year, hour, minute, second] = local;
  return moment(Number(year), Number(month), Number(day), hour, minute, second, undefined, undefined);
};

const moment = (year: number, month: number, day: number, hour?: string, minute?: string, second?: string, fraction?: string, zone?: string): StayTime | undefined => {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (year < 100 || !isDay(year, month, day)) return undefined;
  const h = Number(hour ?? 0);
  const m = Number(minute ?? 0);
  const s = Number(second ?? 0);
  if (h > 23 || m > 59 || s > 59) return undefined;
  const shift = zone === undefined ? vietnamOffsetMs : zoneOffset(zone);
  if (shift === undefined) return undefined;
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { at: Date.UTC(year, month - 1, day, h, m, s, milliseconds) - shift, timeKnown: hour !== undefined };
};

const zoneOffset = (zone: string): number | undefined => {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * hourMs + minutes * 60_000);
};

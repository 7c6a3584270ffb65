import { dayMs, localDay, localMidnight } from '@da06/domain';
import { reformDay } from '../options.ts';

const offsetMs = 7 * 3_600_000;

/** Days are counted from 1970-01-01 here: arithmetic with them is quick. */
export const dayNumber = (day: string): number => Math.round((localMidnight(day) + offsetMs) / dayMs);
/** YYYY-MM-DD. */
export const dayText = (day: number): string => localDay(day * dayMs - offsetMs);
/** Unix ms of its local midnight. */
export const midnightOf = (day: number): number => day * dayMs - offsetMs;
export const yearOf = (day: number): number => Number(dayText(day).slice(0, 4));
/** Whole years lived, near enough for deciding who does what. */
export const ageAt = (birth: number, day: number): number => Math.floor((day - birth) / 365.2425);
/** Whether somebody is fifteen for certain, with some days to spare: nobody younger is a worker. */
export const mayWork = (birth: number, day: number): boolean => day - birth > 15 * 366 + 10;

/** First day of the present units. */
export const reform = dayNumber(reformDay);
/** First day of the classification of industries of 2025 (Decision 36/2025/QĐ-TTg). */
export const vsic2025 = dayNumber('2025-11-15');

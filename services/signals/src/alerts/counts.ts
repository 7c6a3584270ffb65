import { daysAfter, localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { dayOf } from '@da06/service-kit';

/** Alerts of one day, unit and rule; null = too few to be told. */
type AlertCount = { readonly day: string; readonly unit: string; readonly rule: string; readonly alerts: number | null; readonly simulated: boolean };
/** Days, both included. */
export type AskedCounts = { readonly from: string; readonly to: string };
/** Counts as the tables tell them to everybody: what is too few to be told is left out there, once for all who ask. @throws AppError `warehouse.unavailable`. */
export type AlertCounts = (asked: AskedCounts) => Promise<readonly AlertCount[]>;

const usualDays = 30;
const mostDays = 366;

/** The days that are asked for: the last 30 unless told. @throws AppError `request.invalid`. */
export const askedDays = ({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }, now: number): AskedCounts => {
  const last = to === undefined ? localDay(now) : dayOf(to, 'to');
  const first = from === undefined ? daysAfter(last, 1 - usualDays) : dayOf(from, 'from');
  if (first > last || first < daysAfter(last, 1 - mostDays)) throw new AppError('request.invalid', { detail: 'from, to: at most 366 days are expected, the first one first.' });
  return { from: first, to: last };
};

import type { ReporterAssignedData } from '@da06/events';
import type { Commanded } from '../commanded.ts';
import { daysBetween, dueAtOf, dueOnOf, localDay, monthOf } from '../days.ts';

/** Who has to report in which months, to whom and by which day. A reporter may have several, told apart by `from`. */
export type Assignment = Omit<ReporterAssignedData, keyof Commanded>;

/** A monthly report that is due: the assignment it is due by, and its last day on time. */
export type Duty = { readonly assignment: Assignment; readonly dueOn: string };

/**
 * The duty of a reporter for a month, undefined if it has none: before its first month, after its last, between two. Of several that
 * hold the month the one that began last counts, and of two that began together the later in the list: it replaced the other.
 */
export const dutyFor = (assignments: readonly Assignment[], reporter: string, period: string): Duty | undefined => {
  const held = assignments.filter((one) => one.reporter === reporter && one.from <= period && (one.to === null || period <= one.to));
  const newest = held.reduce<Assignment | undefined>((best, one) => (best === undefined || one.from >= best.from ? one : best), undefined);
  return newest === undefined ? undefined : { assignment: newest, dueOn: dueOnOf(period, newest.dueDay) };
};

/** Whether a report recorded at a moment (Unix milliseconds) is late: the local midnight that ends its last day on time belongs to the day after. */
export const isReportLate = (recordedAtMs: number, dueOn: string): boolean => recordedAtMs >= dueAtOf(dueOn);

export type DutyStatus = 'in' | 'late' | 'missing' | 'due' | 'not-yet';

/**
 * How a duty stands on a local day. `submittedAtMs`: the receipt of the first submission, null = none; amendments do not make a report
 * late. `daysLate`: local days from the last day on time to the submission, or to today while it is missing. `not-yet` = its month has not
 * ended (`period` '' = an ad-hoc request, which is due at once).
 */
export const dutyStatus = (
  { period, dueOn, submittedAtMs }: { readonly period: string; readonly dueOn: string; readonly submittedAtMs: number | null },
  today: string,
): { readonly status: DutyStatus; readonly daysLate: number } => {
  if (submittedAtMs !== null) {
    return isReportLate(submittedAtMs, dueOn) ? { status: 'late', daysLate: daysBetween(dueOn, localDay(submittedAtMs)) } : { status: 'in', daysLate: 0 };
  }
  if (today > dueOn) return { status: 'missing', daysLate: daysBetween(dueOn, today) };
  return { status: period >= monthOf(today) ? 'not-yet' : 'due', daysLate: 0 };
};

import { dataAs, grouped, nextMonth, textOf, toldUpTo, type Fact } from './facts.ts';

/** A time in which somebody has to report. */
export type Assignment = { readonly reporter: string; readonly kind: string; readonly nameVi: string; readonly from: string; readonly to: string | null; readonly dueDay: number; readonly receiver: string; readonly verified: boolean; readonly simulated: boolean };

/** Times of every reporter, told last of each that begins in one month. */
export const assignmentsAt = (facts: readonly Fact[], asOf: number): Assignment[] =>
  grouped(toldUpTo(facts, asOf, /^reporter\.assigned$/), ({ data }) => `${textOf(data['reporter'])} ${textOf(data['from'])}`).flatMap((told) => told.slice(-1).map((one) => dataAs<Assignment>(one)));

/** The time that holds for a reporter in a month: of several the one that begins last. */
export const assignmentIn = (assignments: readonly Assignment[], reporter: string, period: string): Assignment | undefined =>
  assignments.filter((one) => one.reporter === reporter && one.from <= period && (one.to === null || period <= one.to)).sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);

/** What is known of a reporter: the time of it that begins last. */
export const newestOf = (assignments: readonly Assignment[], reporter: string): Assignment | undefined =>
  assignments.filter((one) => one.reporter === reporter).sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);

/** The last day on time of a month's report: so many days into the next month. */
export const dueDayOf = (period: string, dueDay: number): string => `${nextMonth(period)}-${String(dueDay).padStart(2, '0')}`;

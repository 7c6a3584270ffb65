import { lastClosedMonth, monthOf } from '../days.ts';
import type { ModelState } from './state.ts';

export type Health = 'healthy' | 'silent' | 'not-yet' | '';

/** What counts of a monthly report that is in. */
export type ReportKnown = { readonly period: string; readonly reporter: string; readonly nothing: boolean; readonly models: readonly number[] };

export type HealthOptions = {
  readonly reports: readonly ReportKnown[];
  /** Codes of those that lead the model on the day: the plan's agencies, or their successors. */
  readonly leads: readonly string[];
  readonly today: string;
  /** The day of the month after by which a report is awaited: a month is closed when that has passed. */
  readonly dueDay: number;
};

/**
 * How a continuous model that runs is doing: it is never done, its monthly reports tell. `healthy` = every lead's report of the last closed
 * month is in and mentions it, or says there is nothing to report; `silent` = not; `not-yet` = no month has closed since it ended its
 * rollout; '' = it is not continuous, or does not run.
 */
export const healthOf = (state: ModelState, { reports, leads, today, dueDay }: HealthOptions): Health => {
  const { plan, ended, notDeployable } = state;
  if (plan === null || !plan.continuous || plan.standing !== 'deployable' || notDeployable !== null || ended === null) return '';
  const period = lastClosedMonth(today, dueDay);
  if (period < monthOf(ended.on)) return 'not-yet';
  const speaks = (lead: string): boolean => reports.some((report) => report.period === period && report.reporter === lead && (report.nothing || report.models.includes(plan.model)));
  return leads.length > 0 && leads.every(speaks) ? 'healthy' : 'silent';
};

import { daysAfter, lastClosedMonth, monthOf, monthsAfter } from '../days.ts';
import { leadersOn } from './leaders.ts';
import type { ModelState } from './state.ts';

export type Health = 'healthy' | 'silent' | 'not-yet' | '';

/** What counts of a monthly report that is in. */
export type ReportKnown = { readonly period: string; readonly reporter: string; readonly nothing: boolean; readonly models: readonly number[] };

export type HealthOptions = {
  readonly reports: readonly ReportKnown[];
  /** Whether somebody had a report to file for a month. */
  readonly asked: (reporter: string, period: string) => boolean;
  readonly today: string;
  /** The day of the month after by which a report is awaited: a month is closed when that has passed. */
  readonly dueDay: number;
};

/**
 * How a continuous model that runs is doing: it is never done, its monthly reports tell. `healthy` = the report of the last closed month is in of
 * each that led it at the end of that month and had to report, and mentions it or says there is nothing to report; where nobody of these had to (the office
 * has ended, or all agencies lead together), somebody's report mentions it. `silent` = not; `not-yet` = no month has closed since it ended its rollout;
 * '' = it is not continuous, or does not run.
 */
export const healthOf = (state: ModelState, { reports, asked, today, dueDay }: HealthOptions): Health => {
  const { plan, ended, notDeployable } = state;
  if (plan === null || !plan.continuous || plan.standing !== 'deployable' || notDeployable !== null || ended === null) return '';
  const period = lastClosedMonth(today, dueDay);
  if (period < monthOf(ended.on)) return 'not-yet';
  const filed = reports.filter((report) => report.period === period);
  const mentions = ({ models }: ReportKnown): boolean => models.includes(plan.model);
  const leaders = leadersOn(plan.leads, daysAfter(`${monthsAfter(period, 1)}-01`, -1)).filter(({ code }) => asked(code, period));
  const heard = leaders.length === 0 ? filed.some(mentions) : leaders.every(({ code }) => filed.some((report) => report.reporter === code && (report.nothing || mentions(report))));
  return heard ? 'healthy' : 'silent';
};

import type { VariableSpec } from './spec.ts';

/** Agencies that report, those of the plan and those that succeeded them; who leads models is among them, but for a lead that is no single agency. */
export const agency: VariableSpec = {
  name: 'agency',
  label: { vi: 'Cơ quan', en: 'Agency' },
  choose: 'several',
  sql: () => "SELECT reporter AS value, any(reporter_name) AS text FROM report_duty WHERE kind = 'agency' GROUP BY reporter ORDER BY text, value",
};

/** Months that are reported on, newest first. */
export const period: VariableSpec = {
  name: 'period',
  label: { vi: 'Kỳ báo cáo', en: 'Reporting period' },
  choose: 'several',
  sql: () => "SELECT DISTINCT period AS value, concat(substring(period, 6, 2), '/', substring(period, 1, 4)) AS text FROM report_duty WHERE period != '' ORDER BY value DESC",
};

/** Communes that report: of every time, as who reports is told by their uid. */
export const reportingUnit: VariableSpec = {
  name: 'unit',
  label: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  choose: 'several',
  sql: () => "SELECT reporter AS value, any(reporter_name) AS text FROM report_duty WHERE kind = 'unit' GROUP BY reporter ORDER BY text, value",
};

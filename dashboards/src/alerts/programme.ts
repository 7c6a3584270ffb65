import type { AlertRule } from './rule.ts';

/** Steps that are not done of models past their last day on time. The models that were late on the day the plan was signed are on their board, apart: they would never cease. */
export const overdueStep: AlertRule = {
  id: 'da06-overdue-step', rows: 'sources', audience: 'ioc', severity: 'warning', above: 0, minutes: 0, every: 60,
  title: { vi: 'Bước quá hạn', en: 'Overdue step' },
  summary: { vi: 'Bước chưa xong của mô hình đã quá ngày cuối còn đúng hạn; giá trị là số ngày trễ.', en: 'A step is not done and its model is past its last day on time; the value is days late.' },
  sql: `
SELECT toString(m.no) AS model, toString(s.step) AS step, arrayStringConcat(m.lead_agencies_now, ', ') AS lead,
    toFloat64(if(m.lateness = 'overdue' AND s.status != 'completed' AND NOT s.conditional, m.days_late, 0)) AS value
FROM (SELECT no, lead_agencies_now, lateness, days_late FROM models WHERE standing = 'deployable') AS m
INNER JOIN (SELECT no, step, status, conditional FROM model_steps) AS s ON s.no = m.no
ORDER BY m.no, s.step`,
};

/** Everybody who owes the newest month that is due: who sent nothing has a row as well. */
export const missingReport: AlertRule = {
  id: 'da06-missing-report', rows: 'sources', audience: 'ioc', severity: 'warning', above: 0, minutes: 0, every: 60,
  title: { vi: 'Thiếu báo cáo tháng', en: 'Missing report' },
  summary: { vi: 'Nơi báo cáo chưa nộp báo cáo của tháng gần nhất đã hết hạn.', en: 'A reporter has not sent the report of the newest month that is past its due day.' },
  sql: `
SELECT reporter, reporter_name AS name, period, toFloat64(CAST(status, 'String') = 'missing') AS value
FROM report_duty
WHERE request = '' AND period = (SELECT max(period) FROM report_duty WHERE request = '' AND due_at <= (SELECT as_of FROM as_of))
ORDER BY reporter`,
};

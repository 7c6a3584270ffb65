/** Models led by the chosen agencies, now or by the plan. */
export const ofLead = '$__conditionalAll(hasAny(arrayConcat(lead_agencies, lead_agencies_now), [${agency:singlequote}]), $agency)';

/** Monthly duties of the chosen units and agencies, of the chosen periods. */
export const ofReporter = `request = ''
  AND (kind = 'unit' AND $__conditionalAll(reporter IN (\${unit:singlequote}), $unit) OR kind = 'agency' AND $__conditionalAll(reporter IN (\${agency:singlequote}), $agency))
  AND $__conditionalAll(period IN (\${period:singlequote}), $period)`;

/** The first day of a period of reports; answers to ad-hoc requests have no period. */
export const monthOf = "toDateOrZero(concat(period, '-01'))";

/** Models of the plan that are to be deployed, and were not marked as not deployable since. */
export const deployable = "status NOT IN ('not-deployable', 'no-subject', 'not-mentioned')";

/** Models that have reached their end. */
export const reached = "status IN ('in-operation', 'completed', 'launched', 'trained')";

/** Monthly duties of the newest month whose time to report is over. */
export const ofLastMonth = "request = '' AND period = (SELECT max(period) FROM report_duty WHERE request = '' AND due_at <= (SELECT as_of FROM as_of))";

import { chosenBoundary } from '../variables/places.ts';
import type { VariableSpec } from '../variables/spec.ts';

const newest = { vi: 'ngày mới nhất', en: 'newest day' };

/** At the end of which day the registers are read: the newest, or the last day of a month before it. Statements take it by {@link register}. */
export const moment: VariableSpec = {
  name: 'moment',
  label: { vi: 'Kỳ số liệu', en: 'Moment' },
  choose: 'one',
  first: { value: 'newest', text: newest },
  sql: (say) => `
SELECT value, text FROM
(
    SELECT 'newest' AS value, '${say(newest)}' AS text, toDate('2149-06-06') AS day
    UNION ALL
    SELECT toString(last) AS value, concat('${say({ vi: 'cuối tháng ', en: 'end of ' })}', formatDateTime(last, '%m/%Y')) AS text, last AS day
    FROM (SELECT arrayJoin(arrayMap(months -> toLastDayOfMonth(subtractMonths(toDate(as_of), months)), range(1, 37))) AS last FROM as_of WHERE as_of > toDateTime64('1975-01-01 00:00:00', 3))
)
ORDER BY day DESC`,
};

/** A view of the registers at the chosen day, on the chosen boundaries, by what is known now. A condition on place and code belongs beside it. */
export const register = (view: string): string => `${view}_at(as_of = extract(\${moment:singlequote}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), known_at = '', boundary = ${chosenBoundary})`;

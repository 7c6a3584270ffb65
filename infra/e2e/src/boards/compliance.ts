import { expectedCompliance } from '../truth/tourism/expected-compliance.ts';
import { stayFacts, total, wholeRows } from './facts.ts';
import type { Headlines } from './headline.ts';

/** Duty of thirty days, as the simulator had it. */
export const compliance: Headlines = {
  uid: 'tuan-thu-luu-tru',
  of: (played, asOf) => {
    const { facts, days } = stayFacts(played, asOf);
    const rows = wholeRows(expectedCompliance(facts, days, ''), asOf, 30);
    const last = rows.filter(({ day }) => day === rows.map((row) => String(row['day'])).sort().at(-1));
    return [
      { what: 'facilities', panel: 11, days: 30, expected: [[total(last, 'facilities')]] },
      { what: 'share that reports', panel: 13, days: 30, expected: [[total(last, 'reporting') / total(last, 'facilities')]] },
      { what: 'silent', panel: 14, days: 30, expected: [[total(last, 'silent')]] },
      { what: 'days without guests', panel: 15, days: 30, expected: [[total(rows, 'no_guests')]] },
      { what: 'told in time', panel: 21, days: 30, expected: [[total(rows, 'on_time', 'synced_late') / total(rows, 'stays')]] },
      { what: 'excused', panel: 22, days: 30, expected: [[total(rows, 'excused')]] },
      { what: 'faults of papers', panel: 31, days: 30, expected: [[total(rows, 'invalid_documents') / total(rows, 'received')]] },
      { what: 'people at two places', panel: 34, days: 30, expected: [[total(rows, 'conflicts')]] },
    ];
  },
};

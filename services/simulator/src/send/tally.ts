import type { Sending } from '../feed/sending.ts';
import { counted, newSummary, type SendSummary } from './send-all.ts';

/** What sending all of it must come to. */
export const tally = (sendings: Iterable<Sending>): SendSummary => {
  const summary = newSummary();
  for (const { expected } of sendings) {
    summary.requests += 1;
    if ('received' in expected) for (const name of counted) summary[name] += expected[name];
    else if (expected.about === 'empty-day') summary.emptyDays += 1;
  }
  return summary;
};

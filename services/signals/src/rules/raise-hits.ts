import type { AlertRule } from '@da06/reference';
import type { Matcher } from '../following/matcher.ts';
import type { Known } from '../known/known.ts';
import { raisedEvent } from '../matching/raised-event.ts';
import { alertOfHit, wasRaised } from './alert-of.ts';
import type { RuleHit } from './tables.ts';

/** Alerts of one unit of the log. */
const atOnce = 500;

export type RaiseDeps = { readonly known: Pick<Known, 'alert'>; readonly matcher: Pick<Matcher, 'append' | 'settle'> };

/** Raises of a rule's hits those that were not raised before; resolves to how many. One call at a time. @throws AppError `log.unavailable`, `service.storage-full`. */
export const raiseHits = async (rule: AlertRule, hits: readonly RuleHit[], { known, matcher }: RaiseDeps): Promise<number> => {
  await matcher.settle();
  const missing = hits.filter((hit) => !wasRaised(known, rule.rule, hit));
  for (let from = 0; from < missing.length; from += atOnce) {
    // What was raised a moment ago may be the same under another name.
    const some = missing.slice(from, from + atOnce).filter((hit) => !wasRaised(known, rule.rule, hit));
    await matcher.append(some.map((hit) => raisedEvent(alertOfHit(rule, hit))));
  }
  return missing.length;
};

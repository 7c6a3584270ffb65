import { alertRulePublishedType } from './alert-rule-published.ts';
import { holidayPublishedType } from './holiday-published.ts';
import { indicatorDefinedType } from './indicator-defined.ts';
import { unitPublishedType } from './unit-published.ts';

/** What every first start writes down of itself, out of the locality pack: nobody has sent it. */
export const publishedTypes: ReadonlySet<string> = new Set([unitPublishedType, indicatorDefinedType, holidayPublishedType, alertRulePublishedType]);

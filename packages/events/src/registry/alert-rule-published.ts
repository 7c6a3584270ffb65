import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { AlertRulePublishedV1 } from './alert-rule-published.v1.ts';

/** The current version of `vn.da06.alert-rule.published`. */
export const alertRulePublishedType = 'vn.da06.alert-rule.published.v1';
export const AlertRulePublishedData = AlertRulePublishedV1;
export type AlertRulePublishedData = z.infer<typeof AlertRulePublishedData>;
export type AlertRulePublished = EventOf<typeof alertRulePublishedType, AlertRulePublishedData>;

import { z } from 'zod';

/** A rule that raises alerts, with the thresholds that the locality has. The newest of a code holds. */
export const AlertRulePublishedV1 = z.object({
  rule: z.string().min(1),
  version: z.int().positive(),
  severity: z.enum(['low', 'medium', 'high']),
  vi: z.string().min(1),
  en: z.string().min(1),
  /** What it asks, naming its thresholds. */
  question: z.object({ vi: z.string().min(1), en: z.string().min(1) }),
  thresholds: z.record(z.string(), z.number()),
  /** Days back from the newest day at which it is asked; 0 = it is not asked of tables. */
  windowDays: z.int().nonnegative(),
});

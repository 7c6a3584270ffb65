import { z } from 'zod';
import { Instant } from '../envelope.ts';
import { ReasonCode } from './alert-fields.ts';

/**
 * Something needs a look: which rule found what, where and when; never of whom. `alert` follows from the rule and from what it is about; the event's id, time and sequence from it and from
 * what was told last of all it follows from: who raises it twice tells one alert, and from the same facts the same event. What does not apply is ''.
 */
export const AlertRaisedV1 = z.object({
  alert: z.uuid(),
  rule: ReasonCode,
  ruleVersion: z.int().positive(),
  severity: z.enum(['low', 'medium', 'high']),
  /** When what it tells of happened. */
  at: Instant,
  /** Local day of it. */
  day: z.iso.date(),
  /** uid. */
  unit: z.string(),
  facility: z.string(),
  /** Of the stay. */
  ref: z.string().max(64),
  /** Of the watch-list. */
  entry: z.uuid().or(z.literal('')),
  /** What the rule counted, such as persons in a room. */
  figures: z.record(z.string(), z.number()),
  /** Ids of the events it follows from. */
  evidence: z.array(z.uuid()).max(100),
  simulated: z.boolean(),
});

import { z } from 'zod';
import { Instant } from '../envelope.ts';
import { Period } from './fields.ts';

/** The system counted an indicator for a month. Counted again only when the figure is another. */
export const IndicatorObservedV1 = z.object({
  code: z.string().min(1),
  model: z.int().positive(),
  period: Period,
  /** uid of a unit, '' = all of the locality. */
  unit: z.string(),
  value: z.number(),
  /** The newest receipt time among the events it was counted from. */
  knownTo: Instant,
  simulated: z.boolean(),
});

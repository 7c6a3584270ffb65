import { z } from 'zod';
import { commanded, Day } from './fields.ts';

/** The standing agency asks for a report beside the monthly ones. */
export const ReportRequestedV1 = z.object({
  request: z.string().min(1),
  reporters: z.array(z.string().min(1)).min(1),
  /** Models it is about; empty = all. */
  models: z.array(z.int().positive()),
  /** The last day on time. */
  dueOn: Day,
  text: z.string(),
  ...commanded,
});

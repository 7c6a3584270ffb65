import { z } from 'zod';
import { commanded, Period } from './fields.ts';

/** An agency or a unit has to report each month of a time, to whom, and by which day. One reporter may have several times, told apart by `from`. */
export const ReporterAssignedV1 = z.object({
  /** Code of an agency or uid of a unit. */
  reporter: z.string().min(1),
  kind: z.enum(['agency', 'unit']),
  nameVi: z.string().min(1),
  from: Period,
  /** The last month, null = until further notice. */
  to: Period.nullable(),
  /** The last day on time of the month after. The plan gives none: the locality pack does. */
  dueDay: z.int().min(1).max(28),
  receiver: z.string().min(1),
  receiverVi: z.string().min(1),
  /** false = concluded from what is known of the reform, not read in a document. */
  verified: z.boolean(),
  ...commanded,
});

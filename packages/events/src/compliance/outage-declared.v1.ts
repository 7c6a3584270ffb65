import { z } from 'zod';
import { Instant } from '../envelope.ts';

/** Notices could not be sent for a time: what fell due then and was told within a day of its end is excused. The last of the highest revision holds, also one that is withdrawn. */
export const OutageDeclaredV1 = z.object({
  ref: z.string().min(1).max(64),
  revision: z.int().min(0).max(4_294_967_295),
  scope: z.enum(['all', 'unit', 'facility']),
  /** uid of the unit or id of the facility; '' = all. */
  target: z.string(),
  from: Instant,
  /** Null = not over yet. */
  until: Instant.nullable(),
  cause: z.enum(['power', 'network', 'software', 'central', 'other']),
  withdrawn: z.boolean(),
});

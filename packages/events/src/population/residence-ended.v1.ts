import { z } from 'zod';
import { personFact } from './fields.ts';

/** A residence or an absence is over from a day on. `cancelled` = it was struck off, which is no move. */
export const ResidenceEndedV1 = z.object({ ...personFact, kind: z.enum(['permanent', 'temporary', 'absence']), cause: z.enum(['moved-out', 'abroad', 'returned', 'cancelled', 'other']) });

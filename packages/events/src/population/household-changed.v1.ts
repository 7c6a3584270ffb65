import { z } from 'zod';
import { Household, personFact } from './fields.ts';

/** A resident belongs to another household, or stands in another relation to its head, from a day on; the unit is told again. */
export const HouseholdChangedV1 = z.object({ ...personFact, kind: z.enum(['permanent', 'temporary']), household: Household, relation: z.string() });

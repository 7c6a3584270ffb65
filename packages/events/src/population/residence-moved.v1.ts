import { z } from 'zod';
import { Household, personFact } from './fields.ts';

/** A permanent resident moves from a day on: to `unit`, or ('') out of the locality. */
export const ResidenceMovedV1 = z.object({ ...personFact, destination: z.enum(['inside', 'outside', 'abroad']), household: Household, relation: z.string() });

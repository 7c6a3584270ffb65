import { z } from 'zod';
import { commanded, Day } from './fields.ts';

/** The unit of an Annex III model is chosen, or another in its place. */
export const ModelUnitChosenV1 = z.object({ model: z.int().positive(), /** uid of the administrative unit. */ unit: z.string().min(1), at: Day, remark: z.string(), ...commanded });

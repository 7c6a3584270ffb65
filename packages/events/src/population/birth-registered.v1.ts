import { z } from 'zod';
import { Period } from '../programme/fields.ts';
import { Day, recordBase, Sex } from './fields.ts';

/**
 * A birth is registered. It names the month alone and no person, not even by its key: with both, the day of somebody's birth would be near. The child
 * becomes a resident by a record of its own.
 */
export const BirthRegisteredV1 = z.object({ ...recordBase, /** Local day of the registration. */ on: Day, /** Month of the birth. */ month: Period, sex: Sex, unit: z.string(), formerUnit: z.string() });

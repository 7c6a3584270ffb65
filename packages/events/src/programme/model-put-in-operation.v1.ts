import { z } from 'zod';
import { commanded, Day } from './fields.ts';

/** A model has reached its end: in operation, completed, launched or trained, as its plan asks. */
export const ModelPutInOperationV1 = z.object({ model: z.int().positive(), at: Day, outcome: z.enum(['in-operation', 'completed', 'launched', 'trained']), remark: z.string(), ...commanded });

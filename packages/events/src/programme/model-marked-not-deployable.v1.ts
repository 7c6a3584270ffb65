import { z } from 'zod';
import { commanded, Day } from './fields.ts';

/** A model cannot be carried out here, and why. */
export const ModelMarkedNotDeployableV1 = z.object({ model: z.int().positive(), at: Day, cause: z.string().min(1), remark: z.string(), ...commanded });

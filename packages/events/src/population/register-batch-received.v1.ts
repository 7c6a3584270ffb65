import { z } from 'zod';
import { Shape } from '../stay/fields.ts';
import { PopulationRegister } from './fields.ts';

/** One request to a register: counts and codes, no values. received = accepted + rejected; duplicate and amended are counted within accepted. */
export const RegisterBatchReceivedV1 = z.object({
  register: PopulationRegister,
  shape: Shape,
  single: z.boolean(),
  /** Every record that names a reference names one of the demonstration. */
  simulated: z.boolean(),
  received: z.int().min(0),
  accepted: z.int().min(0),
  duplicate: z.int().min(0),
  amended: z.int().min(0),
  rejected: z.int().min(0),
  /** How often each code was found. */
  codes: z.record(z.string(), z.int().positive()),
});

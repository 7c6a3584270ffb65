import { z } from 'zod';
import { stepFields } from './fields.ts';

export const StepBlockedV1 = z.object({ ...stepFields, cause: z.string().min(1) });

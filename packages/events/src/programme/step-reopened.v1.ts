import { z } from 'zod';
import { stepFields } from './fields.ts';

/** A step that was done is not, and why; a model that had ended is under way again. */
export const StepReopenedV1 = z.object({ ...stepFields, cause: z.string().min(1) });

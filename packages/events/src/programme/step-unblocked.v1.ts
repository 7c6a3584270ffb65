import { z } from 'zod';
import { stepFields } from './fields.ts';

export const StepUnblockedV1 = z.object(stepFields);

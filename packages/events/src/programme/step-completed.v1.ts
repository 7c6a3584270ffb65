import { z } from 'zod';
import { stepFields } from './fields.ts';

export const StepCompletedV1 = z.object(stepFields);

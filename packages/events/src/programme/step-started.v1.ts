import { z } from 'zod';
import { stepFields } from './fields.ts';

export const StepStartedV1 = z.object(stepFields);

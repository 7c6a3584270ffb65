import { z } from 'zod';
import { alertJudgement } from './alert-fields.ts';

/** It was not as the alert said, or nothing to look at. */
export const AlertDismissedV1 = z.object(alertJudgement);

import { z } from 'zod';
import { alertJudgement } from './alert-fields.ts';

/** What was to be done about the alert is done. */
export const AlertClosedV1 = z.object(alertJudgement);

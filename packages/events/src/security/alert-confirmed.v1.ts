import { z } from 'zod';
import { alertJudgement } from './alert-fields.ts';

/** It was as the alert said. */
export const AlertConfirmedV1 = z.object(alertJudgement);

import { z } from 'zod';

/** A code of reference data, such as a class of reasons: letters, digits and hyphens, so that it can name nobody. */
export const ReasonCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** An alert was looked at: what came of it, by a code. */
export const alertJudgement = { alert: z.uuid(), reason: ReasonCode };

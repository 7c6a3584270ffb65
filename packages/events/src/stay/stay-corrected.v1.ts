import { z } from 'zod';
import { stayBase } from './fields.ts';

/** A stay is corrected (PATCH, or an extension by API 12): only the groups it names. */
export const StayCorrectedV1 = z.object({ ...stayBase, correctionReason: z.enum(['given', '', 'extension']) });

import { z } from 'zod';
import { recordBase } from './fields.ts';

/** A record of a register was wrong from the beginning and counts no more, until it is sent again. */
export const RecordWithdrawnV1 = z.object(recordBase);

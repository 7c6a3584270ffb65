import { z } from 'zod';
import { stayBase } from './fields.ts';

/** A guest has left (check-out, or API 12 with `TS`): names the departure alone. */
export const StayCheckedOutV1 = z.object(stayBase);

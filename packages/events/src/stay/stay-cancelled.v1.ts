import { z } from 'zod';
import { stayBase } from './fields.ts';

/** A registration is withdrawn: names no group, sets the cancelled register. The reason's text is sealed. */
export const StayCancelledV1 = z.object(stayBase);

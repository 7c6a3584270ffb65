import { z } from 'zod';
import { stayBase } from './fields.ts';

/**
 * A stay is registered (PUT, batch item, portal body), first or again: it carries every group the sender's shape has.
 * `yields` names the groups that a PATCH or a check-out had set before this first check-in was known: they keep what was set.
 * `cancelled` is always overridden to "not cancelled", unless 'cancelled' is among `yields`.
 */
export const StayCheckedInV1 = z.object({ ...stayBase, yields: z.array(z.string()) });

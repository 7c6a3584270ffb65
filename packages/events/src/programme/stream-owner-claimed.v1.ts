import { z } from 'zod';

/** A process decides alone from here on; whoever did before can no longer append. */
export const StreamOwnerClaimedV1 = z.object({ owner: z.string().min(1), /** Where its requests can be sent; '' on one machine. */ url: z.string(), instance: z.string().min(1) });

import { z } from 'zod';

/** Nothing is told to an address any longer: it was asked for, or the address answered that it is gone (410). */
export const WebhookRemovedV1 = z.object({ webhook: z.uuid(), cause: z.enum(['asked', 'gone']) });

import { z } from 'zod';

/** What of an alert’s life can be subscribed to. */
export const WebhookEvent = z.enum(['alert.raised', 'alert.confirmed', 'alert.dismissed', 'alert.closed']);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

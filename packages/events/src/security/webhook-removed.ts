import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WebhookRemovedV1 } from './webhook-removed.v1.ts';

/** The current version of `vn.da06.webhook.removed`. */
export const webhookRemovedType = 'vn.da06.webhook.removed.v1';
export const WebhookRemovedData = WebhookRemovedV1;
export type WebhookRemovedData = z.infer<typeof WebhookRemovedData>;
export type WebhookRemoved = EventOf<typeof webhookRemovedType, WebhookRemovedData>;

import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WebhookSubscribedV1 } from './webhook-subscribed.v1.ts';

/** The current version of `vn.da06.webhook.subscribed`. */
export const webhookSubscribedType = 'vn.da06.webhook.subscribed.v1';
export const WebhookSubscribedData = WebhookSubscribedV1;
export type WebhookSubscribedData = z.infer<typeof WebhookSubscribedData>;
export type WebhookSubscribed = EventOf<typeof webhookSubscribedType, WebhookSubscribedData>;

import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { WebhookSecretRotatedV1 } from './webhook-secret-rotated.v1.ts';

/** The current version of `vn.da06.webhook.secret-rotated`. */
export const webhookSecretRotatedType = 'vn.da06.webhook.secret-rotated.v1';
export const WebhookSecretRotatedData = WebhookSecretRotatedV1;
export type WebhookSecretRotatedData = z.infer<typeof WebhookSecretRotatedData>;
export type WebhookSecretRotated = EventOf<typeof webhookSecretRotatedType, WebhookSecretRotatedData>;

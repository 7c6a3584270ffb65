import { z } from 'zod';
import { SystemSealed } from '../stay/fields.ts';

/** A subscription has another secret; the one before signs beside it for a day. */
export const WebhookSecretRotatedV1 = z.object({ webhook: z.uuid(), secret: SystemSealed });

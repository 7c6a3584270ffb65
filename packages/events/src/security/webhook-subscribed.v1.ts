import { z } from 'zod';
import { SystemSealed } from '../stay/fields.ts';
import { ReasonCode } from './alert-fields.ts';
import { WebhookEvent } from './webhook-fields.ts';

/** Alerts are told to an address from now on: those of `rules`, `severities` and `units`, where an empty list is all of them. */
export const WebhookSubscribedV1 = z.object({
  webhook: z.uuid(),
  url: z.url().max(2_000),
  events: z.array(WebhookEvent).min(1),
  rules: z.array(ReasonCode).max(100),
  severities: z.array(z.enum(['low', 'medium', 'high'])),
  /** uids. */
  units: z.array(z.string()).max(1_000),
  /** What requests are signed with, sealed under the system’s key: it outlives a change of the master key, and stands nowhere in clear. */
  secret: SystemSealed,
});

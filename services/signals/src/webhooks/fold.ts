import { webhookSecretRotatedType, webhookSubscribedType, type Envelope, type WebhookRemoved, type WebhookSecretRotated, type WebhookSubscribed } from '@da06/events';
import type { KnownSecret, KnownWebhook } from './types.ts';

/** A subscription after an event of its own; the same one where it changes nothing, undefined where nobody has subscribed. */
export const foldWebhook = (held: KnownWebhook | undefined, { id, type, sequence, recordedtime, actor, data }: Envelope): KnownWebhook | undefined => {
  const told = { sequence, recordedAt: Date.parse(recordedtime) };
  if (type === webhookSubscribedType) {
    const { secret, ...subscribed } = data as WebhookSubscribed['data'];
    return held ?? { ...subscribed, eventId: id, subscribed: told, actor, secrets: [{ ...secret, ...told }], removed: null };
  }
  if (held === undefined) return undefined;
  if (type === webhookSecretRotatedType) return withSecret(held, { ...(data as WebhookSecretRotated['data']).secret, ...told });
  return held.removed === null || sequence < held.removed.sequence ? { ...held, removed: { ...told, cause: (data as WebhookRemoved['data']).cause } } : held;
};

const withSecret = (held: KnownWebhook, secret: KnownSecret): KnownWebhook => {
  if (held.secrets.some(({ sequence }) => sequence === secret.sequence)) return held;
  const newest = [...held.secrets, secret].sort((a, b) => (a.sequence < b.sequence ? 1 : -1));
  return { ...held, secrets: newest.slice(0, 2) };
};

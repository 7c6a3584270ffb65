import type { SystemSealer } from '@da06/vault';
import { Webhook } from 'standardwebhooks';
import type { KnownWebhook } from './types.ts';

/** So long the secret before the newest signs beside it. */
const overlapMs = 86_400_000;
const secretPrefix = 'whsec_';

type SignedRequest = { readonly id: string; /** Unix milliseconds. */ readonly at: number; readonly body: string };

/** Headers of a request by Standard Webhooks 1.0: `v1`, HMAC-SHA256 of `id.timestamp.body`, a signature for each secret that holds. @throws AppError `vault.master-wrong`. */
export const signed = ({ secrets }: KnownWebhook, { id, at, body }: SignedRequest, openSystem: SystemSealer['openSystem']): Readonly<Record<string, string>> => {
  const [newest] = secrets;
  const holding = secrets.filter((secret) => secret === newest || at < (newest?.recordedAt ?? 0) + overlapMs);
  const signatures = holding.map((secret) => new Webhook(openSystem(secret), { format: 'raw' }).sign(id, new Date(at), body));
  return { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1000)), 'webhook-signature': signatures.join(' ') };
};

/** A secret as its subscriber is told it, once. */
export const shownSecret = (secret: Uint8Array): string => `${secretPrefix}${Buffer.from(secret).toString('base64')}`;

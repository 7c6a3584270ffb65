import { fault, type Fault } from '@da06/errors';
import { WebhookEvent, WebhookSubscribedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { InvalidBody, isLoopback } from '@da06/service-kit';
import { z } from 'zod';

const { rules, severities, units } = WebhookSubscribedData.shape;

/** What is asked for: where to, and which events of which alerts. */
export const WebhookBody = z.object({
  url: z.string().max(2_000).describe('https, or http on the very machine (loopback). Without a user, a password or a fragment; it is shown to who may read subscriptions, so that it should hold no secret.'),
  events: z.array(WebhookEvent).min(1).default(['alert.raised']),
  rules: rules.default([]).describe('Codes of rules; left out or empty: all.'),
  severities: severities.default([]).describe('low, medium, high; left out or empty: all.'),
  units: units.default([]).describe('uids; left out or empty: all.'),
});
export type WebhookBody = z.infer<typeof WebhookBody>;

/** @throws InvalidBody for an address that is not allowed or a unit that nobody knows: it would never be told of anything. */
export const checkWebhook = ({ url, units: asked }: WebhookBody, locality: Pick<Locality, 'unitByUid'>): void => {
  const faults: Fault[] = asked.flatMap((uid, index) => (locality.unitByUid(uid) === undefined ? [fault(`/units/${String(index)}`, 'unit.unknown')] : []));
  if (!isAllowed(url)) faults.push(fault('/url', 'webhook.url-not-allowed'));
  if (faults.length > 0) throw new InvalidBody(faults);
};

/** In clear a request may go over no net: it tells where somebody who is looked for is. */
const isAllowed = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const plain = username === '' && password === '' && hash === '';
  return plain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'))));
};

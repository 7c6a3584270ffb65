import { instant } from '@da06/domain';
import type { Deliverer } from './deliverer.ts';
import type { Delivery, KnownWebhook } from './types.ts';

const orNull = (at: number | null | undefined): string | null => (at === null || at === undefined ? null : instant(at));

/** A subscription as answers show it: without its secret. */
export const shownWebhook = ({ webhook, url, events, rules, severities, units, subscribed, actor, secrets, removed }: KnownWebhook, { courseOf, statusOf, place }: Pick<Deliverer, 'courseOf' | 'statusOf' | 'place'>) => {
  const { failures, failingSince, nextAt, deliveredAt, failed } = courseOf(webhook);
  return {
    webhook, url, events, rules, severities, units, status: statusOf(webhook), subscribedAt: instant(subscribed.recordedAt), subscribedBy: actor, secretSince: orNull(secrets[0]?.recordedAt),
    /** The next place of da06.security to look at; null until it is known. */
    position: place(webhook)?.toString() ?? null,
    deliveredAt: orNull(deliveredAt), failures, failingSince: orNull(failingSince), nextAttemptAt: orNull(nextAt), lastFailure: failed === null ? null : { ...failed, at: instant(failed.at) },
    removedAt: orNull(removed?.recordedAt), cause: removed?.cause ?? null,
  };
};

export const shownDelivery = ({ at, position, ...delivery }: Delivery) => ({ ...delivery, at: instant(at), position: String(position) });

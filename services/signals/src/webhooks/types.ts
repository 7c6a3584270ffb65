import type { Told } from '@da06/domain';
import type { WebhookRemoved, WebhookSubscribed } from '@da06/events';

type Subscribed = WebhookSubscribed['data'];

/** What a subscription's requests are signed with, sealed, and since when (Unix milliseconds). */
export type KnownSecret = Subscribed['secret'] & { readonly sequence: string; readonly recordedAt: number };

/** A subscription, as the log tells it. */
export type KnownWebhook = Omit<Subscribed, 'secret'> & {
  readonly eventId: string;
  readonly subscribed: Told;
  readonly actor: string;
  /** The newest first, and the one before it: it signs too for a day. */
  readonly secrets: readonly KnownSecret[];
  readonly removed: { readonly sequence: string; readonly recordedAt: number; readonly cause: WebhookRemoved['data']['cause'] } | null;
};

/** One attempt to tell a subscriber of one event. */
export type Delivery = {
  /** The envelope's id, sent as webhook-id. */
  readonly eventId: string;
  readonly type: string;
  readonly alert: string;
  /** Its place in da06.security: replay from here tells it again. */
  readonly position: number;
  /** The first is 1. */
  readonly attempt: number;
  /** Unix milliseconds. */
  readonly at: number;
  readonly status: 'delivered' | 'failed';
  /** Of the answer; 0 = there was none. */
  readonly statusCode: number;
  readonly ms: number;
  /** '' when it was delivered; else `http-status`, `http-redirect`, `timeout`, `unreachable`, or the code of the network, such as ECONNREFUSED. */
  readonly error: string;
};

/** How a subscription fares: kept beside the log of deliveries. */
export type Course = {
  /** Attempts that have failed since the last that did not. */
  readonly failures: number;
  /** Unix milliseconds, as the next two; null = it does not fail. */
  readonly failingSince: number | null;
  readonly nextAt: number | null;
  readonly deliveredAt: number | null;
  readonly failed: Pick<Delivery, 'at' | 'statusCode' | 'error'> | null;
};

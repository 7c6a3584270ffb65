import { AppError, fault } from '@da06/errors';
import { webhookRemovedType, webhookSecretRotatedType, webhookSubscribedType, topics, type KeyRole } from '@da06/events';
import { actorOf, assertJson, InvalidBody, parseJson, type KeyHolder } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { compose } from '../compose.ts';
import type { Service } from '../service.ts';
import { partition, placeOf } from '../webhooks/place.ts';
import { checkWebhook, WebhookBody } from '../webhooks/read-webhook.ts';
import { shownDelivery, shownWebhook } from '../webhooks/shown.ts';
import { shownSecret } from '../webhooks/signed.ts';
import type { KnownWebhook } from '../webhooks/types.ts';
import { holderOf, receiptTimeOf } from './context.ts';

/** Where alerts go to is the administrator's to say; the standing agency sees where. */
export const subscribers: readonly KeyRole[] = ['admin'];
export const subscriptionReaders: readonly KeyRole[] = ['standing', 'admin'];

export const ReplayBody = z.object({ from: z.string().max(40).describe('An instant (RFC 3339), or a position as subscriptions and deliveries show it.') });

const secretBytes = 32;
const mostLive = 100;
const mostShown = 5_000;
const statuses = z.enum(['delivered', 'failed']);
const Instant = z.iso.datetime({ offset: true });

/** Webhooks: subscribing, another secret, telling again, what was told, and the end of it. */
export const webhookRoutes = (app: Hono, service: Service): void => {
  const shown = (webhook: KnownWebhook) => shownWebhook(webhook, service.deliverer());
  const getKnown = (id: string): KnownWebhook => {
    const webhook = service.known().webhook(id);
    if (webhook === undefined) throw new AppError('webhook.unknown');
    return webhook;
  };
  const getLive = (id: string): KnownWebhook => {
    const webhook = getKnown(id);
    if (webhook.removed !== null) throw new AppError('webhook.removed');
    return webhook;
  };
  const told = (c: Context, holder: KeyHolder) => ({ actor: actorOf(holder), receivedAt: receiptTimeOf(service, c) });
  /** A new secret: sealed for the log, and as its subscriber is told it, now and never again. */
  const newSecret = () => {
    const secret = service.randomBytes(secretBytes);
    return { sealed: service.vault().sealSystem(secret), secret: shownSecret(secret) };
  };
  const unstored = (body: object, status: 200 | 201 = 200): Response => Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

  app.post('/v1/webhooks', async (c) => {
    const holder = await holderOf(service, c.req.raw, subscribers);
    assertJson(c.req.raw);
    const asked = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, WebhookBody));
    checkWebhook(asked, service.locality);
    const [webhook, { sealed, secret }] = [service.randomId(), newSecret()];
    return await service.decide(async (keep) => {
      if ([...service.known().webhooks()].filter(({ removed }) => removed === null).length >= mostLive) throw new AppError('webhook.too-many');
      await keep([compose(service, { type: webhookSubscribedType, subject: webhook, ...told(c, holder), data: { webhook, ...asked, secret: sealed } })]);
      return unstored({ ...shown(getKnown(webhook)), secret }, 201);
    });
  });
  app.get('/v1/webhooks', async (c) => {
    await holderOf(service, c.req.raw, subscriptionReaders);
    const webhooks = [...service.known().webhooks()].sort((a, b) => (a.subscribed.sequence < b.subscribed.sequence ? 1 : -1)).map(shown);
    return c.json({ count: webhooks.length, webhooks });
  });
  app.delete('/v1/webhooks/:webhook', async (c) => {
    const holder = await holderOf(service, c.req.raw, subscribers);
    const webhook = c.req.param('webhook');
    return await service.decide(async (keep) => {
      if (getKnown(webhook).removed === null) await keep([compose(service, { type: webhookRemovedType, subject: webhook, ...told(c, holder), data: { webhook, cause: 'asked' } })]);
      return c.json(shown(getKnown(webhook)));
    });
  });
  app.post('/v1/webhooks/:webhook/rotate-secret', async (c) => {
    const holder = await holderOf(service, c.req.raw, subscribers);
    const [webhook, { sealed, secret }] = [c.req.param('webhook'), newSecret()];
    return await service.decide(async (keep) => {
      getLive(webhook);
      await keep([compose(service, { type: webhookSecretRotatedType, subject: webhook, ...told(c, holder), data: { webhook, secret: sealed } })]);
      return unstored({ ...shown(getKnown(webhook)), secret });
    });
  });
  app.post('/v1/webhooks/:webhook/replay', async (c) => {
    await holderOf(service, c.req.raw, subscribers);
    assertJson(c.req.raw);
    const { from } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, ReplayBody));
    const { webhook } = getLive(c.req.param('webhook'));
    await service.deliverer().moveTo(webhook, await placeFrom(service, from));
    return c.json(shown(getKnown(webhook)));
  });
  app.get('/v1/webhooks/:webhook/deliveries', async (c) => {
    await holderOf(service, c.req.raw, subscriptionReaders);
    const { from, status } = c.req.query();
    const { webhook } = getKnown(c.req.param('webhook'));
    const deliveries = service.deliverer().find(webhook, { from: from === undefined ? 0 : Date.parse(asked(Instant, from, 'from: an instant as 2026-11-20T02:00:00Z is expected.')), status: status === undefined ? undefined : asked(statuses, status, 'status: delivered or failed is expected.'), most: mostShown });
    return c.json({ count: deliveries.length, deliveries: deliveries.map(shownDelivery) });
  });
};

const asked = <Schema extends z.ZodType>(schema: Schema, text: string, detail: string): z.output<Schema> => {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new AppError('request.invalid', { detail });
  return parsed.data;
};

/** The place an instant or a position means: of an instant the first event that was recorded then or later. @throws InvalidBody. */
const placeFrom = async ({ log, known }: Service, from: string): Promise<bigint> => {
  if (/^\d{1,15}$/.test(from)) {
    if (Number(from) > known().position(topics.security, partition)) throw new InvalidBody([fault('/from', 'webhook.replay-from')]);
    return BigInt(from);
  }
  if (!Instant.safeParse(from).success) throw new InvalidBody([fault('/from', 'webhook.replay-from')]);
  const at = Date.parse(from);
  return await placeOf(log, ({ recordedtime }) => Date.parse(recordedtime) >= at);
};

import { AlertRaisedData, alertRaisedType, webhookRemovedType } from '@da06/events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startReceiver, verified, type Receiver } from '../testing/receiver.ts';
import { startSignals, type Started, type StartOptions } from '../testing/started.ts';

const number = (index: number): string => `0701900${String(10_000 + index)}`;
const entry = (index: number) => ({ papers: [{ kind: 'cccd', number: number(index) }], reasonClass: 'wanted', expiresOn: '2026-12-31' });

/** Watches for somebody and takes in a stay of theirs: one alert. */
const raise = async (started: Started, index: number): Promise<void> => {
  await started.call('POST', '/v1/watch-entries', entry(index));
  await started.append(started.stay({ number: number(index) }, { ref: `R-${String(index)}` }));
  await started.settled();
};
type Subscription = { readonly webhook: string; readonly secret: string };
const subscribe = async (started: Started, receiver: Pick<Receiver, 'url'>, asked: object = {}): Promise<Subscription> => {
  const { status, body } = await started.call('POST', '/v1/webhooks', { url: receiver.url, ...asked });
  expect(status).toBe(201);
  return { webhook: String(body['webhook']), secret: String(body['secret']) };
};
const shown = async (started: Started, { webhook }: Subscription): Promise<Record<string, unknown>> => {
  const { body } = await started.call('GET', '/v1/webhooks');
  return (body['webhooks'] as Record<string, unknown>[]).find((one) => one['webhook'] === webhook) ?? expect.fail('no such webhook');
};
type Log = { readonly eventId: string; readonly attempt: number; readonly status: string; readonly statusCode: number; readonly error: string; readonly position: string }[];
const deliveries = async (started: Started, { webhook }: Subscription, query = ''): Promise<Log> => (await started.call('GET', `/v1/webhooks/${webhook}/deliveries${query}`)).body['deliveries'] as Log;
const refsOf = ({ received }: Receiver): string[] => received.map(({ body }) => (JSON.parse(body) as { data: { ref: string } }).data.ref);
const waitFor = async (receiver: Receiver, count: number): Promise<void> => void (await expect.poll(() => receiver.received.length, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(count));
/** Files of a folder, locks left out, that hold one of these. */
const filesWith = (folder: string, values: readonly Buffer[]) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.name !== 'lock.mdb').map(({ parentPath, name }) => join(parentPath, name));
  return { read: files.length, found: files.filter((file) => values.some((value) => readFileSync(file).includes(value))) };
};
const start = async (options: StartOptions = {}) => ({ started: await startSignals(options), receiver: await startReceiver() });

describe('a subscriber', () => {
  it('is told of an alert where and when, signed with the secret that only they were shown, and never of whom', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    await raise(started, 1);
    await waitFor(receiver, 1);
    const [request] = receiver.received;
    const [event] = await started.events(alertRaisedType);
    const said = verified(subscription.secret, request ?? expect.fail());
    expect(said).toMatchObject({ type: 'alert.raised', timestamp: event?.recordedtime, data: { rule: 'watch-list', facility: 'ks-test-01', ref: 'R-1', status: 'raised' } });
    expect(request?.headers).toMatchObject({ 'webhook-id': event?.id, 'content-type': 'application/json', 'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/) as string });
    expect(request?.body).not.toMatch(/0190010001|personKey|hash/);
    expect(() => verified(`whsec_${Buffer.alloc(32).toString('base64')}`, request ?? expect.fail())).toThrow('No matching signature found');
    const list = await started.call('GET', '/v1/webhooks');
    expect(list.text).not.toContain(subscription.secret.slice(6));
    await expect.poll(() => shown(started, subscription)).toMatchObject({ status: 'active', failures: 0, deliveredAt: '2026-11-20T09:00:00.000Z', lastFailure: null });
    const key = Buffer.from(subscription.secret.slice(6), 'base64');
    await started.stop();
    expect(filesWith(started.folder, [key, ...(['base64', 'base64url', 'hex'] as const).map((form) => Buffer.from(key.toString(form)))])).toEqual({ read: 3, found: [] });
    expect(filesWith(started.folder, [Buffer.from(receiver.url)]).found).not.toEqual([]);
  });

  it('is told of what it asked for, from the subscription on, and of each judgement as it was then', async () => {
    const { started, receiver } = await start();
    await raise(started, 1);
    await subscribe(started, receiver, { events: ['alert.raised', 'alert.confirmed', 'alert.closed'], rules: ['watch-list'], units: ['W25357@2025'], severities: ['high'] });
    const [elsewhere, low] = [await startReceiver(), await startReceiver()];
    await subscribe(started, elsewhere, { units: ['W25349@2025'] });
    await subscribe(started, low, { severities: ['low'] });
    await raise(started, 2);
    const [, alert] = (await started.events(alertRaisedType)).map(({ data }) => AlertRaisedData.parse(data).alert);
    receiver.answers(500);
    await started.call('POST', `/v1/alerts/${String(alert)}/confirm`, { reason: 'identity-checked' });
    await started.call('POST', `/v1/alerts/${String(alert)}/close`, { reason: 'handled' });
    await started.settled();
    receiver.answers(200);
    const told = (): [string, string, number][] => [...new Map(receiver.received.map(({ id, body }) => [id, body])).values()].map((body) => JSON.parse(body) as { type: string; data: { ref: string; status: string; version: number } }).map(({ type, data }) => [type, `${data.ref} ${data.status}`, data.version]);
    await expect.poll(told, { timeout: 20_000 }).toEqual([['alert.raised', 'R-2 raised', 1], ['alert.confirmed', 'R-2 confirmed', 2], ['alert.closed', 'R-2 closed', 3]]);
    expect([elsewhere.received, low.received]).toEqual([[], []]);
  });

  it('that fails is asked again until it has taken it, in the order of the log, and each attempt is noted', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    const elsewhere = await startReceiver();
    receiver.answers(500, (response) => void response.writeHead(302, { location: elsewhere.url }).end(), 204);
    await raise(started, 1);
    await raise(started, 2);
    await expect.poll(() => refsOf(receiver), { timeout: 20_000 }).toEqual(['R-1', 'R-1', 'R-1', 'R-2']);
    expect(new Set(receiver.received.slice(0, 3).map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
    await expect.poll(async () => (await deliveries(started, subscription)).length).toBe(4);
    const log = await deliveries(started, subscription);
    expect(log.map(({ attempt, status, statusCode, error }) => [attempt, status, statusCode, error])).toEqual([[1, 'delivered', 204, ''], [3, 'delivered', 204, ''], [2, 'failed', 302, 'http-redirect'], [1, 'failed', 500, 'http-status']]);
    expect((await deliveries(started, subscription, '?status=failed')).length).toBe(2);
    expect(elsewhere.received).toEqual([]);
    expect((await deliveries(started, subscription, '?from=2026-11-20T16:00:00.001%2B07:00')).length).toBe(0);
    expect((await started.call('GET', `/v1/webhooks/${subscription.webhook}/deliveries?status=lost`)).status).toBe(400);
  });

  it('that hangs holds up nobody else, and has failed when its time is over', async () => {
    const { started, receiver } = await start({ webhooks: { timeoutMs: 200 } });
    const other = await startReceiver();
    receiver.answers(() => {});
    const [hanging] = [await subscribe(started, receiver), await subscribe(started, other)];
    await raise(started, 1);
    await raise(started, 2);
    await waitFor(other, 2);
    expect([refsOf(other), [...new Set(refsOf(receiver))]]).toEqual([['R-1', 'R-2'], ['R-1']]);
    await expect.poll(async () => (await deliveries(started, hanging)).map(({ error }) => error)).toContain('timeout');
  });

  it('that was away for more than a day is failing, and is told everything when it is back', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    await receiver.kill();
    await raise(started, 1);
    await expect.poll(() => shown(started, subscription)).toMatchObject({ status: 'active', lastFailure: { statusCode: 0, error: 'ECONNREFUSED' }, failingSince: '2026-11-20T09:00:00.000Z' });
    started.clock.advance(86_400_000);
    expect(await shown(started, subscription)).toMatchObject({ status: 'failing' });
    await receiver.again();
    await waitFor(receiver, 1);
    await expect.poll(() => shown(started, subscription)).toMatchObject({ status: 'active', failures: 0, failingSince: null });
  });

  it('that says it is gone is told nothing any longer, and so is one that was removed', async () => {
    const { started, receiver } = await start();
    const removed = await startReceiver();
    const subscriptions = [await subscribe(started, receiver), await subscribe(started, removed)] as const;
    receiver.answers(410);
    expect((await started.call('DELETE', `/v1/webhooks/${subscriptions[1].webhook}`)).body).toMatchObject({ status: 'removed', cause: 'asked' });
    await raise(started, 1);
    await expect.poll(() => shown(started, subscriptions[0])).toMatchObject({ status: 'removed', cause: 'gone' });
    await raise(started, 2);
    expect([refsOf(receiver), refsOf(removed)]).toEqual([['R-1'], []]);
    expect((await started.events(webhookRemovedType)).map(({ actor, data }) => [actor, data['cause']])).toEqual([['admin:admin', 'asked'], ['system:signals', 'gone']]);
    for (const path of ['replay', 'rotate-secret']) expect((await started.call('POST', `/v1/webhooks/${subscriptions[0].webhook}/${path}`, { from: '0' })).body['code']).toBe('webhook.removed');
  });

  it('gets another secret without missing anything: for a day both sign', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    const { body, headers } = await started.call('POST', `/v1/webhooks/${subscription.webhook}/rotate-secret`);
    expect(headers.get('cache-control')).toBe('no-store');
    const next = String(body['secret']);
    await raise(started, 1);
    await waitFor(receiver, 1);
    for (const secret of [subscription.secret, next]) verified(secret, receiver.received[0] ?? expect.fail());
    started.clock.advance(86_400_000);
    await raise(started, 2);
    await waitFor(receiver, 2);
    verified(next, receiver.received[1] ?? expect.fail());
    expect(() => verified(subscription.secret, receiver.received[1] ?? expect.fail())).toThrow('No matching signature found');
  });

  it('is told again from a position or an instant on, when that is asked for', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    for (const index of [1, 2, 3]) {
      await raise(started, index);
      started.clock.advance(60_000);
    }
    await waitFor(receiver, 3);
    await expect.poll(async () => (await deliveries(started, subscription)).length).toBe(3);
    const [, second] = await deliveries(started, subscription);
    const replay = (from: string) => started.call('POST', `/v1/webhooks/${subscription.webhook}/replay`, { from });
    expect((await replay(String(second?.position))).status).toBe(200);
    await waitFor(receiver, 5);
    await replay('2026-11-20T16:02:00+07:00');
    await waitFor(receiver, 6);
    await raise(started, 4);
    await waitFor(receiver, 7);
    expect(refsOf(receiver)).toEqual(['R-1', 'R-2', 'R-3', 'R-2', 'R-3', 'R-3', 'R-4']);
    for (const from of ['yesterday', '999999', '']) expect((await replay(from)).body).toMatchObject({ faults: [{ pointer: '/from', code: 'webhook.replay-from' }] });
  });
});

describe('a process that stops', () => {
  it('tells again, under the same id, what was under way, and goes on where it was, even when its folder is lost', async () => {
    const { started, receiver } = await start();
    const subscription = await subscribe(started, receiver);
    await raise(started, 1);
    await waitFor(receiver, 1);
    await expect.poll(async () => (await deliveries(started, subscription)).length).toBe(1);
    receiver.answers(() => {});
    await raise(started, 2);
    await waitFor(receiver, 2);
    await started.stop();
    receiver.answers(204);
    const again = await started.again();
    await waitFor(receiver, 3);
    expect([refsOf(receiver), receiver.received[2]?.id]).toEqual([['R-1', 'R-2', 'R-2'], receiver.received[1]?.id]);
    await expect.poll(async () => (await deliveries(again, subscription)).length).toBe(2);
    await again.stop();
    rmSync(join(started.folder, 'signals'), { recursive: true });
    const third = await again.again();
    await raise(third, 3);
    await waitFor(receiver, 4);
    expect(refsOf(receiver)).toEqual(['R-1', 'R-2', 'R-2', 'R-3']);
    verified(subscription.secret, receiver.received[3] ?? expect.fail());
  });
});

it('a change of the master key changes nothing for subscribers', async () => {
  const { started, receiver } = await start();
  const subscription = await subscribe(started, receiver);
  await started.stop();
  const { folder, clock, builders } = started;
  await raise(await startSignals({ folder, clock, builders, masterKey: Buffer.alloc(32, 9) }), 1);
  await waitFor(receiver, 1);
  expect(verified(subscription.secret, receiver.received[0] ?? expect.fail())['type']).toBe('alert.raised');
});

describe('a subscription', () => {
  it.each<[object, string[]]>([
    [{ url: 'http://example.org/x' }, ['webhook.url-not-allowed /url']],
    [{ url: 'https://user:pass@example.org/' }, ['webhook.url-not-allowed /url']],
    [{ url: 'https://example.org/#part' }, ['webhook.url-not-allowed /url']],
    [{ url: 'ftp://example.org/' }, ['webhook.url-not-allowed /url']],
    [{ url: 'nowhere' }, ['webhook.url-not-allowed /url']],
    [{ url: 'https://example.org/', units: ['W0@1900'] }, ['unit.unknown /units/0']],
    [{ url: 'https://example.org/', events: [] }, ['field.not-allowed-value /events']],
    [{ url: 'https://example.org/', events: ['stay.checked-in'] }, ['field.not-allowed-value /events/0']],
    [{ url: 'http://[::1]:9/', severities: ['high'] }, []],
    [{ url: 'http://localhost:9/' }, []],
  ])('is checked before it is kept: %j', async (asked, expected) => {
    const { call } = await startSignals();
    const { status, body } = await call('POST', '/v1/webhooks', asked);
    const codes = ((body['faults'] ?? []) as { pointer: string; code: string }[]).map(({ pointer, code }) => `${code} ${pointer}`);
    expect([status, codes]).toEqual([expected.length === 0 ? 201 : 422, expected]);
  });

  it('of which there are a hundred is the last', async () => {
    const { call, append, builders, settled } = await startSignals();
    await append(...Array.from({ length: 99 }, () => builders.webhookSubscribed()));
    await settled();
    expect((await call('POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/' })).status).toBe(201);
    expect(await call('POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/' })).toMatchObject({ status: 409, body: { code: 'webhook.too-many' } });
  });
});

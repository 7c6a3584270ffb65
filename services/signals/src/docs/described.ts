import { alertReasons, alertRules, watchReasons } from '@da06/reference';
import { everyRole, routeName, type Content, type Described, type Operation, type RoleTable } from '@da06/service-kit';
import { z } from 'zod';
import { EntryBody } from '../entries/read-entries.ts';
import { ReasonBody } from '../routes/alerts.ts';
import { judges, police } from '../routes/context.ts';
import { ReplayBody, subscribers, subscriptionReaders } from '../routes/webhooks.ts';
import { WebhookBody } from '../webhooks/read-webhook.ts';

const json = (example: unknown): Readonly<Record<string, Content>> => ({ 'application/json': { schema: { type: 'object' }, example } });

/** A body by its schema, with an example. */
const bodyOf = (schema: z.ZodType, example: unknown): Readonly<Record<string, Content>> => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return { 'application/json': { schema: described, example } };
};

const listTag = 'Đối tượng theo dõi · Watch-list';
const alertTag = 'Cảnh báo · Alerts';
const webhookTag = 'Gửi cảnh báo tới hệ thống khác · Webhooks';
const codesOf = (list: readonly { readonly reason: string; readonly vi: string }[]): string => list.map(({ reason, vi }) => `${reason} (${vi})`).join(', ');

const entry = '5b0f2f9c-2f0e-4c53-9a56-0f6f3f6f9f01';
const alert = '8c1f6f1e-9b1d-8d2a-9c3b-2f4e6a8c0e12';
const sent = { papers: [{ kind: 'cccd', number: '070 190 000 123' }, { kind: 'cmnd', number: '285000123' }], reasonClass: 'wanted', expiresOn: '2027-11-19' };
const shownEntry = { entry, reasonClass: 'wanted', validFrom: '2026-11-20', expiresOn: '2027-11-19', status: 'live', addedAt: '2026-11-20T02:00:00.000Z', removedAt: null, cause: null, simulated: false };
const item = { status: 'accepted', entry, eventId: '01a201a0-1e74-7759-8550-e072a77b9040', faults: [] };
const shown = {
  alert, rule: 'watch-list', ruleVersion: 1, severity: 'high', at: '2026-11-20T01:30:00.000Z', day: '2026-11-20', unit: 'W25357@2025', facility: 'ks-mau-01', ref: 'R-0001', entry, figures: {}, evidence: ['01a1f82f-1e80-7436-8069-515ed08ad757'], simulated: false,
  status: 'raised', version: 1, judged: '', reason: '', closedFor: '', raisedAt: '2026-11-20T02:00:00.500Z', judgedAt: null, closedAt: null, history: [], rulePrecision: 0.75, ruleJudged: 4,
};
const shownRule = {
  ...alertRules.find(({ rule }) => rule === 'room-density'), runs: true, hits: 12, confirmed: 3, dismissed: 1, open: 8, precision: 0.75, misses: 'unknown', simulated: { hits: 0, confirmed: 0, dismissed: 0, open: 0, precision: null },
};
const webhook = '7d4c6b7a-3f0e-4c53-9a56-0f6f3f6f9f77';
const subscription = { url: 'https://don-vi.mau/canh-bao', events: ['alert.raised'], rules: ['watch-list'], severities: ['high'], units: ['W25357@2025'] };
const shownWebhook = {
  webhook, ...subscription, status: 'active', subscribedAt: '2026-11-20T02:00:00.000Z', subscribedBy: 'admin:admin', secretSince: '2026-11-20T02:00:00.000Z', position: '128', deliveredAt: null, failures: 0, failingSince: null, nextAttemptAt: null,
  lastFailure: null, removedAt: null, cause: null,
};
const withSecret = { ...shownWebhook, secret: 'whsec_bmljaHQgZWluIGVjaHRlciBTY2hsdWVzc2VsIGhpZXIh' };
const delivery = { eventId: '01a201a0-1e74-7759-8550-e072a77b9042', type: 'alert.raised', alert, position: '129', attempt: 1, at: '2026-11-20T02:00:00.700Z', status: 'delivered', statusCode: 204, ms: 12, error: '' };
const judgeProblems = [400, 403, 404, 409, 412, 413, 415, 422, 503] as const;

const judgement = (action: 'confirm' | 'dismiss' | 'close', summary: string, example: string): Operation => ({
  method: 'post', path: `/v1/alerts/{alert}/${action}`, tag: alertTag, summary,
  description: `raised → confirmed or dismissed → closed; anything else is refused (409). The same again with the same reason says nothing. If-Match is optional: 412 with the current state (current) if somebody else was first. Reasons: ${codesOf(alertReasons[action])}.`,
  body: bodyOf(ReasonBody, { reason: example }), answers: { 200: { description: 'The alert after it, with its ETag.', content: json({ ...shown, version: 2 }) } }, problems: judgeProblems,
});

const operations: readonly Operation[] = [
  { method: 'post', path: '/v1/watch-entries', tag: listTag, summary: 'Watch for somebody, or for up to 50,000 people',
    description: `One object, an array, or NDJSON. Each number is hashed in every form a stay may keep it in (blanks, dots, case, a lost zero, another kind with the same number) and forgotten; no answer shows it. What a standing entry says already is a duplicate of it. Stays of the last 30 days, and those nobody has left, are checked at once. Reason classes: ${codesOf(watchReasons)}.`,
    body: { ...bodyOf(EntryBody, sent), 'application/x-ndjson': { schema: { type: 'string' }, example: `${JSON.stringify(sent)}\n` } },
    answers: { 201: { description: 'One, not known before.', content: json(item) }, 200: { description: 'A duplicate; or a batch, all accepted.', content: json({ received: 1, accepted: 1, duplicate: 0, rejected: 0, items: [{ index: 0, ...item }] }) }, 207: { description: 'Of a batch some accepted.', content: json({ received: 2, accepted: 1, duplicate: 0, rejected: 1, items: [] }) } },
    problems: [400, 403, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/watch-entries', tag: listTag, summary: 'The list: ids, reason classes, days; never a number', query: { status: 'live, expired or removed.', reasonClass: 'A reason class.' }, answers: { 200: { description: 'The newest first.', content: json({ count: 1, entries: [shownEntry] }) } }, problems: [403, 503] },
  { method: 'delete', path: '/v1/watch-entries/{entry}', tag: listTag, summary: 'Watch for somebody no longer', description: 'No further alerts; those that were raised stay.', query: { cause: 'error, found, expired or other.' }, answers: { 200: { description: 'As it is now; again the same.', content: json({ ...shownEntry, status: 'removed', removedAt: '2026-11-21T02:00:00.000Z', cause: 'found' }) } }, problems: [400, 403, 404, 503] },
  { method: 'get', path: '/v1/alerts', tag: alertTag, summary: 'Alerts: what, where and when; never of whom', description: 'An officer of the police sees those of the unit that the key names, and of those it was made of.', query: { rule: 'Code of the rule.', status: 'raised, confirmed, dismissed or closed.', unit: 'uid.', facility: 'Of one facility.', entry: 'Of one entry of the watch-list.' }, answers: { 200: { description: 'The newest first, 5,000 at most; count = all.', content: json({ count: 1, alerts: [shown] }) } }, problems: [403, 503] },
  { method: 'get', path: '/v1/alerts/counts', tag: alertTag, summary: 'Alerts counted by day, unit and rule', description: 'For the wall and everybody else. alerts = null where they are too few to be told.', query: { from: 'First day; 30 days before the last unless told.', to: 'Last day; today unless told. 366 days at most.' },
    answers: { 200: { description: 'A row a day, unit and rule that has alerts.', content: json({ from: '2026-10-22', to: '2026-11-20', counts: [{ day: '2026-11-20', unit: 'W25357@2025', rule: 'watch-list', alerts: null, simulated: false }] }) } }, problems: [400, 503] },
  { method: 'get', path: '/v1/alerts/{alert}', tag: alertTag, summary: 'One alert with its life', answers: { 200: { description: 'With its ETag.', content: json(shown) } }, problems: [403, 404, 503] },
  { method: 'get', path: '/v1/alert-rules', tag: alertTag, summary: 'The rules: what each asks, its thresholds, and what came of its alerts', description: 'runs = this process asks it. precision = confirmed among those judged, null when none was; simulated = the same of the demonstration. What a rule misses is known to nobody.', answers: { 200: { description: 'All of them.', content: json({ rules: [shownRule] }) } }, problems: [403, 503] },
  judgement('confirm', 'It is so', 'identity-checked'),
  judgement('dismiss', 'It is not so', 'other-person'),
  judgement('close', 'What was to be done is done', 'handled'),
  { method: 'post', path: '/v1/alerts/{alert}/identity', tag: alertTag, summary: 'Open the sealed identity of the stay', description: `That it is read, by whom, why and of whom (a keyed hash) is recorded first (identity.read). Reasons: ${codesOf(alertReasons.open)}.`,
    body: bodyOf(ReasonBody, { reason: 'verify' }), answers: { 200: { description: 'As far as it was not erased.', content: json({ alert, facility: 'ks-mau-01', ref: 'R-0001', identity: 'shown', guest: { fullName: 'TRẦN THỊ MẪU' }, room: '101' }) } }, problems: [400, 403, 404, 413, 415, 422, 503] },
  { method: 'post', path: '/v1/webhooks', tag: webhookTag, summary: 'Tell another system of alerts',
    description: 'Each event is posted as {type, timestamp, data}, where data is the alert as GET /v1/alerts/{alert} showed it after the event: where and when, never of whom. Requests are signed as Standard Webhooks 1.0 says (webhook-id = id of the event, webhook-timestamp, webhook-signature); every language has a library that checks them. An answer of 2xx within 10 seconds takes it; after anything else it is sent again, a second to an hour later, for as long as the subscription stands; the next event waits. No redirect is followed. 410 ends the subscription. The same event may come twice, under the same webhook-id.',
    body: bodyOf(WebhookBody, subscription), answers: { 201: { description: 'With the secret, which is shown this once.', content: json(withSecret) } }, problems: [400, 403, 409, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/webhooks', tag: webhookTag, summary: 'Who is told, and how that fares', description: 'status: active, failing (nothing was taken for a day; it is still tried), removed.', answers: { 200: { description: 'The newest first, without secrets.', content: json({ count: 1, webhooks: [shownWebhook] }) } }, problems: [403, 503] },
  { method: 'delete', path: '/v1/webhooks/{webhook}', tag: webhookTag, summary: 'Tell no longer', answers: { 200: { description: 'As it is now; again the same.', content: json({ ...shownWebhook, status: 'removed', removedAt: '2026-11-21T02:00:00.000Z', cause: 'asked' }) } }, problems: [403, 404, 503] },
  { method: 'post', path: '/v1/webhooks/{webhook}/rotate-secret', tag: webhookTag, summary: 'Another secret', description: 'For a day the one before signs too.', answers: { 200: { description: 'With the secret, which is shown this once.', content: json(withSecret) } }, problems: [403, 404, 409, 503] },
  { method: 'post', path: '/v1/webhooks/{webhook}/replay', tag: webhookTag, summary: 'Tell everything again from a place on', description: 'From a position as the list and the deliveries show it, or from the first event that was recorded at an instant or later. Events come under the webhook-id they had.',
    body: bodyOf(ReplayBody, { from: '2026-11-20T00:00:00+07:00' }), answers: { 200: { description: 'It is being told.', content: json({ ...shownWebhook, position: '96' }) } }, problems: [400, 403, 404, 409, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/webhooks/{webhook}/deliveries', tag: webhookTag, summary: 'Attempts of the last 30 days', description: 'As far as this process made them. error: http-status, http-redirect, timeout, unreachable, or the network’s code, such as ECONNREFUSED.', query: { from: 'An instant.', status: 'delivered or failed.' },
    answers: { 200: { description: 'The newest first, 5,000 at most.', content: json({ count: 1, deliveries: [delivery] }) } }, problems: [400, 403, 404, 503] },
];

/** Counts are everybody’s, webhooks the administrator’s to change; alerts are judged by officers of the police too; everything else is the police’s. */
const rolesOf = ({ path, method }: Operation): RoleTable[string] => {
  if (path === '/v1/alerts/counts') return everyRole;
  if (path.startsWith('/v1/webhooks')) return method === 'get' ? subscriptionReaders : subscribers;
  return path.startsWith('/v1/alerts') ? judges : police;
};

/** The routes of watch-list, alerts, their rules and webhooks and who may call them; `access-table.int.test.ts` calls every route as every role. */
export const signalsDescribed: Described = { operations, roles: Object.fromEntries(operations.map((operation) => [routeName(operation), rolesOf(operation)])) };

const roots = ['/v1/watch-entries', '/v1/alerts', '/v1/alert-rules', '/v1/webhooks'];

/** Whether an address is one of watch-list, alerts or webhooks, for a host that serves more than these. */
export const isSignalsPath = (pathname: string): boolean => roots.some((root) => pathname === root || pathname.startsWith(`${root}/`));

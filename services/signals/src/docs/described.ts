import { alertReasons, watchReasons } from '@da06/reference';
import { routeName, type Content, type Described, type Operation } from '@da06/service-kit';
import { z } from 'zod';
import { EntryBody } from '../entries/read-entries.ts';
import { ReasonBody } from '../routes/alerts.ts';
import { police } from '../routes/context.ts';

const json = (example: unknown): Readonly<Record<string, Content>> => ({ 'application/json': { schema: { type: 'object' }, example } });

/** A body by its schema, with an example. */
const bodyOf = (schema: z.ZodType, example: unknown): Readonly<Record<string, Content>> => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return { 'application/json': { schema: described, example } };
};

const listTag = 'Đối tượng theo dõi · Watch-list';
const alertTag = 'Cảnh báo · Alerts';
const codesOf = (list: readonly { readonly reason: string; readonly vi: string }[]): string => list.map(({ reason, vi }) => `${reason} (${vi})`).join(', ');

const entry = '5b0f2f9c-2f0e-4c53-9a56-0f6f3f6f9f01';
const alert = '8c1f6f1e-9b1d-8d2a-9c3b-2f4e6a8c0e12';
const sent = { papers: [{ kind: 'cccd', number: '070 190 000 123' }, { kind: 'cmnd', number: '285000123' }], reasonClass: 'wanted', expiresOn: '2027-11-19' };
const shownEntry = { entry, reasonClass: 'wanted', validFrom: '2026-11-20', expiresOn: '2027-11-19', status: 'live', addedAt: '2026-11-20T02:00:00.000Z', removedAt: null, cause: null, simulated: false };
const item = { status: 'accepted', entry, eventId: '01a201a0-1e74-7759-8550-e072a77b9040', faults: [] };
const shown = {
  alert, rule: 'watch-list', ruleVersion: 1, severity: 'high', at: '2026-11-20T01:30:00.000Z', day: '2026-11-20', unit: 'W25357@2025', facility: 'ks-mau-01', ref: 'R-0001', entry, figures: {}, evidence: ['01a1f82f-1e80-7436-8069-515ed08ad757'], simulated: false,
  status: 'raised', version: 1, judged: '', reason: '', closedFor: '', raisedAt: '2026-11-20T02:00:00.500Z', judgedAt: null, closedAt: null, history: [],
};
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
  { method: 'get', path: '/v1/alerts', tag: alertTag, summary: 'Alerts: what, where and when; never of whom', query: { rule: 'Code of the rule.', status: 'raised, confirmed, dismissed or closed.', unit: 'uid.', facility: 'Of one facility.', entry: 'Of one entry of the watch-list.' }, answers: { 200: { description: 'The newest first, 5,000 at most; count = all.', content: json({ count: 1, alerts: [shown] }) } }, problems: [403, 503] },
  { method: 'get', path: '/v1/alerts/{alert}', tag: alertTag, summary: 'One alert with its life', answers: { 200: { description: 'With its ETag.', content: json(shown) } }, problems: [403, 404, 503] },
  judgement('confirm', 'It is so', 'identity-checked'),
  judgement('dismiss', 'It is not so', 'other-person'),
  judgement('close', 'What was to be done is done', 'handled'),
  { method: 'post', path: '/v1/alerts/{alert}/identity', tag: alertTag, summary: 'Open the sealed identity of the stay', description: `That it is read, by whom, why and of whom (a keyed hash) is recorded first (identity.read). Reasons: ${codesOf(alertReasons.open)}.`,
    body: bodyOf(ReasonBody, { reason: 'verify' }), answers: { 200: { description: 'As far as it was not erased.', content: json({ alert, facility: 'ks-mau-01', ref: 'R-0001', identity: 'shown', guest: { fullName: 'TRẦN THỊ MẪU' }, room: '101' }) } }, problems: [400, 403, 404, 413, 415, 422, 503] },
];

/** The routes of watch-list and alerts and who may call them; `access-table.int.test.ts` calls every route as every role. */
export const signalsDescribed: Described = { operations, roles: Object.fromEntries(operations.map((operation) => [routeName(operation), police])) };

const roots = ['/v1/watch-entries', '/v1/alerts'];

/** Whether an address is one of watch-list or alerts, for a host that serves more than these. */
export const isSignalsPath = (pathname: string): boolean => roots.some((root) => pathname === root || pathname.startsWith(`${root}/`));

import type { Described, Operation } from '@da06/service-kit';

const json = (example: unknown): { readonly 'application/json': { readonly schema: { readonly type: string }; readonly example: unknown } } => ({ 'application/json': { schema: { type: 'object' }, example } });
const text = { 'text/plain': { schema: { type: 'string' }, example: 'SELECT count() FROM stays' } };
const tag = 'Quản trị · Administration';

const operations: readonly Operation[] = [
  { method: 'post', path: '/v1/sql', tag: 'Truy vấn · Queries', summary: 'Ask the tables (read-only SQL)', query: { format: 'A format of ClickHouse; JSONEachRow if left out.' }, body: text,
    description: 'The databases da06 and system alone; nothing can be written, and no file or address be read.',
    answers: { 200: { description: 'The rows in that format.', content: { 'application/json': { schema: { type: 'string' }, example: '{"count()":"2"}\n' } } } }, problems: [400, 403, 503] },
  { method: 'post', path: '/v1/admin/verify', tag, summary: 'Is everything accepted found, once?', body: json({ claims: null, waitMs: 30_000 }),
    answers: { 200: { description: 'Counts.', content: json({ receipts: 2, found: 2, missing: 0, twice: 0, rejected: 0 }) } }, problems: [400, 403, 503] },
  { method: 'post', path: '/v1/admin/rebuild', tag, summary: 'Make every table anew from the log', description: 'Lines of JSON: progress, then the result. One at a time.',
    answers: { 200: { description: 'Lines of JSON.', content: { 'application/x-ndjson': { schema: { type: 'string' } } } } }, problems: [403, 503] },
  { method: 'post', path: '/v1/admin/backup', tag, summary: 'Copy log and keys into a folder of this machine', body: json({ folder: '/srv/backup/2026-11-25' }),
    answers: { 200: { description: 'What was copied.', content: json({ folder: '/srv/backup/2026-11-25', bytes: 1_048_576, events: 500, seconds: 1.5 }) } }, problems: [400, 403, 503] },
  { method: 'post', path: '/v1/admin/erase', tag, summary: 'Destroy the keys of identities, or change the master key',
    description: 'What: a person by a document, what is older than it may be (retention), earlier records again (replay), or none. Registration answers 503 meanwhile; senders retry. Lines of JSON: progress, then the result with its signed records. One at a time.',
    body: json({ erasure: { what: 'person', kind: 'cccd', number: '070190000123', state: 'VNM', reason: 'subject-request', note: '' }, dryRun: true, backups: [], newMasterKeyFile: null }),
    answers: { 200: { description: 'Lines of JSON.', content: { 'application/x-ndjson': { schema: { type: 'string' } } } } }, problems: [400, 403, 503] },
  { method: 'post', path: '/v1/admin/demonstration/remove', tag, summary: 'Take the demonstration out of the folder',
    description: 'Every event, key, index entry and row of facilities whose id, and of registers’ records whose reference begins with demo-; everything else stays as it is. With dryRun it is counted alone. Registration answers 503 meanwhile; senders retry. Lines of JSON: progress, then the result. One at a time.',
    body: json({ dryRun: true }), answers: { 200: { description: 'Lines of JSON.', content: { 'application/x-ndjson': { schema: { type: 'string' } } } } }, problems: [400, 403, 503] },
  { method: 'get', path: '/v1/admin/dead-letters', tag, summary: 'Records that could not be projected', answers: { 200: { description: 'Each with its cause.', content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } } } }, problems: [403, 503] },
  { method: 'post', path: '/v1/admin/dead-letters/redrive', tag, summary: 'Put them back into the log', body: json({ id: null }), answers: { 200: { description: 'How many.', content: json({ redriven: 1, remaining: 0 }) } }, problems: [400, 403, 404, 503] },
];

/** What the host adds to registration's API, and who may call it; `access.int.test.ts` calls every route as every role. */
export const hostDescribed: Described = {
  operations,
  roles: {
    'POST /v1/sql': ['standing', 'analyst', 'admin'],
    'POST /v1/admin/verify': ['admin'],
    'POST /v1/admin/rebuild': ['admin'],
    'POST /v1/admin/backup': ['admin'],
    'POST /v1/admin/erase': ['admin'],
    'POST /v1/admin/demonstration/remove': ['admin'],
    'GET /v1/admin/dead-letters': ['admin'],
    'POST /v1/admin/dead-letters/redrive': ['admin'],
  },
};

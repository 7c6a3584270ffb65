import { watchEntryAddedType, watchEntryRemovedType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { startSignals } from '../testing/started.ts';

const entry = { papers: [{ kind: 'cccd', number: '070190012345' }], reasonClass: 'wanted', expiresOn: '2026-12-31' };
type Fault = { readonly pointer: string; readonly code: string };
const codesOf = (faults: unknown): string[] => (faults as Fault[]).map(({ pointer, code }) => `${code} ${pointer}`);

describe('an entry of the watch-list', () => {
  it('is recorded as hashes alone, and one that says the same is a duplicate, also after a restart', async () => {
    const started = await startSignals();
    const first = await started.call('POST', '/v1/watch-entries', entry);
    expect(first).toMatchObject({ status: 201, body: { status: 'accepted', faults: [] } });
    const again = await started.again();
    expect(await again.call('POST', '/v1/watch-entries', { ...entry, papers: [{ number: '070.190.012.345', kind: 'CMND' }] })).toMatchObject({ status: 200, body: { status: 'duplicate', entry: first.body['entry'], eventId: first.body['eventId'] } });
    expect((await again.call('POST', '/v1/watch-entries', { ...entry, reasonClass: 'missing' })).status).toBe(201);
    const events = await again.events();
    expect(events.map(({ type }) => type)).toEqual([watchEntryAddedType, watchEntryAddedType]);
    expect(events[0]).toMatchObject({ subject: first.body['entry'], actor: 'admin:admin', data: { reasonClass: 'wanted', validFrom: '2026-11-20', expiresOn: '2026-12-31' } });
    expect(JSON.stringify(events)).not.toContain('0190012345');
    expect(JSON.stringify(events)).not.toContain(again.vault.personKey({ kind: 'cccd', issuingState: 'VNM', number: '070190012345' }));
  });

  it('is taken away once, and stands in the list with its days and no number', async () => {
    const { call, events } = await startSignals();
    const id = String((await call('POST', '/v1/watch-entries', entry)).body['entry']);
    expect(await call('GET', '/v1/watch-entries?status=live')).toMatchObject({ body: { count: 1, entries: [{ entry: id, reasonClass: 'wanted', validFrom: '2026-11-20', expiresOn: '2026-12-31', status: 'live' }] } });
    expect((await call('DELETE', `/v1/watch-entries/${id}?cause=error`)).body).toMatchObject({ status: 'removed', cause: 'error' });
    expect((await call('DELETE', `/v1/watch-entries/${id}`)).body).toMatchObject({ status: 'removed', cause: 'error' });
    expect(await events(watchEntryRemovedType)).toHaveLength(1);
    expect((await call('DELETE', `/v1/watch-entries/${id}?cause=bored`)).status).toBe(400);
    expect(await call('DELETE', '/v1/watch-entries/none')).toMatchObject({ status: 404, body: { code: 'watch-entry.unknown' } });
    expect((await call('GET', '/v1/watch-entries')).text).not.toMatch(/hash|papers|0190012345/);
  });

  it.each<[object, string[]]>([
    [{ papers: [] }, ['field.not-allowed-value /papers']],
    [{ papers: [{ number: 'x-?' }] }, ['document.number-format /papers/0/number']],
    [{ papers: [{ kind: 'cccd', number: '12345' }, { kind: 'cmnd', number: '1' }] }, ['document.cccd-format /papers/0/number', 'document.cmnd-format /papers/1/number']],
    [{ papers: [{ kind: 'library-card', number: '12345' }] }, ['document.kind-unknown /papers/0/kind']],
    [{ papers: [{ kind: 'passport', number: 'M1', issuingState: 'Nowhere' }] }, ['nationality.unknown /papers/0/issuingState']],
    [{ reasonClass: 'nosy' }, ['watch-entry.reason-unknown /reasonClass']],
    [{ validFrom: '2026-11-21' }, ['watch-entry.valid-from-ahead /validFrom']],
    [{ validFrom: '2026-11-20', expiresOn: '2026-11-20' }, []],
    [{ expiresOn: '2026-11-19' }, ['watch-entry.expired /expiresOn']],
    [{ expiresOn: undefined }, ['field.required /expiresOn']],
  ])('is checked, and no fault repeats its value: %j', async (changes, expected) => {
    const { call } = await startSignals();
    const { status, body, text } = await call('POST', '/v1/watch-entries', { ...entry, ...changes });
    expect([status, status === 422 ? codesOf(body['faults']) : []]).toEqual([expected.length === 0 ? 201 : 422, expected]);
    expect(text).not.toContain('"received"');
  });

  it('comes in a batch with others, as an array or a line each, and each is answered for', async () => {
    const { call, events } = await startSignals();
    const batch = [entry, { ...entry, reasonClass: 'nosy' }, entry, { ...entry, papers: [{ number: '285123456' }] }];
    const answer = await call('POST', '/v1/watch-entries', batch);
    expect(answer).toMatchObject({ status: 207, body: { received: 4, accepted: 3, duplicate: 1, rejected: 1, items: [{ index: 0, status: 'accepted' }, { index: 1, status: 'rejected' }, { index: 2, status: 'duplicate' }, { index: 3, status: 'accepted' }] } });
    const lines = `${JSON.stringify({ ...entry, reasonClass: 'missing' })}\n\nnot JSON\n`;
    expect(await call('POST', '/v1/watch-entries', lines, { headers: { 'content-type': 'application/x-ndjson' } })).toMatchObject({ status: 207, body: { received: 2, accepted: 1, rejected: 1 } });
    expect(await events(watchEntryAddedType)).toHaveLength(3);
    expect([(await call('POST', '/v1/watch-entries', [])).status, (await call('POST', '/v1/watch-entries', '{')).status, (await call('POST', '/v1/watch-entries', 'a', { headers: { 'content-type': 'text/csv' } })).status]).toEqual([422, 400, 415]);
  });
});

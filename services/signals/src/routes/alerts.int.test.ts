import { identityReadType } from '@da06/events';
import { recordOf } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { startSignals, type Started } from '../testing/started.ts';

const number = '070190012345';
const entry = { papers: [{ kind: 'cccd', number }], reasonClass: 'probation', expiresOn: '2026-12-31' };

/** One alert about a stay of a made-up guest, whose identity is sealed as take-in seals it. */
const withAlert = async (): Promise<{ readonly started: Started; readonly alert: string }> => {
  const started = await startSignals();
  await started.call('POST', '/v1/watch-entries', entry);
  const stay = started.stay({ number }, { ref: 'R-1' });
  const sealer = started.vault.newSealer();
  const personKey = stay.data.groups.person?.personKey ?? '';
  const sealed = { ...stay, data: { ...stay.data, sealed: sealer.seal(personKey, { guest: { fullName: 'TRẦN THỊ MẪU', document: { number } }, room: '101' }) } };
  const chunk = sealer.chunk();
  await started.log.commitUnit({ append: [recordOf(sealed)], puts: chunk === undefined ? [] : [chunk] });
  await started.settled();
  const { body } = await started.call('GET', '/v1/alerts');
  return { started, alert: String((body['alerts'] as { alert: string }[])[0]?.alert) };
};

describe('an alert', () => {
  it('is listed by rule, state, unit and entry, with where and when and nobody’s number', async () => {
    const { started: { call }, alert } = await withAlert();
    const count = async (query: string): Promise<unknown> => (await call('GET', `/v1/alerts?${query}`)).body['count'];
    expect([await count('rule=watch-list'), await count('status=raised&unit=W25357@2025'), await count('status=closed'), await count('rule=other'), await count('entry=none'), await count('facility=ks-test-01')]).toEqual([1, 1, 0, 0, 0, 1]);
    const { body, headers, text } = await call('GET', `/v1/alerts/${alert}`);
    expect(body).toMatchObject({ alert, severity: 'medium', facility: 'ks-test-01', ref: 'R-1', status: 'raised', version: 1, judgedAt: null });
    expect(headers.get('etag')).toBe('"1"');
    expect(text).not.toMatch(/0190012345|personKey|MẪU/);
    expect((await call('GET', '/v1/alerts/none')).status).toBe(404);
  });

  it('is judged once and closed once, whoever is first, and tells so after a restart', async () => {
    const { started, alert } = await withAlert();
    const tell = async (of: Started, action: string, reason: string, headers = {}) => {
      const { status, body } = await of.call('POST', `/v1/alerts/${alert}/${action}`, { reason }, { headers });
      return [status, status === 200 ? body['status'] : body['code']];
    };
    expect(await tell(started, 'close', 'handled')).toEqual([409, 'alert.not-judged']);
    expect(await tell(started, 'confirm', 'nonsense')).toEqual([422, 'field.not-allowed-value']);
    expect(await tell(started, 'confirm', 'identity-checked', { 'if-match': '"2"' })).toEqual([412, 'alert.changed']);
    expect(await Promise.all([tell(started, 'confirm', 'identity-checked', { 'if-match': '"1"' }), tell(started, 'dismiss', 'other-person', { 'if-match': '"1"' })])).toEqual([[200, 'confirmed'], [412, 'alert.changed']]);
    expect(await tell(started, 'dismiss', 'other-person')).toEqual([409, 'alert.already-judged']);
    expect(await tell(started, 'confirm', 'identity-checked')).toEqual([200, 'confirmed']);
    const again = await started.again();
    expect(await tell(again, 'close', 'handled')).toEqual([200, 'closed']);
    expect(await tell(again, 'confirm', 'identity-checked')).toEqual([409, 'alert.closed']);
    const { body } = await again.call('GET', `/v1/alerts/${alert}`);
    expect(body).toMatchObject({ status: 'closed', judged: 'confirmed', reason: 'identity-checked', closedFor: 'handled', version: 3 });
    expect((body['history'] as { type: string }[]).map(({ type }) => type)).toEqual(['raised', 'confirmed', 'closed'].map((name) => `vn.da06.alert.${name}.v1`));
  });

  it('is there for an officer of the police of its unit, and for no other', async () => {
    const { started: { call, events }, alert } = await withAlert();
    const ask = async (key: string): Promise<unknown[]> => {
      const answers = [await call('GET', '/v1/alerts', undefined, { key }), await call('GET', `/v1/alerts/${alert}`, undefined, { key }), await call('POST', `/v1/alerts/${alert}/identity`, { reason: 'verify' }, { key }), await call('POST', `/v1/alerts/${alert}/confirm`, { reason: 'identity-checked' }, { key })];
      return answers.map(({ status, body }) => (status === 200 ? (body['count'] ?? 200) : body['code']));
    };
    for (const key of ['officer-of-no-unit', 'officer-of-culture', 'commune']) expect([key, await ask(key)]).toEqual([key, Array.from({ length: 4 }, () => 'request.forbidden')]);
    expect(await ask('officer-elsewhere')).toEqual([0, 'alert.unknown', 'alert.unknown', 'alert.unknown']);
    expect(await events(identityReadType)).toEqual([]);
    expect(await ask('officer')).toEqual([1, 200, 200, 200]);
    expect((await events(identityReadType)).map(({ actor }) => actor)).toEqual(['officer:key-officer']);
  });

  it('opens the identity behind it for a reason, and that it was is in the log before', async () => {
    const { started: { call, events, vault }, alert } = await withAlert();
    expect((await call('POST', `/v1/alerts/${alert}/identity`, {})).status).toBe(422);
    expect(await events(identityReadType)).toEqual([]);
    const { status, body, headers } = await call('POST', `/v1/alerts/${alert}/identity`, { reason: 'verify' }, { key: 'standing' });
    expect([status, body, headers.get('cache-control')]).toEqual([200, { alert, facility: 'ks-test-01', ref: 'R-1', identity: 'shown', guest: { fullName: 'TRẦN THỊ MẪU', document: { number } }, room: '101' }, 'no-store']);
    expect(await events(identityReadType)).toMatchObject([{ subject: 'ks-test-01', actor: 'standing:key-standing', data: { purpose: 'alert/verify', facility: 'ks-test-01', personKey: vault.personKey({ kind: 'cccd', issuingState: 'VNM', number }) } }]);
  });
});

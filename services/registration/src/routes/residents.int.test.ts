import { identityReadType, personLinkedType, recordWithdrawnType, registerBatchReceivedType, residenceRegisteredType } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { verifyReceipt } from '../receipts/verify-receipt.ts';
import { changes } from '../take-in/register/resident-fields.ts';
import { sampleChange, sampleResident, sampleWorker } from '../take-in/register/samples.ts';
import { eraseIdentities } from '../testing/erase.ts';
import { startRegistration, type Started } from '../testing/started.ts';

const unaddressed = ({ ref: _, ...record }: Record<string, unknown>): Record<string, unknown> => record;
const sample = unaddressed(sampleResident());
const codesOf = (item: Readonly<Record<string, unknown>>): string[] => (item['faults'] as { code: string }[]).map(({ code }) => code);

describe('one record of a register', () => {
  it('is accepted once, then a duplicate, then an amendment, and a lower revision overrides nothing', async () => {
    const { call, events } = await startRegistration();
    const put = async (body: Record<string, unknown>) => {
      const { status, body: item } = await call('PUT', '/v1/residents/CT-1', body);
      return [status, item['status'], item['late'], codesOf(item)];
    };
    expect(await put(sample)).toEqual([201, 'accepted', false, []]);
    expect(await put(sample)).toEqual([200, 'duplicate', false, []]);
    expect(await put({ ...sample, revision: 2, cause: 'other' })).toEqual([200, 'amended', false, []]);
    expect(await put({ ...sample, revision: 1 })).toEqual([200, 'amended', false, ['record.revision-older']]);
    expect((await events(residenceRegisteredType)).map(({ type, subject, data }) => [type, subject, data['revision']])).toEqual([0, 2, 1].map((revision) => [residenceRegisteredType, 'residents/CT-1', revision]));
    expect((await call('GET', '/v1/residents/CT-1')).body).toMatchObject({ revision: 2, record: { cause: 'other' } });
  });

  it('is withdrawn, told so again as a duplicate, and counts anew when it is sent again, also after a restart', async () => {
    const first = await startRegistration();
    const withdraw = async ({ call }: Pick<Started, 'call'>) => await call('POST', '/v1/residents/CT-1/withdraw', { reason: 'mẫu' });
    const unseen = await withdraw(first);
    expect([unseen.status, unseen.body['status'], codesOf(unseen.body)]).toEqual([202, 'accepted', ['record.not-seen-yet']]);
    expect((await first.call('PUT', '/v1/residents/CT-1', sample)).body).toMatchObject({ status: 'accepted' });
    expect((await withdraw(first)).body).toMatchObject({ status: 'amended' });
    const again = await first.again();
    expect((await again.call('GET', '/v1/residents/CT-1')).body).toMatchObject({ status: 'withdrawn', record: { withdrawalReason: 'mẫu' } });
    expect((await withdraw(again)).body).toMatchObject({ status: 'duplicate' });
    expect((await again.call('PUT', '/v1/residents/CT-1', sample)).body).toMatchObject({ status: 'amended' });
    expect((await again.call('PUT', '/v1/residents/CT-1', sample)).body).toMatchObject({ status: 'duplicate' });
    expect((await again.events()).map(({ type }) => type).filter((type) => type !== identityReadType && type !== registerBatchReceivedType)).toEqual([recordWithdrawnType, residenceRegisteredType, recordWithdrawnType, residenceRegisteredType]);
  });

  it('has its own reference beside that of the other register and of a facility that is called like the register', async () => {
    const { call } = await startRegistration();
    await call('POST', '/v1/facilities', { id: 'residents', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025' });
    const numbers = [
      (await call('PUT', '/v1/residents/A-1', sample)).body,
      (await call('PUT', '/v1/workers/A-1', unaddressed(sampleWorker()))).body,
      (await call('POST', '/v1/facilities/residents/stays/A-1/cancel', {})).body,
    ].map(({ status, registrationNumber }) => [status, String(registrationNumber).slice(0, 2)]);
    expect(numbers).toEqual([['accepted', 'DC'], ['accepted', 'LD'], ['accepted', 'LT']]);
  });

  it('links two papers of one person once', async () => {
    const { call, events } = await startRegistration();
    const person = sample['person'] as { document: object };
    const linked = { ...sample, person: { ...person, document: { ...person.document, formerNumber: '285123456' } } };
    await call('PUT', '/v1/residents/CT-1', linked);
    await call('PUT', '/v1/residents/CT-2', linked);
    expect(await events(personLinkedType)).toHaveLength(1);
  });

  it('is shown as it was sent, and that it was is recorded before, for its person alone', async () => {
    const { call, events } = await startRegistration();
    await call('PUT', '/v1/residents/CT-1', sample);
    const { body, headers } = await call('GET', '/v1/residents/CT-1');
    const { revision: _, person, ...record } = sample;
    const { document, ...shown } = person as { readonly document: { readonly formerNumber: string } };
    const { formerNumber: __, ...papers } = document;
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ register: 'residents', ref: 'CT-1', status: 'recorded', identity: 'shown', record: { ...record, person: { ...shown, phone: '+84912345678', document: papers, birthYear: 1990 } } });
    const [registered] = await events(residenceRegisteredType);
    expect((await events(identityReadType)).map(({ subject, data }) => [subject, data])).toEqual([['residents', { purpose: 'own-record', facility: '', personKey: registered?.data['personKey'] }]]);
  });

  it('says so when its identity was erased, and shows what is kept in clear', async () => {
    const { call, log } = await startRegistration();
    await call('PUT', '/v1/residents/CT-1', sample);
    await eraseIdentities({ log });
    const { body } = await call('GET', '/v1/residents/CT-1');
    expect(body).toMatchObject({ identity: 'erased', record: { change: 'permanent', on: '2026-11-20', person: { sex: 'F', birthYear: 1990 } } });
    expect(body['record']).not.toHaveProperty('note');
  });

  it('is found by its receipt, which names the register and no facility', async () => {
    const { call } = await startRegistration();
    const { body: jwks } = await call('GET', '/.well-known/jwks.json');
    const answers = [(await call('PUT', '/v1/residents/CT-1', sample)).body, (await call('POST', '/v1/workers', [sampleWorker(), {}])).body];
    const verdicts = await Promise.all(answers.map((answer) => verifyReceipt(answer, jwks as never)));
    expect(verdicts.map((verdict) => verdict.valid && [verdict.payload.facility, verdict.payload['register'], verdict.payload.counts['accepted']])).toEqual([['', 'residents', 1], ['', 'workers', 1]]);
    expect(await verifyReceipt({ ...answers[0], ref: 'CT-2' }, jwks as never)).toMatchObject({ valid: false });
  });

  it('is unknown before it was sent', async () => {
    const { call } = await startRegistration();
    expect((await call('GET', '/v1/workers/LD-1')).body).toMatchObject({ status: 404, code: 'record.unknown' });
  });
});

describe('a request to a register', () => {
  it('leaves its counts and codes in the log, also where nothing of it was recorded, and no value of a record', async () => {
    const { call, events } = await startRegistration();
    const refused = { ...sample, on: '2099-01-01' };
    await call('POST', '/v1/residents', [{ ...sample, ref: 'CT-1' }, { ...refused, ref: 'CT-2' }]);
    await call('POST', '/v1/residents?validate=only', [{ ...sample, ref: 'CT-3' }]);
    await call('PUT', '/v1/residents/CT-1', sample);
    expect((await call('PUT', '/v1/workers/demo-1', { ...unaddressed(sampleWorker()), on: '2099-01-01' })).status).toBe(422);
    const counts = await events(registerBatchReceivedType);
    const future = { 'record.on-in-future': 1 };
    expect(counts.map(({ subject, data }) => [subject, data])).toEqual([
      ['residents', { register: 'residents', shape: 'native', single: false, simulated: false, received: 2, accepted: 1, duplicate: 0, amended: 0, rejected: 1, codes: future }],
      ['residents', { register: 'residents', shape: 'native', single: true, simulated: false, received: 1, accepted: 1, duplicate: 1, amended: 0, rejected: 0, codes: {} }],
      ['workers', { register: 'workers', shape: 'native', single: true, simulated: true, received: 1, accepted: 0, duplicate: 0, amended: 0, rejected: 1, codes: future }],
    ]);
  });
});

describe('every change of a resident', () => {
  it.each(changes)('%s comes back as the change that was sent', async (change) => {
    const { call } = await startRegistration();
    const record = unaddressed(sampleChange(change));
    expect((await call('PUT', '/v1/residents/CT-1', record)).body).toMatchObject({ status: 'accepted' });
    const shown = (await call('GET', '/v1/residents/CT-1')).body['record'] as Record<string, unknown>;
    for (const name of ['change', 'on', 'cause', 'ends', 'destination', 'note', 'hamlet']) if (record[name] !== undefined) expect([name, shown[name]]).toEqual([name, record[name]]);
    expect(shown).toMatchObject({ person: { fullName: (record['person'] as { fullName: string }).fullName, birthDate: (record['person'] as { birthDate: string }).birthDate } });
  });
});

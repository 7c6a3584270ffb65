import { describe, expect, it } from 'vitest';
import { startProgramme } from '../testing/started.ts';

const path = '/v1/models/9/steps/1/complete';

describe('the same Idempotency-Key', () => {
  it('with the same request gets the same answer again, whatever has happened since, also after a restart', async () => {
    const started = await startProgramme();
    const ask = { as: 'officer.CAH', ifMatch: 1, idempotencyKey: 'a1' };
    const first = await started.call('POST', path, { at: '2024-03-08' }, ask);
    expect(first.status).toBe(200);
    started.clock.set('2024-05-02T02:00:00.000Z');
    await started.call('POST', '/v1/models/9/steps/2/complete', { onBehalfOf: '' }, { ifMatch: 2 });
    await started.call('PUT', '/v1/reports/2024-03/CAH', { nothing: true });
    const again = await started.again();
    for (const { call } of [again]) {
      const repeated = await call('POST', path, { at: '2024-03-08' }, ask);
      expect([repeated.status, repeated.etag, repeated.text]).toEqual([200, first.etag, first.text]);
    }
    expect(await again.events('vn.da06.step.completed.v1')).toHaveLength(2);
  });

  it('with another request is refused', async () => {
    const { call } = await startProgramme();
    await call('POST', path, { at: '2024-03-08' }, { ifMatch: 1, idempotencyKey: 'a1' });
    for (const [where, body] of [[path, { at: '2024-03-07' }], ['/v1/models/9/steps/2/complete', { at: '2024-03-08' }]] as const) {
      expect(await call('POST', where, body, { ifMatch: 2, idempotencyKey: 'a1' })).toMatchObject({ status: 422, body: { code: 'idempotency.reused' } });
    }
  });

  it('of another holder is another key', async () => {
    const { call, events } = await startProgramme();
    await call('POST', path, { at: '2024-03-08' }, { as: 'officer.CAH', ifMatch: 1, idempotencyKey: 'a1' });
    await call('POST', '/v1/models/9/steps/2/start', {}, { as: 'standing', ifMatch: 2, idempotencyKey: 'a1' });
    expect((await events()).filter(({ type }) => type.includes('.step.'))).toHaveLength(2);
  });

  it('repeats the loading of a plan and the filing of a report', async () => {
    const started = await startProgramme({ plan: false });
    const plan = await started.call('POST', '/v1/plan', undefined, { idempotencyKey: 'p1' });
    const filed = await started.call('PUT', '/v1/reports/2024-02/CAH', { nothing: true }, { idempotencyKey: 'r1' });
    expect(filed.status).toBe(201);
    await started.call('PUT', '/v1/reports/2024-02/CAH', { models: [{ no: 9, text: 'Khác' }] });
    const { call } = await started.again();
    expect((await call('POST', '/v1/plan', undefined, { idempotencyKey: 'p1' })).text).toBe(plan.text);
    const repeated = await call('PUT', '/v1/reports/2024-02/CAH', { nothing: true }, { idempotencyKey: 'r1' });
    expect([repeated.status, repeated.etag, repeated.text]).toEqual([201, filed.etag, filed.text]);
  });

  it('must be a key', async () => {
    const { call } = await startProgramme();
    for (const idempotencyKey of ['x'.repeat(201), 'a b']) expect(await call('POST', path, {}, { ifMatch: 1, idempotencyKey })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

describe('a caller of the same process', () => {
  it('may say when a request was received, and that it is of the demonstration', async () => {
    const { call, events } = await startProgramme();
    const answer = await call('POST', path, {}, { ifMatch: 1, inProcess: { receivedAt: Date.parse('2024-01-15T20:00:00.000Z'), simulated: true } });
    expect(answer.body).toMatchObject({ simulated: true });
    expect((await events('vn.da06.step.completed.v1'))[0]).toMatchObject({ recordedtime: '2024-01-15T20:00:00.000Z', data: { at: '2024-01-16', simulated: true } });
  });

  it('is the only one that may: nothing that comes over the network can', async () => {
    const { call, events } = await startProgramme();
    const past = Date.parse('2024-01-15T20:00:00.000Z');
    await call('POST', `${path}?receivedAt=${past}&simulated=true`, { receivedAt: past, simulated: true, env: { simulated: true } }, { ifMatch: 1, headers: { receivedat: String(past), simulated: 'true', 'x-da06-simulated': 'true' } });
    expect((await events('vn.da06.step.completed.v1'))[0]).toMatchObject({ recordedtime: '2024-03-11T02:00:00.000Z', data: { simulated: false } });
  });

  it('does not make the plan a simulated one', async () => {
    const { call, events } = await startProgramme({ plan: false });
    await call('POST', '/v1/plan', undefined, { inProcess: { receivedAt: Date.parse('2023-10-31T02:00:00.000Z'), simulated: true } });
    expect(new Set((await events()).map(({ data }) => data['simulated']))).toEqual(new Set([false]));
  });
});

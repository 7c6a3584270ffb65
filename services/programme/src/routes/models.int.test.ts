import { expect, it, describe } from 'vitest';
import { startProgramme } from '../testing/started.ts';

const step = (number: number, action: string, model = 9): string => `/v1/models/${model}/steps/${number}/${action}`;

describe('loading the plan', () => {
  it('gives what the plan holds, and changes nothing the second time', async () => {
    const { call, events } = await startProgramme({ plan: false });
    const counts = { models: 43, steps: 128, deadlines: 39, bornOverdue: 14, groups: { I: 24, II: 4, III: 13 }, continuous: 26 };
    const first = await call('POST', '/v1/plan');
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject(counts);
    const recorded = (await events()).length;
    expect(first.body['changed']).toBe(recorded);
    expect((await call('POST', '/v1/plan')).body).toMatchObject({ ...counts, changed: 0 });
    expect(await events()).toHaveLength(recorded);
  });

  it('is the administrator’s alone, and before it there is no model', async () => {
    const { call } = await startProgramme({ plan: false });
    expect((await call('POST', '/v1/plan', undefined, { as: 'standing' })).status).toBe(403);
    expect((await call('GET', '/v1/models')).body).toMatchObject({ plan: null, models: [] });
    expect(await call('GET', '/v1/models/9')).toMatchObject({ status: 409, body: { code: 'programme.no-plan' } });
    expect(await call('POST', step(1, 'start'), {}, { ifMatch: 0 })).toMatchObject({ status: 409, body: { code: 'programme.no-plan' } });
  });
});

describe('a command on a step', () => {
  it('is recorded on the version that was read, and answered with the next', async () => {
    const { call, events } = await startProgramme();
    const read = await call('GET', '/v1/models/9', undefined, { as: 'officer.CAH' });
    expect(read).toMatchObject({ status: 200, etag: '"1"', body: { no: 9, version: 1, status: 'planned' } });
    const done = await call('POST', step(1, 'complete'), { at: '2024-03-08', note: 'Đã tập huấn' }, { as: 'officer.CAH', ifMatch: read.etag });
    expect(done).toMatchObject({ status: 200, etag: '"2"', body: { version: 2, status: 'in-progress', stepsDone: 1 } });
    const [event] = await events('vn.da06.step.completed.v1');
    expect(event).toMatchObject({
      source: '/da06/programme', subject: '9', streamversion: 2, actor: 'officer:key-officer.CAH', time: '2024-03-07T17:00:00.000Z', recordedtime: '2024-03-11T02:00:00.000Z',
      data: { model: 9, step: 1, at: '2024-03-08', onBehalfOf: '', remark: 'Đã tập huấn', idempotencyKey: '', requestHash: '', simulated: false },
    });
    expect((await call('GET', '/v1/models/9')).body).toMatchObject({ history: [{ type: 'model.scheduled', version: 1 }, { type: 'step.completed', version: 2, step: 1, at: '2024-03-08', note: 'Đã tập huấn', actor: 'officer:key-officer.CAH' }] });
  });

  it('is taken for today when it names no day', async () => {
    const { call, events } = await startProgramme();
    await call('POST', step(1, 'start'), {}, { ifMatch: 1 });
    expect((await events('vn.da06.step.started.v1'))[0]).toMatchObject({ time: '2024-03-11T02:00:00.000Z', data: { at: '2024-03-11' } });
  });

  it('needs If-Match, in the form of an ETag', async () => {
    const { call, events } = await startProgramme();
    expect(await call('POST', step(1, 'start'), {})).toMatchObject({ status: 428, body: { code: 'request.if-match-missing' } });
    for (const ifMatch of ['1', '*', 'W/"1"', '"1", "2"', '"x"']) expect(await call('POST', step(1, 'start'), {}, { ifMatch })).toMatchObject({ status: 400, body: { code: 'request.if-match-format' } });
    expect(await events('vn.da06.step.started.v1')).toEqual([]);
  });

  it('on a version that has passed gets 412 with the state as it is', async () => {
    const { call } = await startProgramme();
    await call('POST', step(1, 'start'), {}, { ifMatch: 1 });
    expect(await call('POST', step(1, 'complete'), {}, { ifMatch: 1 })).toMatchObject({ status: 412, etag: '"2"', body: { code: 'model.changed', current: { no: 9, version: 2, status: 'in-progress' } } });
  });

  it('of two officers at once is done by one; the other gets 412 with the state, and one completion is in the log', async () => {
    const { call, events } = await startProgramme();
    const answers = await Promise.all(['officer.CAH', 'standing'].map((as) => call('POST', step(1, 'complete'), {}, { as, ifMatch: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({ code: 'model.changed', current: { version: 2, stepsDone: 1 } });
    expect(await events('vn.da06.step.completed.v1')).toHaveLength(1);
  });

  it('that the rules refuse gets their code and leaves nothing', async () => {
    const { call, events } = await startProgramme();
    const refused = async (path: string, body: object, code: string, status = 422): Promise<void> => expect(await call('POST', path, body, { ifMatch: 1 }), code).toMatchObject({ status, body: { code } });
    await refused(step(1, 'block'), {}, 'step.cause-required');
    await refused(step(1, 'unblock'), {}, 'step.not-blocked');
    await refused(step(1, 'complete'), { at: '2024-03-12' }, 'step.at-in-future');
    await refused(step(1, 'complete'), { note: 'CCCD 070190000123' }, 'text.personal');
    await refused(step(3, 'complete', 1), { onBehalfOf: 'CAH' }, 'step.on-behalf-unknown');
    await refused(step(99, 'complete'), {}, 'step.unknown', 404);
    await refused(step(1, 'complete', 17), {}, 'model.no-subject');
    await refused(step(1, 'complete', 15), {}, 'model.not-deployable');
    await refused(step(1, 'complete', 44), {}, 'model.unknown', 404);
    await refused('/v1/models/9/put-in-operation', {}, 'model.steps-open');
    expect((await events()).filter(({ type }) => type.includes('.step.'))).toEqual([]);
  });

  it('tells every fault of its body at once', async () => {
    const { call } = await startProgramme();
    const answer = await call('POST', step(1, 'start'), { at: '2024-02-30', note: 7 }, { ifMatch: 1 });
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ pointer: '/at', code: 'date.format' }, { pointer: '/note', code: 'field.type' }] } });
    expect((await call('POST', step(1, 'start'), 'nonsense', { ifMatch: 1 })).body).toMatchObject({ code: 'request.unreadable' });
    expect((await call('POST', step(1, 'start'), '{}', { ifMatch: 1, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });

  it('of a model that another agency leads is not an officer’s', async () => {
    const { call } = await startProgramme();
    for (const as of ['officer.VHTT', 'officer', 'commune.one', 'analyst', 'wall', 'feed']) expect((await call('POST', step(1, 'start'), {}, { as, ifMatch: 1 })).status, as).toBe(403);
  });

  it('follows the agency that has a model’s lead on the day', async () => {
    const { call, clock } = await startProgramme();
    clock.set('2026-11-26T02:00:00.000Z');
    expect((await call('POST', step(1, 'start'), {}, { as: 'officer.CAH', ifMatch: 1 })).status).toBe(403);
    expect((await call('GET', '/v1/models/9')).body['leadsToday']).toEqual(['PC06']);
  });
});

describe('the unit of an Annex III model', () => {
  it('must be one that is valid on the day', async () => {
    const { call } = await startProgramme();
    const put = (unit: string) => call('PUT', '/v1/models/2/unit', { unit, at: '2024-03-01' }, { ifMatch: 1 });
    expect(await put('W25345@2025')).toMatchObject({ status: 422, body: { code: 'model.unit-unknown' } });
    expect(await put('nowhere')).toMatchObject({ status: 422, body: { code: 'model.unit-unknown' } });
    expect((await call('GET', '/v1/models/2')).body).toMatchObject({ status: 'blocked', blockers: [{ code: 'unit-not-chosen' }] });
    expect(await put('W25345@old')).toMatchObject({ status: 200, body: { chosenUnit: { unit: 'W25345@old', at: '2024-03-01' }, status: 'in-progress' } });
  });
});

describe('the end of a model', () => {
  it('is reached when all is done, and a continuous model is then watched by its reports', async () => {
    const { call, clock } = await startProgramme();
    for (const [index, number] of [1, 2, 3].entries()) await call('POST', step(number, 'complete'), { onBehalfOf: number === 3 ? 'CSLT' : '' }, { ifMatch: index + 1 });
    const answer = await call('POST', '/v1/models/9/put-in-operation', {}, { as: 'officer.CAH', ifMatch: (await call('GET', '/v1/models/9')).etag });
    expect(answer).toMatchObject({ status: 200, body: { status: 'in-operation', health: 'not-yet', ended: { outcome: 'in-operation', at: '2024-03-11' } } });
    clock.set('2024-04-10T02:00:00.000Z');
    expect((await call('GET', '/v1/models/9')).body['health']).toBe('silent');
    await call('PUT', '/v1/reports/2024-03/CAH', { nothing: true });
    expect((await call('GET', '/v1/models/9')).body['health']).toBe('healthy');
  });

  it('can be that it is not deployable', async () => {
    const { call } = await startProgramme();
    expect(await call('POST', '/v1/models/9/mark-not-deployable', { cause: 'Không có cơ sở lưu trú' }, { ifMatch: 1 })).toMatchObject({ status: 200, body: { status: 'not-deployable', notDeployable: { cause: 'Không có cơ sở lưu trú' } } });
  });
});

describe('the models', () => {
  it('are shown as of today, or as they were known when a day ended', async () => {
    const { call, clock } = await startProgramme();
    await call('POST', step(1, 'complete'), { at: '2024-03-01' }, { ifMatch: 1 });
    clock.set('2024-03-20T02:00:00.000Z');
    await call('POST', step(2, 'complete'), { at: '2024-03-05', onBehalfOf: '' }, { ifMatch: 2 });
    const at = async (query: string): Promise<unknown> => ((await call('GET', `/v1/models${query}`, undefined, { as: 'wall' })).body['models'] as { no: number; stepsDone: number }[]).find(({ no }) => no === 9)?.stepsDone;
    expect(await at('')).toBe(2);
    expect(await at('?asOf=2024-03-19')).toBe(1);
    expect(await at('?asOf=2024-03-10')).toBeUndefined();
    expect((await call('GET', '/v1/models/9?asOf=2024-03-19')).body).toMatchObject({ version: 2, stepsDone: 1 });
    expect((await call('GET', '/v1/models?asOf=2024-02-30')).body).toMatchObject({ code: 'request.invalid' });
  });

  it('tell a deadline that had passed when the plan came from one that was missed', async () => {
    const { call } = await startProgramme();
    const models = (await call('GET', '/v1/models')).body['models'] as { lateness: string; bornOverdue: boolean }[];
    expect(models).toHaveLength(43);
    expect(models.filter(({ bornOverdue }) => bornOverdue)).toHaveLength(14);
    expect(models.filter(({ lateness }) => lateness === 'overdue').length).toBeGreaterThan(0);
  });
});

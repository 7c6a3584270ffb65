import { describe, expect, it } from 'vitest';
import { startProgramme } from '../testing/started.ts';

const report = { models: [{ no: 13, text: 'Đã lắp 12 camera.', indicators: [{ code: 'm13.cameras', value: 12, note: '' }] }] };

describe('a monthly report', () => {
  it('is filed, amended and kept in each of its revisions', async () => {
    const { call, clock } = await startProgramme();
    clock.set('2024-04-04T02:00:00.000Z');
    const first = await call('PUT', '/v1/reports/2024-03/CAH', { models: [{ no: 9, text: 'Đã kiểm tra.' }] }, { as: 'officer.CAH' });
    expect(first).toMatchObject({ status: 201, etag: '"1"', body: { period: '2024-03', reporter: 'CAH', revision: 1, dueOn: '2024-04-05', late: false, nothing: false, channel: 'api' } });
    expect(await call('PUT', '/v1/reports/2024-03/CAH', { models: [{ no: 9, text: ' Đã kiểm tra. ' }] })).toMatchObject({ status: 200, etag: '"1"' });
    clock.set('2024-04-20T02:00:00.000Z');
    expect(await call('PUT', '/v1/reports/2024-03/CAH', { models: [{ no: 9, text: 'Đã kiểm tra hết.' }] }, { ifMatch: 1 })).toMatchObject({ status: 200, etag: '"2"', body: { revision: 2, late: false } });
    expect((await call('GET', '/v1/reports/2024-03/CAH', undefined, { as: 'analyst' })).body).toMatchObject({ revision: 2, revisions: 2, models: [{ no: 9, text: 'Đã kiểm tra hết.' }] });
    expect((await call('GET', '/v1/reports/2024-03/CAH?revision=1')).body).toMatchObject({ revision: 1, models: [{ no: 9, text: 'Đã kiểm tra.' }] });
    expect((await call('GET', '/v1/reports/2024-03/CAH?asOf=2024-04-19')).body).toMatchObject({ revision: 1, revisions: 1 });
    expect((await call('GET', '/v1/reports/2024-03/CAH?revision=3')).body).toMatchObject({ code: 'report.unknown' });
  });

  it('that somebody else amended meanwhile gets 412 with the current one', async () => {
    const { call } = await startProgramme();
    await call('PUT', '/v1/reports/2024-02/CAH', { nothing: true }, { ifMatch: 0 });
    expect(await call('PUT', '/v1/reports/2024-02/CAH', report, { ifMatch: 0 })).toMatchObject({ status: 412, etag: '"1"', body: { code: 'report.changed', current: { revision: 1, nothing: true } } });
    expect(await call('PUT', '/v1/reports/2024-01/CAH', report, { ifMatch: 1 })).toMatchObject({ status: 412, etag: '"0"', body: { current: null } });
  });

  it('is late from the midnight that ends its last day, and is taken all the same', async () => {
    const { call, clock } = await startProgramme();
    clock.set('2024-04-05T16:59:59.999Z');
    expect((await call('PUT', '/v1/reports/2024-03/CAH', { nothing: true })).body).toMatchObject({ late: false });
    clock.set('2024-04-05T17:00:00.000Z');
    expect(await call('PUT', '/v1/reports/2024-03/VHTT', { nothing: true })).toMatchObject({ status: 201, body: { late: true } });
  });

  it('is told of all its faults at once, in the body’s own words', async () => {
    const { call, events } = await startProgramme();
    const wrong = {
      models: [
        { no: 9, text: '', indicators: [{ code: 'm09.facilities', value: 3 }] }, { no: 13, indicators: [{ code: 'm13.cameras', value: -1, note: 'gọi 0912345678' }, { code: 'm10.nothing', value: 1 }] },
        { no: 9, text: 'hai lần' }, { no: 6, text: 'không phải của mình' }, { no: 17, text: 'x' }, { no: 99, text: 'x' },
      ],
    };
    const answer = await call('PUT', '/v1/reports/2024-02/CAH', wrong);
    expect(answer.status).toBe(422);
    expect((answer.body['faults'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/models/0/indicators/0/code indicator.counted', '/models/1/indicators/0/value indicator.out-of-range', '/models/1/indicators/0/note text.personal', '/models/1/indicators/1/code indicator.unknown',
      '/models/2/no report.model-twice', '/models/3/no report.model-not-own', '/models/4/no model.no-subject', '/models/5/no model.unknown',
    ]);
    expect(answer.text).not.toContain('0912345678');
    expect((await call('PUT', '/v1/reports/2024-02/CAH', {})).body).toMatchObject({ code: 'report.empty' });
    expect((await call('PUT', '/v1/reports/2024-02/CAH', { ...report, nothing: true })).body).toMatchObject({ code: 'report.nothing-with-models' });
    expect((await call('PUT', '/v1/reports/2024-02/CAH', { models: [{ no: 9, text: 'x'.repeat(8_001) }] })).body).toMatchObject({ faults: [{ pointer: '/models/0/text', code: 'field.too-long' }] });
    expect(await events('vn.da06.report.submitted.v1')).toEqual([]);
  });

  it('is for a month that has begun, by one who owes it', async () => {
    const { call } = await startProgramme();
    const put = async (address: string): Promise<unknown> => (await call('PUT', `/v1/reports/${address}`, { nothing: true })).body['code'];
    expect(await put('2024-13/CAH')).toBe('period.format');
    expect(await put('2024-04/CAH')).toBe('period.in-future');
    expect(await put('2024-02/nobody')).toBe('reporter.unknown');
    expect(await put('2023-10/CAH')).toBe('reporter.not-due');
    expect((await call('GET', '/v1/reports/2024-02/CAH')).body).toMatchObject({ code: 'report.unknown' });
  });

  it('is filed by its own reporter or the standing agency', async () => {
    const { call } = await startProgramme();
    const put = async (reporter: string, as: string): Promise<number> => (await call('PUT', `/v1/reports/2024-02/${reporter}`, { nothing: true }, { as })).status;
    expect(await put('W25345@old', 'commune.one')).toBe(201);
    expect(await put('W25349@old', 'commune.one')).toBe(403);
    expect(await put('CAH', 'commune.one')).toBe(403);
    expect(await put('CAH', 'officer.VHTT')).toBe(403);
    expect(await put('CAH', 'officer')).toBe(403);
    expect(await put('W25349@old', 'commune')).toBe(403);
    expect(await put('VHTT', 'officer.VHTT')).toBe(201);
    expect(await put('CAH', 'standing')).toBe(201);
    for (const as of ['analyst', 'wall', 'feed']) expect(await put('CAH', as)).toBe(403);
  });
});

describe('who owes a report', () => {
  it('is told with how each of them stands', async () => {
    const { call, clock } = await startProgramme();
    clock.set('2024-04-04T02:00:00.000Z');
    await call('PUT', '/v1/reports/2024-03/CAH', report);
    clock.set('2024-04-07T02:00:00.000Z');
    await call('PUT', '/v1/reports/2024-03/VHTT', { nothing: true });
    const list = await call('GET', '/v1/reports', undefined, { as: 'commune.one' });
    expect(list.body).toMatchObject({ period: '2024-03', asOf: '2024-04-07' });
    const duties = list.body['duties'] as { reporter: string }[];
    expect(duties.find(({ reporter }) => reporter === 'CAH')).toMatchObject({ status: 'in', daysLate: 0, revisions: 1, receiver: 'CAH', submittedAt: '2024-04-04T02:00:00.000Z' });
    expect(duties.find(({ reporter }) => reporter === 'VHTT')).toMatchObject({ status: 'late', daysLate: 2, nothing: true });
    expect(duties.find(({ reporter }) => reporter === 'YT')).toMatchObject({ status: 'missing', daysLate: 2, submittedAt: null });
    expect(duties.map(({ reporter }) => reporter)).toContain('W25345@old');
    expect(duties.map(({ reporter }) => reporter)).not.toContain('W25345@2025');
    expect(((await call('GET', '/v1/reports?period=2024-03&asOf=2024-04-05')).body['duties'] as { reporter: string }[]).find(({ reporter }) => reporter === 'VHTT')).toMatchObject({ status: 'due' });
    expect((await call('GET', '/v1/reports', undefined, { as: 'wall' })).status).toBe(403);
  });
});

describe('a request for a report', () => {
  const asked = { id: 'so-ket-2024', reporters: ['CAH', 'W25345@old'], models: [9], dueOn: '2024-03-20', text: 'Báo cáo sơ kết mô hình 9' };

  it('is answered by those who are asked, by its day', async () => {
    const { call, clock } = await startProgramme();
    expect(await call('POST', '/v1/report-requests', asked, { as: 'standing' })).toMatchObject({ status: 201, body: { id: 'so-ket-2024', duties: [{ reporter: 'CAH', status: 'due' }, { reporter: 'W25345@old', status: 'due' }] } });
    expect(await call('PUT', '/v1/report-requests/so-ket-2024/CAH', report, { as: 'officer.CAH' })).toMatchObject({ status: 201, body: { request: 'so-ket-2024', late: false, dueOn: '2024-03-20' } });
    expect(await call('PUT', '/v1/report-requests/so-ket-2024/VHTT', { nothing: true })).toMatchObject({ body: { code: 'reporter.not-due' } });
    expect(await call('PUT', '/v1/report-requests/none/CAH', report)).toMatchObject({ status: 404, body: { code: 'report-request.unknown' } });
    clock.set('2024-03-22T02:00:00.000Z');
    expect((await call('GET', '/v1/report-requests')).body).toMatchObject({ requests: [{ id: 'so-ket-2024', duties: [{ reporter: 'CAH', status: 'in' }, { reporter: 'W25345@old', status: 'missing', daysLate: 2 }] }] });
    expect((await call('GET', '/v1/report-requests/so-ket-2024/CAH')).body).toMatchObject({ revision: 1, models: [{ no: 13 }] });
    expect((await call('GET', '/v1/report-requests/so-ket-2024/W25345@old')).body).toMatchObject({ code: 'report.unknown' });
    expect((await call('GET', '/v1/reports?period=2024-03')).body).toMatchObject({ requests: [{ id: 'so-ket-2024' }] });
  });

  it('says the same again, or is refused', async () => {
    const { call, events } = await startProgramme();
    await call('POST', '/v1/report-requests', asked);
    expect((await call('POST', '/v1/report-requests', asked)).status).toBe(200);
    expect(await call('POST', '/v1/report-requests', { ...asked, dueOn: '2024-03-21' })).toMatchObject({ status: 409, body: { code: 'report-request.exists' } });
    expect(await events('vn.da06.report.requested.v1')).toHaveLength(1);
    const { id: _id, ...unnamed } = asked;
    expect((await call('POST', '/v1/report-requests', unnamed)).body['id']).toMatch(/^yc-[0-9a-f]{12}$/);
  });

  it('is told of all its faults at once', async () => {
    const { call } = await startProgramme();
    const answer = await call('POST', '/v1/report-requests', { reporters: ['CAH', 'CAH', 'nobody'], models: [99], dueOn: '2024-03-10', text: 'gọi 0912345678' });
    expect((answer.body['faults'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/reporters/1 field.not-allowed-value', '/reporters/2 reporter.unknown', '/models/0 model.unknown', '/dueOn field.not-allowed-value', '/text text.personal']);
    expect((await call('POST', '/v1/report-requests', { ...asked, id: '2024-03' })).body).toMatchObject({ faults: [{ pointer: '/id', code: 'field.format' }] });
    expect((await call('POST', '/v1/report-requests', asked, { as: 'officer.CAH' })).status).toBe(403);
  });
});

it('the indicators are told with their definitions', async () => {
  const { call } = await startProgramme();
  const { indicators } = (await call('GET', '/v1/programme/indicators', undefined, { as: 'commune.one' })).body as { indicators: { code: string; definitionVi: string; source: string }[] };
  expect(indicators.find(({ code }) => code === 'm09.facilities')).toMatchObject({ source: 'counted', model: 9 });
  expect(indicators.every(({ definitionVi }) => definitionVi.length > 10)).toBe(true);
});

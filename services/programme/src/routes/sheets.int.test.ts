import { workbookType } from '@da06/workbook';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { startProgramme } from '../testing/started.ts';

const address = (unit: string, period = '2024-02'): string => `/v1/report-template.xlsx?unit=${unit}&period=${period}`;
const xlsx = { headers: { 'content-type': workbookType } };

describe('the report as a workbook', () => {
  it('goes out with what is known, and comes back the same without a new revision', async () => {
    const { call } = await startProgramme();
    await call('PUT', '/v1/reports/2024-02/CAH', { models: [{ no: 13, text: 'Đã lắp.', indicators: [{ code: 'm13.cameras', value: 12 }] }] });
    const template = await call('GET', address('CAH'), undefined, { as: 'officer.CAH' });
    expect([template.status, template.headers.get('content-type'), template.headers.get('content-disposition')]).toEqual([200, workbookType, 'attachment; filename="bao-cao-2024-02-CAH.xlsx"']);
    const back = await call('POST', address('CAH'), template.bytes, { as: 'officer.CAH', ...xlsx });
    expect(back).toMatchObject({ status: 200, etag: '"1"', body: { revision: 1, models: [{ no: 13, text: 'Đã lắp.', indicators: [{ code: 'm13.cameras', value: 12 }] }], faults: [] } });
  });

  it('that says nothing is a report of nothing when it says so, else each fault names its cell', async () => {
    const { call, events } = await startProgramme();
    const template = await call('GET', address('W25345@old'), undefined, { as: 'commune.one' });
    expect(template.headers.get('content-disposition')).toContain('bao-cao-2024-02-W25345-old.xlsx');
    const answer = await call('POST', address('W25345@old'), template.bytes, { as: 'commune.one', ...xlsx });
    expect(answer).toMatchObject({ status: 422, body: { code: 'report.empty', faults: [{ at: { sheet: 'Báo cáo' } }] } });
    expect(await events('vn.da06.report.submitted.v1')).toEqual([]);
  });

  it('is filed by the channel it came by, and refused when the report was amended meanwhile', async () => {
    const { call, events } = await startProgramme();
    await call('PUT', '/v1/reports/2024-02/CAH', { models: [{ no: 13, text: 'Một.' }] });
    const template = await call('GET', address('CAH'));
    await call('PUT', '/v1/reports/2024-02/CAH', { models: [{ no: 13, text: 'Hai.' }] });
    expect(await call('POST', address('CAH'), template.bytes, xlsx)).toMatchObject({ status: 412, body: { code: 'report.changed', current: { revision: 2 } } });
    const fresh = await call('GET', address('CAH'));
    const book = await readXlsx(fresh.bytes);
    const sheet = book.sheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    const rows = sheet.rows.map((row) => row.map((cell) => (cell === 'Hai.' ? 'Ba.' : cell)));
    const written = await writeXlsx({ sheets: [{ name: sheet.name, rows: rows }] });
    expect(await call('POST', address('CAH'), written, xlsx)).toMatchObject({ status: 200, body: { revision: 3, channel: 'xlsx', models: [{ no: 13, text: 'Ba.' }] } });
    expect((await events('vn.da06.report.amended.v1')).map(({ data }) => data['channel'])).toEqual(['api', 'xlsx']);
  });

  it('is of one who owes a report, and of the own one', async () => {
    const { call } = await startProgramme();
    expect((await call('GET', address('CAH', '2020-01'))).body).toMatchObject({ code: 'reporter.not-due' });
    expect((await call('GET', address('nobody'))).body).toMatchObject({ code: 'reporter.unknown' });
    expect((await call('GET', address('CAH', ''))).body).toMatchObject({ code: 'period.format' });
    expect((await call('GET', address('CAH'), undefined, { as: 'officer.VHTT' })).status).toBe(403);
    expect((await call('POST', address('CAH'), '{}')).status).toBe(415);
    expect((await call('POST', address('CAH'), 'no workbook', xlsx)).status).toBe(400);
  });
});

describe('the consolidated report', () => {
  it('is a month of every model, as JSON or as a page', async () => {
    const { call, clock } = await startProgramme();
    clock.set('2024-04-04T02:00:00.000Z');
    await call('POST', '/v1/models/9/steps/1/complete', { at: '2024-03-20' }, { ifMatch: 1 });
    await call('PUT', '/v1/reports/2024-03/CAH', { models: [{ no: 9, text: 'Đã kiểm tra.' }] });
    clock.set('2024-04-10T02:00:00.000Z');
    const { body } = await call('GET', '/v1/consolidated-report', undefined, { as: 'wall' });
    expect(body).toMatchObject({ period: '2024-03', previousPeriod: '2024-02', today: '2024-04-10', simulated: false, totals: { models: 43, stepsDone: 1, stepsDoneInMonth: 1 }, change: { steps: [{ model: 9, step: 1, completedOn: '2024-03-20' }] }, completeness: { in: 1 } });
    expect((body['models'] as { model: number }[])[8]).toMatchObject({ model: 9, texts: [{ reporter: 'CAH', text: 'Đã kiểm tra.' }], lateness: 'overdue' });
    const page = await call('GET', '/v1/consolidated-report?period=2024-03&format=html');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('Đã kiểm tra.');
    expect((await call('GET', '/v1/consolidated-report', undefined, { headers: { accept: 'text/html' } })).text).toContain('<!doctype html>');
    expect((await call('GET', '/v1/consolidated-report?period=2024-03&asOf=2024-04-03')).body).toMatchObject({ totals: { stepsDone: 0 }, completeness: { in: 0 } });
  });

  it('needs a plan', async () => {
    const { call } = await startProgramme({ plan: false });
    expect((await call('GET', '/v1/consolidated-report')).body).toMatchObject({ code: 'programme.no-plan' });
  });
});

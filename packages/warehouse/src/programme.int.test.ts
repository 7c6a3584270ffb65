import { eventBuilders, fixedClock, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from './embedded/embedded-warehouse.ts';
import { encoded } from './rows/encoded.fixture.ts';
import type { Warehouse } from './warehouse.ts';

const path = tempFolder();
const clock = fixedClock('2023-11-01T00:00:00+07:00');
const build = eventBuilders({ clock });
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

/** Events of one stream, taken in at local times; versions in their order. */
const tell = (...events: readonly (readonly [at: string, make: (envelope: object) => AnyEvent])[]): Promise<void> =>
  warehouse.insertEvents(encoded(events.map(([at, make], index) => make({ streamversion: index + 1, recordedtime: new Date(`${at}+07:00`).toISOString() }))));
const model = (no: number, asOf: string, columns: string): Promise<unknown> => warehouse.query(`SELECT ${columns} FROM models_at(as_of = '${asOf}') WHERE no = ${no}`).then(([row]) => row);
const loaded = '2023-11-01T08:00:00';
const stepOf = (no: number, step = 1) => build.modelScheduled({ model: no }).data.steps.filter((one) => one.step <= step);

describe('a model', () => {
  it('is overdue from its deadline on, for the deadline itself is too late; born overdue is told apart', async () => {
    await tell([loaded, (envelope) => build.modelScheduled({ model: 101, deadline: '2023-12-30', envelope })]);
    await tell([loaded, (envelope) => build.modelScheduled({ model: 102, deadline: '2023-10-30', envelope })]);
    expect(await model(101, '2023-12-29T23:59:59+07:00', 'lateness, days_late, born_overdue, last_day_on_time')).toEqual({ lateness: 'due', days_late: 0, born_overdue: false, last_day_on_time: '2023-12-29' });
    expect(await model(101, '2023-12-30', 'lateness, days_late')).toEqual({ lateness: 'overdue', days_late: 1 });
    expect(await model(102, '2023-11-05', 'lateness, days_late, born_overdue')).toEqual({ lateness: 'born-overdue', days_late: 7, born_overdue: true });
  });

  it('of Annex III is blocked until its unit is chosen, one of Annex II waits for C06 until something begins', async () => {
    await tell([loaded, (envelope) => build.modelScheduled({ model: 103, annex: 'III', needsUnit: true, envelope })], ['2024-01-10T09:00:00', (envelope) => build.modelUnitChosen({ model: 103, at: '2024-01-09', envelope })]);
    await tell([loaded, (envelope) => build.modelScheduled({ model: 104, annex: 'II', waitsForC06: true, envelope })], ['2024-01-10T09:00:00', (envelope) => build.stepStarted({ model: 104, at: '2024-01-09', envelope })]);
    expect(await model(103, '2024-01-10', 'status, blocker, unit_uid')).toEqual({ status: 'blocked', blocker: 'unit-not-chosen', unit_uid: '' });
    expect(await model(103, '2024-01-11', 'status, blocker, unit_uid, started_on')).toEqual({ status: 'in-progress', blocker: '', unit_uid: 'W25357@2025', started_on: '2024-01-09' });
    expect(await model(104, '2024-01-10', 'status')).toEqual({ status: 'waiting-c06' });
    expect(await model(104, '2024-01-11', 'status')).toEqual({ status: 'in-progress' });
  });

  it('of which only conditional steps are open is never late', async () => {
    const steps = stepOf(105).map((step) => ({ ...step, conditional: true }));
    await tell([loaded, (envelope) => build.modelScheduled({ model: 105, deadline: '2023-10-30', steps, envelope })]);
    expect(await model(105, '2026-01-01', 'status, lateness, days_late, born_overdue')).toEqual({ status: 'planned', lateness: 'conditional', days_late: 0, born_overdue: true });
  });

  it('that ended late is under way again when a step is reopened; a step unblocked is what it was before', async () => {
    await tell(
      [loaded, (envelope) => build.modelScheduled({ model: 106, deadline: '2023-12-30', endKind: 'completed', steps: stepOf(106), envelope })],
      ['2024-01-02T09:00:00', (envelope) => build.stepBlocked({ model: 106, at: '2024-01-02', cause: 'Thiếu máy', envelope })],
      ['2024-01-03T09:00:00', (envelope) => build.stepUnblocked({ model: 106, at: '2024-01-03', envelope })],
      ['2024-01-04T09:00:00', (envelope) => build.stepCompleted({ model: 106, at: '2024-01-04', envelope })],
      ['2024-01-05T09:00:00', (envelope) => build.modelPutInOperation({ model: 106, at: '2024-01-05', outcome: 'completed', envelope })],
      ['2024-01-06T09:00:00', (envelope) => build.stepReopened({ model: 106, at: '2024-01-06', cause: 'Sai', envelope })],
    );
    const step = async (asOf: string): Promise<unknown> => (await warehouse.query(`SELECT status, started_on, completed_on, blocked_on, cause, version FROM model_steps_at(as_of = '${asOf}') WHERE no = 106`))[0];
    const none = '1970-01-01';
    expect(await model(106, '2024-01-03', 'status, blocker, steps_blocked')).toEqual({ status: 'blocked', blocker: 'Thiếu máy', steps_blocked: 1 });
    expect(await step('2024-01-03')).toEqual({ status: 'blocked', started_on: none, completed_on: none, blocked_on: '2024-01-02', cause: 'Thiếu máy', version: 2 });
    expect(await step('2024-01-04')).toEqual({ status: 'planned', started_on: none, completed_on: none, blocked_on: none, cause: '', version: 3 });
    expect(await step('2024-01-05')).toEqual({ status: 'completed', started_on: '2024-01-04', completed_on: '2024-01-04', blocked_on: none, cause: '', version: 4 });
    expect(await model(106, '2024-01-06', 'status, lateness, days_late, ended_on')).toEqual({ status: 'completed', lateness: 'ended-late', days_late: 7, ended_on: '2024-01-05' });
    expect(await model(106, '2024-01-07', 'status, lateness, days_late, ended_on')).toEqual({ status: 'in-progress', lateness: 'overdue', days_late: 9, ended_on: none });
    expect(await step('2024-01-07')).toEqual({ status: 'in-progress', started_on: '2024-01-04', completed_on: none, blocked_on: none, cause: 'Sai', version: 6 });
  });

  it('that is kept up is healthy as long as its leads report on it, or that there is nothing; after their office has ended, as long as anyone does', async () => {
    const report = { period: '2024-01', reporter: 'A7', dueOn: '2024-02-05' };
    await tell(['2023-11-01T08:00:00', (envelope) => build.reporterAssigned({ reporter: 'A7', from: '2023-11', to: '2024-03', envelope })]);
    await tell(['2023-11-01T08:00:00', (envelope) => build.reporterAssigned({ reporter: 'U7', kind: 'unit', from: '2023-11', envelope })]);
    await tell(
      [loaded, (envelope) => build.modelScheduled({ model: 107, continuous: true, leads: [{ code: 'A7', vi: 'Cơ quan', from: null, to: null, collective: false }], steps: [], envelope })],
      ['2024-01-10T09:00:00', (envelope) => build.modelPutInOperation({ model: 107, at: '2024-01-10', envelope })],
    );
    await tell(
      ['2024-02-10T09:00:00', (envelope) => build.reportSubmitted({ ...report, models: [{ model: 1, text: 'x', indicators: [] }], envelope })],
      ['2024-02-11T09:00:00', (envelope) => build.reportAmended({ ...report, models: [{ model: 107, text: 'x', indicators: [] }], envelope })],
      ['2024-02-12T09:00:00', (envelope) => build.reportAmended({ ...report, models: [], nothing: true, envelope })],
    );
    await tell(['2024-05-02T09:00:00', (envelope) => build.reportSubmitted({ period: '2024-04', reporter: 'U7', dueOn: '2024-05-05', models: [{ model: 107, text: 'x', indicators: [] }], envelope })]);
    const healthOn = async (day: string): Promise<unknown> => ((await model(107, day, 'health')) as { health: string }).health;
    expect(await Promise.all(['2024-01-10', '2024-01-11', '2024-02-05', '2024-02-06', '2024-02-11', '2024-02-12', '2024-02-13', '2024-03-06', '2024-05-05', '2024-05-06'].map(healthOn))).toEqual(
      ['', 'not-yet', 'not-yet', 'silent', 'silent', 'healthy', 'healthy', 'silent', 'silent', 'healthy'],
    );
  });
});

describe('a report', () => {
  const duty = async (where: string, asOf: string): Promise<unknown[]> => [...(await warehouse.query(`SELECT period, request, status, days_late, revisions, receiver, verified FROM report_duty_at(as_of = '${asOf}') WHERE ${where} ORDER BY period, request`))];
  const filed = (reporter: string, given: object = {}) => ({ period: '2024-01', reporter, dueOn: '2024-02-05', ...given });

  it('is in until the local midnight that ends its last day, and late from then on; amended later it stays what it was', async () => {
    for (const [reporter, at] of [['B1', '2024-02-05T23:59:59'], ['B2', '2024-02-06T00:00:00']] as const) {
      await tell(['2023-11-01T08:00:00', (envelope) => build.reporterAssigned({ reporter, from: '2024-01', to: '2024-01', envelope })]);
      await tell([at, (envelope) => build.reportSubmitted({ ...filed(reporter), envelope })], ['2024-03-01T09:00:00', (envelope) => build.reportAmended({ ...filed(reporter), envelope })]);
    }
    const common = { period: '2024-01', request: '', receiver: 'CAH', verified: true };
    expect(await duty("reporter = 'B1'", '2024-02-06')).toEqual([{ ...common, status: 'in', days_late: 0, revisions: 1 }]);
    expect(await duty("reporter = 'B1'", '2024-03-02')).toEqual([{ ...common, status: 'in', days_late: 0, revisions: 2 }]);
    expect(await duty("reporter = 'B2'", '2024-03-02')).toEqual([{ ...common, status: 'late', days_late: 1, revisions: 2 }]);
    expect(await warehouse.query("SELECT reporter, revision, current, late FROM reports_at(as_of = '2024-03-02') WHERE reporter IN ('B1', 'B2') ORDER BY ALL")).toEqual([
      { reporter: 'B1', revision: 1, current: false, late: false }, { reporter: 'B1', revision: 2, current: true, late: false }, { reporter: 'B2', revision: 1, current: false, late: true }, { reporter: 'B2', revision: 2, current: true, late: true },
    ]);
  });

  it('is owed month by month: not yet, due, missing; and that there is nothing is a report too', async () => {
    await tell(['2023-11-01T08:00:00', (envelope) => build.reporterAssigned({ reporter: 'B3', from: '2024-01', envelope })]);
    await tell(['2024-03-03T09:00:00', (envelope) => build.reportSubmitted({ ...filed('B3', { period: '2024-02', dueOn: '2024-03-05' }), nothing: true, models: [], envelope })]);
    const statuses = async (asOf: string): Promise<unknown> => (await duty("reporter = 'B3'", asOf)).map((row) => (row as { status: string; days_late: number })).map(({ status, days_late }) => `${status} ${days_late}`);
    expect(await statuses('2024-01-31T23:59:59+07:00')).toEqual(['not-yet 0']);
    expect(await statuses('2024-02-01')).toEqual(['due 0', 'not-yet 0']);
    expect(await statuses('2024-02-06')).toEqual(['missing 1', 'not-yet 0']);
    expect(await statuses('2024-03-04')).toEqual(['missing 28', 'in 0', 'not-yet 0']);
  });

  it('is owed by a commune until it ends, and by its successor from then on', async () => {
    await tell(['2023-11-01T08:00:00', (envelope) => build.reporterAssigned({ reporter: 'W9@2018', kind: 'unit', from: '2025-05', to: '2025-06', envelope })]);
    await tell(['2025-07-01T08:00:00', (envelope) => build.reporterAssigned({ reporter: 'W9@2025', kind: 'unit', from: '2025-07', receiver: 'PC06', verified: false, envelope })]);
    const rows = await warehouse.query("SELECT reporter, period, status, receiver, verified FROM report_duty_at(as_of = '2025-08-10') WHERE reporter LIKE 'W9@%' ORDER BY period");
    expect(rows).toEqual([
      { reporter: 'W9@2018', period: '2025-05', status: 'missing', receiver: 'CAH', verified: true }, { reporter: 'W9@2018', period: '2025-06', status: 'missing', receiver: 'CAH', verified: true },
      { reporter: 'W9@2025', period: '2025-07', status: 'missing', receiver: 'PC06', verified: false }, { reporter: 'W9@2025', period: '2025-08', status: 'not-yet', receiver: 'PC06', verified: false },
    ]);
  });

  it('may be asked for beside the monthly ones', async () => {
    await tell(['2024-03-10T09:00:00', (envelope) => build.reportRequested({ request: 'yc-1', reporters: ['B8', 'B9'], dueOn: '2024-03-15', envelope })]);
    await tell(['2024-03-12T09:00:00', (envelope) => build.reportSubmitted({ period: '', request: 'yc-1', reporter: 'B8', dueOn: '2024-03-15', models: [{ model: 9, text: 'x', indicators: [{ code: 'b8', value: 2.5, target: 0, remark: '' }] }], envelope })]);
    const statuses = async (asOf: string): Promise<unknown> => (await duty("request = 'yc-1'", asOf)).map((row) => (row as { status: string }).status).sort();
    expect(await statuses('2024-03-10')).toEqual([]);
    expect(await statuses('2024-03-11')).toEqual(['due', 'due']);
    expect(await statuses('2024-03-16')).toEqual(['in', 'missing']);
    expect(await warehouse.query("SELECT period, request, no, value, target, has_target, source FROM indicator_values_at(as_of = '2024-03-16') WHERE code = 'b8'")).toEqual([{ period: '', request: 'yc-1', no: 9, value: 2.5, target: 0, has_target: true, source: 'entered' }]);
  });
});

import { loadLocality } from '@da06/reference';
import { eventBuilders, fixedClock } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../check/answer.ts';
import { boardOf, openBoardEngine, viewTo, type BoardEngine } from '../fixtures/engine.fixture.ts';
import { choosableOf } from '../lint/model.ts';

const board = boardOf('chuong-trinh');
const now = Date.parse('2024-01-10T08:00:00+07:00');
const all = { agency: 'all', unit: 'all', period: 'all' } as const;
const year = viewTo(now, 366, all);

let engine: BoardEngine;
beforeAll(async () => {
  engine = await openBoardEngine();
  const clock = fixedClock('2023-10-31T08:00:00+07:00');
  const make = eventBuilders({ clock });
  const { programme } = loadLocality();
  const at = <Made>(day: string, made: () => Made): Made => {
    clock.set(Date.parse(`${day}T09:00:00+07:00`));
    return made();
  };
  const step = (model: number, number: number, day: string, version: number) => ({ model, step: number, at: day, envelope: { streamversion: version } });
  const report = (reporter: string, period: string, dueOn: string) => ({ reporter, period, dueOn, envelope: { streamversion: 1 } });
  await engine.insert([
    // The plan as it was signed: 43 models, 39 to deploy, 128 steps; 14 had a deadline of the day before.
    ...programme.models.map((model) => make.modelScheduled({ ...model, envelope: { streamversion: 1 } })),
    ...programme.reporters.map((reporter, index) => make.reporterAssigned({ ...reporter, envelope: { streamversion: programme.reporters.slice(0, index + 1).filter((one) => one.reporter === reporter.reporter).length } })),
    // Model 9 (before 2023-12-30) is done in time.
    at('2023-11-10', () => make.stepCompleted(step(9, 1, '2023-11-10', 2))),
    at('2023-12-15', () => make.stepCompleted(step(9, 2, '2023-12-15', 3))),
    at('2023-12-28', () => make.stepCompleted(step(9, 3, '2023-12-28', 4))),
    at('2023-12-29', () => make.modelPutInOperation({ model: 9, at: '2023-12-29', envelope: { streamversion: 5 } })),
    // Model 10 (before 2023-11-30) is begun, then late, then blocked.
    at('2023-11-20', () => make.stepCompleted(step(10, 1, '2023-11-20', 2))),
    at('2023-12-01', () => make.stepStarted(step(10, 2, '2023-12-01', 3))),
    at('2023-12-05', () => make.stepBlocked({ ...step(10, 2, '2023-12-05', 4), cause: 'Chưa có đường truyền (mẫu).' })),
    // Of 24 reporters one is in for both months, one late for the first.
    at('2023-12-04', () => make.reportSubmitted(report('VHTT', '2023-11', '2023-12-05'))),
    at('2023-12-07', () => make.reportSubmitted(report('W25327@old', '2023-11', '2023-12-05'))),
    at('2024-01-05', () => make.reportSubmitted(report('VHTT', '2023-12', '2024-01-05'))),
    at('2024-01-10', () => make.facilityRegistered({ id: 'ks-test-01' })),
  ]);
});
afterAll(() => engine.close());

const shown = (id: number, view = year): Promise<Answer['data']> => engine.rowsOf(board, id, view);
const values = async (ids: readonly number[], view = year): Promise<readonly unknown[]> => Promise.all(ids.map(async (id) => (await shown(id, view))[0]));

describe('the programme, ten weeks after the real plan was signed', () => {
  it('counts 39 of 43 models to deploy, one at its end, 12 blocked, 22 overdue and the 14 that were late when signed apart', async () => {
    // Blocked: model 10, and 11 models without their pilot unit. Of the 14, model 25 waits for a conditional step alone, and that is no lateness.
    expect(await values([11, 12, 13, 14, 15, 16])).toEqual([[39], [1], [4 / 128], [12], [22], [14, 13]]);
    expect(await shown(17)).toEqual([['Trong kế hoạch', 43], ['Triển khai', 39], ['Đã bắt đầu', 2], ['Xong ít nhất một bước', 2], ['Đã đạt đích', 1]]);
  });
  it('shows overdue models at their lead agency, and for a chosen agency those alone', async () => {
    expect((await shown(19))[0]).toEqual(['Phòng Văn hóa và Thông tin', 9, 5]);
    expect(await shown(19, viewTo(now, 30, { ...all, agency: ['NHCS'] }))).toEqual([[expect.any(String), 0, 1]]);
  });
  it('draws steps completed against steps due, and nothing behind the as-of day', async () => {
    const days = new Map((await shown(31, viewTo(now + 5 * 86_400_000, 80, all))).map(([time, ...figures]) => [String(time).slice(0, 10), figures]));
    expect(['2023-10-31', '2023-11-20', '2023-12-01', '2024-01-10', '2024-01-11'].map((day) => days.get(day)?.[0])).toEqual([0, 2, 2, 4, null]);
    // 123 steps of 37 models whose deadline has passed, one of them conditional; the day before, those of the 14 alone.
    const due = programmeSteps();
    expect(['2023-11-29', '2023-11-30', '2023-12-30'].map((day) => days.get(day)?.[1])).toEqual([due('2023-10-30'), due('2023-11-30'), 122]);
  });
  it('tells the life of a model: begun, overdue, blocked', async () => {
    const life = (await shown(32)).filter(([, model]) => String(model).startsWith('10 '));
    expect(life.map(([time, , state]) => [String(time).slice(0, 10), state])).toEqual([['2023-10-31', 0], ['2023-11-20', 1], ['2023-11-30', 2], ['2023-12-05', 3], ['2024-01-10', 3]]);
  });
  it('counts reports in, late and missing, and calls the newest month complete to one in 24', async () => {
    expect(await values([41, 42, 43, 2])).toEqual([[2], [1], [45], [1 / 24]]);
    expect(await values([41, 42, 43], viewTo(now, 366, { ...all, period: ['2023-11'] }))).toEqual([[1], [1], [22]]);
    expect((await shown(46)).filter(([, reporter]) => reporter === 'Phòng Văn hóa và Thông tin').map(([time, , state]) => [String(time).slice(0, 7), state])).toEqual([['2023-11', 0], ['2023-12', 0], ['2024-01', 4]]);
  });
  it('offers agencies that lead or report, reporting communes, and months', async () => {
    const offered = await Promise.all(choosableOf(board).map(async ({ name, sql }) => [name, (await engine.ask(sql)).data] as const));
    expect(offered.map(([name, rows]) => [name, rows.length])).toEqual([['agency', 11], ['unit', 13], ['period', 3]]);
    expect(offered.map(([, rows]) => rows[0])).toEqual([['TKE', 'Chi cục Thống kê Bình Long – Hớn Quản'], ['W25357@old', 'UBND thị trấn Tân Khai'], ['2024-01', '01/2024']]);
  });
  it('lists a model with its blocker', async () => {
    expect((await shown(21)).find(([no]) => no === 10)?.slice(4)).toEqual(['blocked', 1 / 3, '1/3', '2023-11-30', 'overdue', 42, expect.stringContaining('Chưa có đường truyền (mẫu).')]);
  });
});

/** Steps of the plan that are due by a day, counted from the plan itself. */
const programmeSteps = () => {
  const { models } = loadLocality().programme;
  return (day: string): number => models.filter(({ standing, deadline }) => standing === 'deployable' && deadline !== null && deadline <= day).flatMap(({ steps }) => steps).filter(({ conditional }) => !conditional).length;
};

import { askingOf, choosableOf, queriesOf } from '@da06/dashboards';
import { eventTypes, shortName } from '@da06/events';
import { eventBuilders, fixedClock } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplanationAnswer } from '../api.ts';
import { allBoards, type Board } from '../boards/catalogue.ts';
import { startConsole, type Started } from '../testing/started.ts';
import { isFed, namesFeeding, typesFeeding, viewsOf } from './feeding.ts';

const to = Date.parse('2026-11-20T11:30:00.000Z');
const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
let started: Started;
beforeAll(async () => {
  started = await startConsole(afterAll);
  const build = eventBuilders({ seed: 5, clock: fixedClock(to - hour) });
  const arrived = { facility: 'ks-thu-01' };
  await started.insert(
    build.facilityRegistered({ id: 'ks-thu-01', unit: 'W25357@2025', validFrom: '2026-01-01' }),
    build.checkedIn({ ...arrived, ref: 'R-1', envelope: { time: iso(to - 10 * hour) } }), build.checkedIn({ ...arrived, ref: 'R-2', envelope: { time: iso(to - 50 * hour) } }),
    build.checkedIn({ ...arrived, ref: 'R-3', envelope: { time: iso(to - 800 * hour), recordedtime: iso(to - 799 * hour) } }),
    build.checkedOut({ ...arrived, ref: 'R-1' }), build.feedBatchReceived(arrived), build.deadLetterRecorded(),
    build.incidentRecorded({ envelope: { time: iso(to - 100 * hour) } }), build.incidentRecorded({ envelope: { time: iso(to - 2 * hour) } }),
  );
});

const boardOf = (uid: string): Board => allBoards().find((board) => board.uid === uid) ?? expect.fail(uid);
const explained = async (uid: string, panel: number, days = 30): Promise<ExplanationAnswer> => {
  const variables = Object.fromEntries(choosableOf(boardOf(uid)).map(({ name, several, first }) => [name, several ? 'all' : [first]]));
  const { status, body } = await started.ask('/console/explanation', { uid, panel, from: to - days * 24 * hour, to, interval: hour, variables });
  expect(status, JSON.stringify(body)).toBe(200);
  return body as ExplanationAnswer;
};

describe('what feeds a view', () => {
  it('is known of every view that any board reads', async () => {
    const there = new Set((await started.warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND engine = 'View'")).map(({ name }) => name));
    const read = new Set(allBoards().flatMap((board) => queriesOf(board).flatMap(({ sql }) => [...sql.matchAll(/\b(?:FROM|JOIN|IN)\s+(?:da06\.)?(\w+)/gi)].map(([, name = '']) => name).filter((name) => there.has(name)))));
    expect(read.size).toBeGreaterThan(35);
    expect([...read].filter((view) => !isFed(view))).toEqual([]);
  });

  it('is told by names that events have', () => {
    const known = new Set(eventTypes.map((type) => shortName(type).replace(/\.v\d+$/, '')));
    expect(namesFeeding().length).toBeGreaterThan(30);
    expect(namesFeeding().filter((name) => !known.has(name))).toEqual([]);
  });

  it('is what is counted; names and days beside it are not, unless nothing else is read', () => {
    expect(viewsOf('SELECT 1 FROM stay_notices JOIN da06.units USING x WHERE a IN (SELECT b FROM as_of) AND c FROM numbers')).toEqual(['stay_notices', 'units', 'as_of']);
    expect(typesFeeding(['coach_daily', 'units', 'as_of'])).toEqual(['vn.da06.coach-trip.reported.v1']);
    expect(typesFeeding(['units'])).toEqual(['vn.da06.unit.published.v1']);
    expect(typesFeeding(['as_of'])).toEqual(eventTypes);
    expect(typesFeeding([])).toEqual([]);
  });
});

describe('an explanation', () => {
  it('has the definition, the statement, the views and the events of the range', async () => {
    const told = await explained('suc-khoe-du-lieu', 28, 20);
    expect(told).toMatchObject({ title: 'Lượt lưu trú theo hạn thông báo', views: ['stay_notices'], events: 3, types: [{ type: 'vn.da06.stay.checked-in.v1', events: 2 }, { type: 'vn.da06.stay.checked-out.v1', events: 1 }], lastData: to - hour, late: { by: 'deadline' } });
    expect(told.sql).toContain(`toDateTime(${to / 1000})`);
    expect(told.sql).not.toContain('$__');
    expect(told.definition.length).toBeGreaterThan(20);
  });

  it('counts what was received more than a day after it happened, where no law says otherwise', async () => {
    expect(await explained('an-ninh', 11)).toMatchObject({ events: 2, late: { by: 'day', late: 1, of: 2 } });
  });

  it('counts dead letters, which are no events', async () => {
    expect(await explained('suc-khoe-du-lieu', 41)).toMatchObject({ views: ['dead_letters'], events: 1, types: [{ type: 'vn.da06.dead-letter.recorded.v1', events: 1 }] });
  });

  it('of nothing in the range says so', async () => {
    expect(await explained('chuong-trinh', 11)).toMatchObject({ events: 0, types: [], lastData: null, late: { late: 0, of: 0 } });
  });

  it('names the indicator that its description repeats', async () => {
    const panel = askingOf(boardOf('du-lich')).find(({ id }) => id === 11);
    await started.insert(eventBuilders({ seed: 9, clock: fixedClock(to) }).indicatorDefined({ code: 'dl.arrivals', vi: 'Lượt khách', en: 'Arrivals', definitionVi: panel?.description ?? '' }));
    expect((await explained('du-lich', 11)).indicators).toMatchObject([{ id: 'dl.arrivals', name: 'Lượt khách' }]);
  });
});

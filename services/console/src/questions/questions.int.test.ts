import { askingOf, choosableOf } from '@da06/dashboards';
import { createMetrics } from '@da06/service-kit';
import { eventBuilders, fixedClock } from '@da06/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { opens } from '../access/opens.ts';
import type { PanelAnswer, ViewAsked } from '../api.ts';
import { allBoards, type Board } from '../boards/catalogue.ts';
import { createConsoleMetrics } from '../metrics.ts';
import { startConsole, type Started } from '../testing/started.ts';
import { createAsk } from './ask.ts';

// Clocks that go forward and back: what the engine writes without a zone is in the zone of its machine.
process.env['TZ'] = 'America/New_York';

const to = Date.parse('2026-11-20T11:30:00.000Z');
const day = 24 * 3_600_000;
const statements: string[] = [];
let started: Started;
beforeAll(async () => {
  started = await startConsole(afterAll, (sql) => void statements.push(sql));
  const build = eventBuilders({ seed: 5, clock: fixedClock(to - 3_600_000) });
  await started.insert(
    build.facilityRegistered({ id: 'ks-thu-01', name: 'Khách sạn <script>alert(1)</script>', unit: 'W25357@2025', validFrom: '2026-01-01', rooms: 20, beds: 40 }),
    build.checkedIn({ facility: 'ks-thu-01', ref: 'R-1' }), build.feedBatchReceived({ facility: 'ks-thu-01' }),
    build.holidayPublished({ code: 'thu', year: 2026, from: '2026-11-10', to: '2026-11-12', vi: 'Lễ Thử', en: 'Festival of tests', dayOff: true }),
  );
});
beforeEach(() => void statements.splice(0));

/** All of what can be chosen in any number; the first of what is chosen alone. */
const viewOf = ({ uid = '', ...board }: Board, days = 30): ViewAsked & { uid: string } => ({
  uid, from: to - days * day, to, interval: 3_600_000, variables: Object.fromEntries(choosableOf(board).map(({ name, several, first }) => [name, several ? 'all' : [first]])),
});
const boardOf = (uid: string): Board => allBoards().find((board) => board.uid === uid) ?? expect.fail(uid);
const tourism = viewOf(boardOf('du-lich'));
const ask = (path: string, body: unknown, key?: string) => started.ask(path, body, key);

describe('every board that a wall may open', () => {
  it.each(allBoards().flatMap((board) => (opens('wall', board.uid ?? '') && board.uid?.endsWith('-en') === false ? [[board.uid, board] as const] : [])))('%s: each panel, variable and marked time is answered, and tells no facility by its name', async (uid, board) => {
    const view = viewOf(board);
    const panels = askingOf(board).map(({ id }) => ({ path: '/console/panel', body: { ...view, panel: id }, answer: { fields: expect.any(Array) as [] } }));
    const variables = choosableOf(board).map(({ name }) => ({ path: '/console/variable', body: { ...view, name }, answer: { options: expect.any(Array) as [] } }));
    const annotations = (board.annotations?.list ?? []).map(({ name }) => ({ path: '/console/annotation', body: { ...view, name }, answer: { marks: expect.any(Array) as [] } }));
    expect(panels.length).toBeGreaterThan(10);
    await Promise.all([...panels, ...variables, ...annotations].map(async ({ path, body, answer }) => {
      const answered = await ask(path, body, 'wall');
      expect(answered, `${uid} ${JSON.stringify(body)}`).toMatchObject({ status: 200, body: answer });
      expect(JSON.stringify(answered.body)).not.toMatch(/Khách sạn|ks-thu-01/);
    }));
  });
});

describe('a marked time', () => {
  it('is from midnight to midnight in Vietnam, wherever the machine’s clock is', async () => {
    expect((await ask('/console/annotation', { ...tourism, name: 'Ngày lễ, lễ hội' })).body).toEqual({ marks: [{ from: Date.parse('2026-11-10T00:00+07:00'), to: Date.parse('2026-11-13T00:00+07:00'), text: 'Lễ Thử', tags: 'nghỉ lễ', color: 'purple' }] });
  });
});

describe('times of an engine whose machine is in New York', () => {
  const asked = async (sql: string): Promise<unknown[]> => {
    const { fields } = await createAsk({ warehouse: started.warehouse, metrics: createConsoleMetrics(createMetrics(), { listeners: () => 0 }) })(sql);
    return fields.map(({ values }) => values[0]);
  };
  it.each([Date.UTC(2026, 0, 15, 3), Date.UTC(2026, 6, 15, 3), Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 7, 30)])('are the same instant with a zone, with another and without: %i', async (instant) => {
    const seconds = instant / 1000;
    expect(await asked(`SELECT toDateTime(${seconds}) AS a, toDateTime(${seconds}, 'Asia/Ho_Chi_Minh') AS b, fromUnixTimestamp64Milli(${instant}, 'UTC') AS c, fromUnixTimestamp64Milli(${instant}) AS d, timezone() AS e`)).toEqual([instant, instant, instant, instant, 'America/New_York']);
  });
});

describe('what is asked', () => {
  const panel = { ...tourism, panel: 11 };
  it.each<[string, object, string]>([
    ['a range that ends before it begins', { ...panel, from: to + 1 }, '/to field.not-allowed-value'],
    ['a range of no length', { ...panel, from: to }, '/to field.not-allowed-value'],
    ['more than thirty years', { ...panel, from: to - 31 * 366 * day, interval: day }, '/from field.not-allowed-value'],
    ['more steps than a screen has', { ...panel, interval: 1 }, '/interval field.not-allowed-value'],
    ['a time that is none', { ...panel, to: '2026-11-20' }, '/to field.type'],
    ['no board', { ...panel, uid: undefined }, '/uid field.required'],
    ['SQL', { ...panel, sql: 'SELECT 1' }, ' field.not-allowed-value'],
    ['a variable that the board does not have', { ...panel, variables: { ...panel.variables, other: ['x'] } }, '/variables/other field.not-allowed-value'],
    ['all of what is chosen alone', { ...panel, variables: { ...panel.variables, boundary: 'all' } }, '/variables/boundary field.not-allowed-value'],
    ['several of what is chosen alone', { ...panel, variables: { ...panel.variables, boundary: ['each', '2025-07-01'] } }, '/variables/boundary field.not-allowed-value'],
    ['a statement’s variable left out', { ...panel, variables: { boundary: ['each'], kind: 'all' } }, '/variables/unit field.required'],
  ])('is refused by place and code: %s', async (_what, body, expected) => {
    const { status, body: answer } = await ask('/console/panel', body);
    const { pointer, code } = answer as { pointer: string; code: string };
    expect([status, `${pointer} ${code}`]).toEqual([422, expected]);
    expect(statements).toEqual([]);
  });

  it('is refused whole when it cannot be read, or is no JSON', async () => {
    const send = async (body: string, type: string): Promise<unknown> => ((await (await started.console.fetch(new Request('http://h/console/panel', { method: 'POST', headers: { authorization: 'Bearer admin', 'content-type': type }, body }))).json()) as { code: string }).code;
    expect(await send('{', 'application/json')).toBe('request.unreadable');
    expect(await send('{}', 'text/plain')).toBe('request.media-type');
    expect(await send(JSON.stringify({ uid: 'x'.repeat(300_000) }), 'application/json')).toBe('request.too-large');
  });

  it('is nothing that the board does not have', async () => {
    for (const [path, body] of [['panel', { ...tourism, panel: 9999 }], ['panel', { ...panel, uid: 'nothing' }], ['variable', { ...tourism, name: 'datasource' }], ['variable', { ...tourism, name: 'constructor' }], ['annotation', { ...tourism, name: 'x' }]] as const)
      expect(await ask(`/console/${path}`, body)).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
    expect(statements).toEqual([]);
  });

  it('is quoted, whatever is chosen', async () => {
    const { status, body } = await ask('/console/panel', { ...panel, variables: { ...panel.variables, unit: ["x') OR 1 = 1 --", '\\', "'; DROP TABLE stays; --", '${boundary:raw}'] } });
    expect([status, (body as PanelAnswer).rows]).toEqual([200, 1]);
    expect(statements.find((sql) => sql.includes('DROP'))).toContain("'\\'; DROP TABLE stays; --'");
  });

  it('is asked once by several walls at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/console/panel', panel, 'wall')));
    expect(new Set(answers.map(({ body }) => JSON.stringify((body as PanelAnswer).fields))).size).toBe(1);
    expect(statements).toHaveLength(1);
  });
});

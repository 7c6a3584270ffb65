import type { Envelope } from '@da06/events';
import { readFixtures } from '@da06/events/fixtures';
import { eventBuilders, fixedClock, tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { VariableType, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardFiles } from './boards.ts';
import { expand, type View } from './expand/expand.ts';
import { nameOf, panelsOf, queriesOf, variablesOf } from './lint/model.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 01:30 of the 21st in Vietnam: the 20th in UTC. */
const now = Date.parse('2026-11-20T18:30:00.000Z');
const boards = [...dashboardFiles().values()];

let warehouse: Warehouse;
let remove = (): void => undefined;

type Answer = { readonly meta: readonly { name: string; type: string }[]; readonly data: readonly (readonly unknown[])[] };
/** By the way people's queries go, so that the guard is known to let each of them through. */
const ask = async (sql: string): Promise<Answer> => JSON.parse(Buffer.from((await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' })).bytes).toString()) as Answer;

const encoder = createRowEncoder();
const rows = (events: readonly AnyEvent[]): Uint8Array[] => events.map((event) => encoder.of(event as Envelope)?.row ?? Buffer.alloc(0));

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: tempFolder((clean) => { remove = clean; }) });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  remove();
});

const facility = (values: readonly string[], all = false): View['variables'] => ({ facility: { values, all } });
const choices: readonly (readonly [string, View['variables']])[] = [
  ['every facility', facility(['ks-test-01', 'ks-test-02', 'ks-mau-01'], true)],
  ['one', facility(['ks-test-01'])],
  ['two', facility(['ks-test-01', 'ks-test-02'])],
  ['one with a quote in its name', facility(["o'hara\\"])],
];
const ranges: readonly (readonly [string, Omit<View, 'variables'>])[] = [
  ['five minutes', { from: now - 5 * 60_000, to: now, interval: 1000 }],
  ['a day', { from: now - day, to: now, interval: 60_000 }],
  ['a week', { from: now - 7 * day, to: now + hour, interval: 600_000 }],
  ['two years', { from: now - 730 * day, to: now, interval: 12 * hour }],
  ['a range before any data', { from: Date.parse('2001-01-01T00:00:00Z'), to: Date.parse('2001-02-01T00:00:00Z'), interval: hour }],
];
const views = choices.flatMap(([which, variables]) => ranges.map(([range, of]) => [`${which}, ${range}`, { ...of, variables }] as const));
/** The languages differ in column names alone: the English board is run over fewer views. */
const cases = boards.flatMap((board, index) => views.filter((_, at) => index === 0 || at % 7 === 0).map(([name, view]) => [`${board.uid ?? ''}: ${name}`, board, view] as const));

const runAll = async (board: Dashboard, view: View): Promise<number> => {
  let ran = 0;
  for (const panel of panelsOf(board)) {
    const targets = (panel.targets ?? []) as unknown as readonly { rawSql: string; format: 0 | 1 }[];
    for (const { rawSql, format } of targets) {
      const { meta, data } = await ask(expand(rawSql, view)).catch((cause: unknown) => { throw new Error(`${nameOf(panel)}: ${rawSql}`, { cause }); });
      checkForm(nameOf(panel), format, meta, data);
      if (panel.type === 'stat') expect(data, nameOf(panel)).toHaveLength(1);
      ran += 1;
    }
  }
  return ran;
};

const checkForm = (where: string, format: 0 | 1, meta: Answer['meta'], data: Answer['data']): void => {
  for (const value of data.flat()) if (typeof value === 'number') expect(Math.abs(value), where).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  for (const [index, { type }] of meta.entries()) if (/Int64$/.test(type)) for (const row of data) expect(Number(row[index]), `${where}: 64 bits`).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  if (format === 1) return;
  expect(meta[0], where).toMatchObject({ name: 'time', type: expect.stringMatching(/^DateTime/) as string });
  const times = data.map(([time]) => String(time));
  expect(times, `${where}: sorted by time`).toEqual([...times].sort());
  expect(data.length, `${where}: rows on a screen`).toBeLessThan(20_000);
};

const valueOf = async (id: number, view: View, language = 0): Promise<Answer['data']> => {
  const panel = panelsOf(boards[language] as Dashboard).find((one) => one.id === id);
  const [target] = (panel?.targets ?? []) as unknown as readonly { rawSql: string }[];
  return (await ask(expand(target?.rawSql ?? '', view))).data;
};
const week: View = { from: now - 7 * day, to: now + hour, interval: 600_000, variables: facility([], true) };

describe('on an empty warehouse', () => {
  it.each(boards.map((board) => [board.uid ?? '', board] as const))('%s runs and shows no false figure', async (_uid, board) => {
    expect(await runAll(board, week)).toBe(panelsOf(board).length);
    expect(await valueOf(1, week)).toEqual([[null]]);
    expect(await valueOf(2, week)).toEqual([[null]]);
    expect(await valueOf(4, week)).toEqual([[null]]);
  });
});

describe('with events of every type', () => {
  beforeAll(async () => {
    const clock = fixedClock(now - 3 * day);
    const make = eventBuilders({ seed: 7, clock });
    const registered = ['ks-test-01', 'ks-test-02', 'ks-test-03'].map((id) => make.facilityRegistered({ id }));
    clock.set(now - 2 * hour);
    const stays = Array.from({ length: 12 }, () => make.checkedIn());
    const changes = [make.corrected({ ref: stays[0]?.data.ref ?? '' }), make.checkedOut({ ref: stays[1]?.data.ref ?? '' }), make.cancelled({ ref: stays[2]?.data.ref ?? '' })];
    const batches = [
      make.feedBatchReceived({ received: 16, accepted: 14, duplicate: 2, amended: 0, late: 3, rejected: 2, codes: { 'field.required': 2, 'guest.name-one-word': 1 } }),
      make.feedBatchReceived({ single: true, received: 3, accepted: 3, duplicate: 0, amended: 3, rejected: 0, codes: {} }),
    ];
    const letter = make.deadLetterRecorded({ causeCode: 'event.schema' });
    const redriven = make.deadLetterRecorded({});
    await warehouse.insertEvents(rows([...registered, ...stays, ...changes, ...batches, letter, redriven, make.deadLetterRedriven({ id: redriven.data.id }), make.facilityDayReported({ facility: 'ks-test-02' })]));
    await warehouse.recomputeNights(stays.map(({ data: { facility, ref } }) => ({ facility, ref, person: '' })));
  });

  it.each(cases)('%s', async (_name, board, view) => {
    expect(await runAll(board, view)).toBe(panelsOf(board).length);
  });
  it('fills its variables, the value first and the text second', async () => {
    for (const board of boards) for (const variable of variablesOf(board).filter(({ type }) => type === VariableType.Query)) {
      const { meta, data } = await ask(queriesOf(board).find(({ where }) => where === `variable ${variable.name}`)?.sql ?? '');
      expect([meta.length, data.length]).toEqual([2, 3]);
      expect(data[0]).toEqual(['ks-test-01', 'Khách sạn Thử (ks-test-01)']);
    }
  });
  it('shows the as-of time, and two of three facilities as heard', async () => {
    expect(await valueOf(1, week)).toEqual([[String(now - 2 * hour)]].map(([text]) => [Number(text)]));
    expect(await valueOf(2, week)).toEqual([[2 / 3]]);
    expect(await valueOf(61, week)).toEqual([[1]]);
    expect((await valueOf(62, week)).map(([id, , , heard]) => [id, heard])).toEqual([['ks-test-03', 'chưa bao giờ']]);
  });
  it('counts what was received and what became of it', async () => {
    expect((await Promise.all([21, 22, 23, 24, 25, 26].map((id) => valueOf(id, week)))).map(([row]) => row?.[0])).toEqual([19, 17, 2 / 19, 2, 3, 3]);
    expect(await valueOf(29, week)).toEqual([['field.required', 2, 1], ['guest.name-one-word', 1, 1]]);
  });
  it('shows the dead letter that waits, and not the one that was put back', async () => {
    expect(await valueOf(41, week)).toEqual([[1]]);
    expect((await valueOf(43, week)).map((row) => row.slice(0, 3))).toEqual([['event.schema', 'da06.residence-registration', 1]]);
  });
  it('begins days at midnight in Vietnam, and leaves none out', async () => {
    const days = await valueOf(28, week);
    expect(days.map(([time]) => time)).toEqual(['14', '15', '16', '17', '18', '19', '20'].map((date) => `2026-11-${date} 00:00:00`).concat('2026-11-21 00:00:00'));
    const counted = days.filter((row) => row.slice(1).some((value) => value !== 0));
    expect(counted.map(([time]) => time)).toEqual(['2026-11-20 00:00:00']);
    expect(counted[0]?.slice(1).reduce<number>((sum, value) => sum + Number(value), 0)).toBe(11);
  });
  it('reconciles to nothing, and shows a loss and a double as what they are', async () => {
    expect(await valueOf(52, week)).toEqual([['2026-11-20', 15, 15, 0]]);
    expect(await valueOf(51, week)).toEqual([[0]]);
    const make = eventBuilders({ seed: 99, clock: fixedClock(now) });
    await warehouse.insertEvents(rows([make.feedBatchReceived({ received: 5, accepted: 5, duplicate: 0, rejected: 0, codes: {} }), make.checkedIn(), make.checkedIn()]));
    expect(await valueOf(51, week)).toEqual([[3]]);
    expect((await valueOf(52, week, 1))[0]).toEqual(['2026-11-21', 5, 2, 3]);
  });
  it('takes the recorded fixture of every event into the tables', async () => {
    await warehouse.insertEvents(rows(readFixtures().map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')) as AnyEvent)));
    const found = await warehouse.query<{ type: string }>("SELECT DISTINCT type FROM events WHERE facility_id = 'ks-mau-01' OR subject = 'key-mau' ORDER BY type");
    expect(found.length).toBeGreaterThanOrEqual(11);
    expect(await warehouse.query("SELECT facility_id FROM feed_health WHERE facility_id = 'ks-mau-01'")).toHaveLength(1);
    // The fixtures close it before their own as-of time: what is closed is not silent.
    expect((await valueOf(63, week)).map(([id]) => id)).not.toContain('ks-mau-01');
  });
});

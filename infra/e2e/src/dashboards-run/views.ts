import { expand } from '@da06/dashboards';
import type { Warehouse } from '@da06/warehouse';
import { asOf } from '../district/facilities.ts';
import { readBoards, statementsOf, type Board } from './boards.ts';
import { costOf } from './measure.ts';
import type { BoardCost, PanelCost } from './measured.ts';

const day = 86_400_000;
const ranges = [['24h', day], ['30d', 30 * day]] as const;

/** Figures of days, whole: every place, kind and value. */
const figuresOfDays = ['tourism_daily', 'tourism_origin', 'occupancy', 'compliance_daily', 'compliance_delays'];
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What people ask the views for by hand: a facility's day, a month of nights, a day of events, the state of every feed, figures of a month and of a year. */
const peoplesQueries = (facility: string): readonly (readonly [name: string, sql: string])[] => {
  const since = new Date(asOf - 10 * day).toISOString().slice(0, 10);
  const month = since.slice(0, 8);
  return [
    ['stays: cơ sở, ngày · a facility, a day', `SELECT * FROM stays WHERE facility_id = '${facility}' AND arrived_at >= toDateTime64('${since} 00:00:00', 3, 'Asia/Ho_Chi_Minh') AND arrived_at < toDateTime64('${since} 00:00:00', 3, 'Asia/Ho_Chi_Minh') + INTERVAL 1 DAY ORDER BY arrived_at`],
    ['stay_nights: tháng · a month', `SELECT night, unit_uid, count() AS nights, countIf(first_night) AS arrivals FROM stay_nights WHERE night BETWEEN '${month}01' AND toLastDayOfMonth(toDate('${month}01')) AND tourism GROUP BY night, unit_uid ORDER BY night, unit_uid`],
    ['events: một ngày · a day', `SELECT type, count() AS events FROM events WHERE recorded_at >= toDateTime64('${since} 00:00:00', 3, 'Asia/Ho_Chi_Minh') AND recorded_at < toDateTime64('${since} 00:00:00', 3, 'Asia/Ho_Chi_Minh') + INTERVAL 1 DAY GROUP BY type ORDER BY type`],
    ['feed_health: mọi cơ sở · all', 'SELECT * FROM feed_health ORDER BY facility_id'],
    ...figuresOfDays.flatMap((view) => [
      [`${view}: 30 ngày · 30 days`, `SELECT * FROM ${view} WHERE day > toDate('${dayOf(asOf - 30 * day)}')`] as const,
      [`${view}: một năm · a year`, `SELECT * FROM ${view} WHERE day > toDate('${dayOf(asOf - 365 * day)}')`] as const,
    ]),
    ["compliance_daily: một năm, toàn địa bàn · a year, of all", `SELECT * FROM compliance_daily WHERE day > toDate('${dayOf(asOf - 365 * day)}') AND place_kind = 'all' AND facility_kind = ''`],
    ["tourism_daily: một năm theo địa giới cũ · a year on other boundaries", `SELECT * FROM tourism_daily_at(boundary = '2025-06-30') WHERE day > toDate('${dayOf(asOf - 365 * day)}')`],
  ];
};

type Asked = Pick<Warehouse, 'personQuery'>;
type Choice = Parameters<typeof statementsOf>[1]['variables'];

const reason = (error: unknown): string => (error instanceof Error ? `${error.message} ${JSON.stringify((error as { context?: unknown }).context ?? '')}` : String(error)).slice(0, 160);

/** Values a variable offers, in the board's order. */
const valuesOf = async (warehouse: Asked, sql: string): Promise<string[]> => {
  const { bytes } = await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' });
  return (JSON.parse(Buffer.from(bytes).toString()) as { data: [unknown, ...unknown[]][] }).data.map(([value]) => String(value));
};

/** Every variable at "all", and every variable at its first value alone; one that takes a single value as it begins. */
const choicesOf = async (warehouse: Asked, board: Board): Promise<(readonly [string, Choice])[]> => {
  const begin: Choice = Object.fromEntries(board.variables.map(({ name, several, first }) => [name, several ? { values: [], all: true } : { values: [first] }]));
  const offered = await Promise.all(board.variables.map(async (variable) => ({ ...variable, values: await valuesOf(warehouse, expand(variable.sql, { from: asOf - 30 * day, to: asOf, interval: day, variables: begin })) })));
  const several = offered.filter((variable) => variable.several);
  const all: Choice = { ...begin, ...Object.fromEntries(several.map(({ name, values }) => [name, { values, all: true }])) };
  const one: Choice = { ...begin, ...Object.fromEntries(several.map(({ name, values }) => [name, { values: values.slice(0, 1) }])) };
  return several.length === 0 ? [['tất cả · all', all]] : [['tất cả · all', all], ['một · one', one]];
};

/** Asks every panel of every dashboard, and the views that people query, at each range and choice. */
export const measureBoards = async (warehouse: Asked, { registers, say }: { readonly registers: boolean; readonly say: (text: string) => void }): Promise<{ panels: PanelCost[]; boards: BoardCost[] }> => {
  const panels: PanelCost[] = [];
  const boards: BoardCost[] = [];
  const take = async (place: Pick<PanelCost, 'board' | 'panel' | 'title' | 'view'>, statements: readonly string[]): Promise<void> => {
    try {
      panels.push({ ...place, ...(await costOf(warehouse, statements)), failed: null });
    } catch (error) {
      panels.push({ ...place, ms: null, rows: null, bytes: null, failed: reason(error) });
    }
  };
  for (const board of readBoards()) {
    for (const [which, variables] of await choicesOf(warehouse, board)) {
      for (const [range, width] of ranges) {
        const view = `${range}, ${which}`;
        say(`${board.uid}: ${view}`);
        const asked = board.panels.map((panel) => ({ panel, statements: statementsOf(panel, { from: asOf - width, to: asOf, variables }) }));
        for (const { panel, statements } of asked) await take({ board: board.uid, panel: String(panel.id), title: panel.title, view }, statements);
        const began = performance.now();
        const failed = await Promise.all(asked.flatMap(({ statements }) => statements.map((sql) => warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' })))).then(() => null, reason);
        boards.push({ board: board.uid, view, ms: failed === null ? performance.now() - began : null, failed });
      }
    }
  }
  say('people’s views');
  for (const [index, [title, sql]] of peoplesQueries('cs-mau-0000').entries()) {
    // An empty register would answer at once.
    if (registers || !title.startsWith('stays:')) await take({ board: 'views', panel: String(index + 1), title, view: '' }, [sql]);
  }
  return { panels, boards };
};

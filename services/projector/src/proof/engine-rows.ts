import type { Warehouse } from '@da06/warehouse';
import type { ReferenceRows } from './reference.ts';

type Queries = Pick<Warehouse, 'query'>;

/** Figures of residents and workers: computed of views that are compared themselves, and each takes the engine long to plan. */
const figures = ['population', 'households', 'population_change', 'population_indicators', 'household_indicators', 'population_rates', 'labour', 'labour_indicators', 'labour_coverage', 'labour_change'];
const figuresOfAnyDay = new Set(figures.map((name) => `${name}_at`));

/** Figures of days on other boundaries: the same days placed otherwise; those of incidents are asked by their twins. */
const figuresOfBoundaries = new Set(['tourism_daily_at', 'tourism_origin_at', 'occupancy_at', 'compliance_daily_at', 'incident_rates_at', 'incident_hours_at']);

/**
 * Every row of every view as text, sorted: two states of the tables are equal when these are. A view whose name begins with raw_ is a part of others and is seen through them. Views of any instant are asked about each of `instants`, whatever they take;
 * figures of residents and workers about the newest day, or (`withFigures` false) not at all.
 */
export const wholeViews = async (warehouse: Queries, instants: readonly string[], { withFigures = true } = {}): Promise<ReadonlyMap<string, readonly string[]>> => {
  const views = await warehouse.query<{ name: string; asks: readonly string[] }>(
    "SELECT name, arrayMap(p -> p.1, parameterized_view_parameters) AS asks FROM system.tables WHERE database = 'da06' AND engine = 'View' AND NOT startsWith(name, 'raw_') ORDER BY name",
  );
  const rows = new Map<string, readonly string[]>();
  const compared = views.filter(({ name }) => !figuresOfAnyDay.has(name) && !figuresOfBoundaries.has(name) && (withFigures || !figures.includes(name)));
  for (const view of compared.flatMap(({ name, asks }) => (asks.length > 0 ? instants.map((instant) => `${name}(${asks.map((what) => `${what} = '${instant}'`).join()})`) : [name]))) {
    const found = await warehouse.query<{ line: string }>(`SELECT toString(tuple(*)) AS line FROM da06.${view} ORDER BY line`);
    rows.set(view, found.map(({ line }) => line));
  }
  return rows;
};

const milli = (column: string): string => `toUnixTimestamp64Milli(${column})`;

/** The same rows as `referenceRows`, read from the views. */
export const engineRows = async (warehouse: Queries): Promise<ReferenceRows> => {
  const stays = await warehouse.query<Record<string, unknown>>(
    `SELECT facility_id, ref, person_key, unit_uid, nationality, sex, birth_year, home_province, reason, ${milli('arrived_at')} AS a, ${milli('expected_departure_at')} AS x, ${milli('departed_at')} AS d,
       ${milli('notified_at')} AS n, status, ${milli('recorded_at')} AS r, ${milli('due_at')} AS due, late, synced_late, event_id FROM da06.stays`,
  );
  const nights = await warehouse.query<Record<string, unknown>>('SELECT facility_id, ref, person_key, toString(night) AS night, first_night FROM da06.stay_nights');
  const line = (row: Record<string, unknown>): string => JSON.stringify(Object.entries(row).map(([name, value]) => (numbers.has(name) && value !== null ? Number(value) : value)));
  return { stays: stays.map(line).sort(), nights: nights.map(line).sort() };
};
const numbers = new Set(['birth_year', 'a', 'x', 'd', 'n', 'r', 'due']);

/** Empties every table that holds rows. */
export const emptyTables = async (warehouse: Queries): Promise<void> => {
  const tables = await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'");
  for (const { name } of tables) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
};

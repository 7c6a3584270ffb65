import { migrationsDir } from '@da06/clickhouse-schema';
import { removeFolder, tempFolder } from '@da06/testkit';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import { statementsOf } from '../migrate.ts';
import { viewsOfIncidents, viewsOfMonths, viewsOfOneText } from '../person/rules.ts';
import type { Warehouse } from '../warehouse.ts';

const path = tempFolder();
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

/** The newest text of each view in the migrations. */
const texts = new Map(
  readdirSync(migrationsDir)
    .sort()
    .flatMap((file) => statementsOf(readFileSync(join(migrationsDir, file), 'utf8')))
    .flatMap((statement) => {
      const [, name] = /^CREATE (?:OR REPLACE )?VIEW (?:IF NOT EXISTS )?(\w+)/.exec(statement) ?? [];
      return name === undefined ? [] : [[name, statement] as const];
    }),
);

/** When it is asked about: what the two texts may differ in, beside name and comment. Lines of the view of the newest state, and what its twin has in their place. */
const heads = [
  ["    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,", "    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,"],
  ["    assumeNotNull((SELECT toDate(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_on,", "    toDate(parseDateTime64BestEffort({known_at:String}, 3, 'Asia/Ho_Chi_Minh')) AS known_on,"],
  // Asked for every day: a view that is another one's twin would be planned twice.
  ['    toDate(0) AS given,', "    if({boundary:String} = '', toDate(0), toDate(parseDateTime64BestEffort(if({boundary:String} = '', '2000-01-01', {boundary:String}), 3, 'Asia/Ho_Chi_Minh'))) AS given,"],
  ['    known_day AS boundary_day,', "    toDate(parseDateTime64BestEffort(if({boundary:String} = '', toString(known_day), {boundary:String}), 3, 'Asia/Ho_Chi_Minh')) AS boundary_day,"],
  ['    known_on AS on_day', "    toDate(parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh')) AS on_day"],
  ...([['as_of', 'newest_day', 'day'], ['boundary', 'day', 'boundary_day'], ['known_at', 'newest_day', 'known_day']] as const).map(([parameter, otherwise, name]) =>
    [`    newest_day AS ${name},`, `    toDate(parseDateTime64BestEffort(if({${parameter}:String} = '', toString(${otherwise}), {${parameter}:String}), 3, 'Asia/Ho_Chi_Minh')) AS ${name},`] as const),
] as const;

/** The text of a view, its name, comment and head (0 = of the newest state, 1 = of any) left out. */
const bodyOf = (name: string, which: 0 | 1): { readonly head: number[]; readonly body: string } => {
  const [first = '', ...rest] = (texts.get(name) ?? '').split('\n');
  expect(first).toBe(`CREATE VIEW IF NOT EXISTS ${name}`);
  const lines = rest.filter((line) => !line.startsWith('COMMENT '));
  const placeOf = (line: string): number => heads.findIndex((head) => head[which] === line);
  return { head: lines.map(placeOf).filter((place) => place >= 0), body: lines.map((line) => (placeOf(line) >= 0 ? '' : line)).join('\n') };
};

describe.each(viewsOfMonths)('%s', (twin) => {
  it('is asked by its twin, as it is known now, for the boundaries of each day', () => {
    const text = texts.get(twin.replace(/_at$/, '')) ?? '';
    // By the name of the database: of a view that takes parameters a bare name would be looked for where the session is.
    expect(text.slice(text.indexOf('\nAS\n')).split('\n')[2]).toBe(`SELECT * FROM da06.${twin}(known_at = '', boundary = '')`);
  });
});

describe.each(viewsOfOneText)('%s', (twin) => {
  const name = twin.replace(/_at$/, '');

  it('is the text of its twin but for the head', () => {
    const own = bodyOf(twin, 1);
    expect(own).toEqual(bodyOf(name, 0));
    expect(new Set(own.head).size).toBe(own.head.length);
    expect(own.body).toMatch(/known_at|known_on|known_day|given/);
  });
});

describe.each([...viewsOfOneText, ...viewsOfMonths, ...viewsOfIncidents])('%s', (twin) => {
  const name = twin.replace(/_at$/, '');

  it('has the columns and types of its twin, texts of few values aside', async () => {
    const columns = async (from: string): Promise<readonly string[]> =>
      (await warehouse.query<{ name: string; type: string }>(`DESCRIBE TABLE (SELECT * FROM ${from})`)).map((column) => `${column.name} ${column.type.replace(/^LowCardinality\((.*)\)$/, '$1')}`);
    const asked = await warehouse.query<{ given: string }>("SELECT arrayStringConcat(arrayMap(p -> concat(p.1, ' = \\'2024-03-01\\''), parameterized_view_parameters), ', ') AS given FROM system.tables WHERE database = 'da06' AND name = {name:String}", { name: twin });
    expect(await columns(`${twin}(${asked[0]?.given ?? ''})`)).toEqual(await columns(name));
  });
});

import { migrationsDir } from '@da06/clickhouse-schema';
import { removeFolder, tempFolder } from '@da06/testkit';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import { statementsOf } from '../migrate.ts';
import { viewsOfAnyDay } from '../person/rules.ts';
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

/** When it is asked about: what the two texts may differ in, beside name and comment. */
const heads = {
  newest: "    assumeNotNull((SELECT toTimeZone(max(recorded_at), 'Asia/Ho_Chi_Minh') FROM raw_progress_v1)) AS known_at,",
  given: "    parseDateTime64BestEffort({as_of:String}, 3, 'Asia/Ho_Chi_Minh') AS known_at,",
};
const bodyOf = (name: string, head: string): string => {
  const [first = '', ...rest] = (texts.get(name) ?? '').split('\n');
  expect(first).toBe(`CREATE VIEW IF NOT EXISTS ${name}`);
  expect(rest.filter((line) => line === head)).toHaveLength(1);
  return rest.filter((line) => line !== head && !line.startsWith('COMMENT ')).join('\n');
};

describe.each([...viewsOfAnyDay])('%s', (twin) => {
  const name = twin.replace(/_at$/, '');

  it('is the text of its twin but for the head', () => {
    expect(bodyOf(twin, heads.given)).toBe(bodyOf(name, heads.newest));
    expect(bodyOf(twin, heads.given)).toContain('known_at');
  });

  it('has the columns and types of its twin, texts of few values aside', async () => {
    const columns = async (from: string): Promise<readonly string[]> =>
      (await warehouse.query<{ name: string; type: string }>(`DESCRIBE TABLE (SELECT * FROM ${from})`)).map((column) => `${column.name} ${column.type.replace(/^LowCardinality\((.*)\)$/, '$1')}`);
    expect(await columns(`${twin}(as_of = '2024-03-01')`)).toEqual(await columns(name));
  });
});

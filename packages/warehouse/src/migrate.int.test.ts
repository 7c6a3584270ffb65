import { migrationsDir } from '@da06/clickhouse-schema';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from './backends.fixture.ts';
import { statementsOf } from './migrate.ts';

const files = readdirSync(migrationsDir).sort();

describe.each(backends)('migrating $where', ({ start }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());
  const tables = () => backend.warehouse.query("SELECT name, uuid FROM system.tables WHERE database = 'da06' ORDER BY name");
  const applied = () => backend.warehouse.query<{ name: string }>('SELECT name FROM da06.schema_migrations FINAL ORDER BY name');

  it('applies each migration once, also when two processes begin at the same time', async () => {
    const other = await backend.another();
    await Promise.all([backend.warehouse.migrate(), other.migrate()]);
    await other.close();
    expect((await applied()).map(({ name }) => name)).toEqual(files);
    const before = await tables();
    await backend.warehouse.migrate();
    expect(await tables()).toEqual(before);
  });

  it('goes on where a process was killed between two statements', async () => {
    await backend.warehouse.query('DROP VIEW da06.feed_health');
    await backend.warehouse.query("DELETE FROM da06.schema_migrations WHERE name = '0018_stay_notices.sql'");
    await backend.warehouse.migrate();
    expect((await applied()).map(({ name }) => name)).toEqual(files);
    expect(await backend.warehouse.query('SELECT * FROM da06.feed_health')).toEqual([]);
  });

  it('finds papers that were linked before there were registers of residents, from each of the two', async () => {
    await backend.warehouse.query("INSERT INTO da06.raw_person_links_v1 VALUES ('paper', 'card a', 'card b')");
    await backend.warehouse.query("DELETE FROM da06.schema_migrations WHERE name = '0022_population.sql'");
    await backend.warehouse.migrate();
    expect(await backend.warehouse.query('SELECT person_key, other_key FROM da06.raw_person_papers_v1 FINAL ORDER BY ALL')).toEqual([
      { person_key: 'card a', other_key: 'paper' }, { person_key: 'card b', other_key: 'paper' }, { person_key: 'paper', other_key: 'card a' }, { person_key: 'paper', other_key: 'card b' },
    ]);
  });

  it('refuses to go on when a migration that was applied has been changed', async () => {
    await backend.warehouse.query("INSERT INTO da06.schema_migrations VALUES ('0001_inbox.sql', 'other')");
    await expect(backend.warehouse.migrate()).rejects.toMatchObject({ code: 'warehouse.migration-changed', retryable: false, detail: '0001_inbox.sql' });
  });
});

it('cuts a file at semicolons that end a line', () => {
  expect(statementsOf("SELECT ';' AS a;\nSELECT 2\n;\n")).toEqual(["SELECT ';' AS a", 'SELECT 2']);
});

it.each(files)('%s says nothing that cannot be said again, nor what only the embedded engine knows', (name) => {
  for (const statement of statementsOf(readFileSync(join(migrationsDir, name), 'utf8'))) {
    // Rows written again into this table replace each other.
    if (statement.startsWith('INSERT INTO raw_person_papers_v1 SELECT')) continue;
    expect(statement).toMatch(/^(CREATE (TABLE|VIEW|MATERIALIZED VIEW) IF NOT EXISTS|CREATE OR REPLACE VIEW|DROP (TABLE|VIEW) IF EXISTS|ALTER TABLE \w+ (ADD|DROP|MODIFY) \w+ IF (NOT )?EXISTS)/);
    expect(statement).not.toMatch(/\bfile\s*\(|\bdefault\.|\bOverlay\b|^SET\b/i);
  }
});

import { migrationsDir } from '@da06/clickhouse-schema';
import { createEmbeddedLog } from '@da06/event-log';
import { projectedTopics, projectorGroup } from '@da06/projector';
import { createLogger } from '@da06/service-kit';
import { randomLog, recordOf, removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { openFolder } from './open-folder.ts';

const firstOfTheNew = '0010_inbox_v2.sql';
const { events } = randomLog({ seed: 31, events: 300, start: '2026-03-24T01:00:00.000Z' });
const peoplesViews = ['stays', 'events', 'feed_health', 'feed_batches', 'facilities', 'facility_versions', 'person_links', 'dead_letters', 'as_of'];
const reading = "date_time_input_format = 'best_effort', input_format_skip_unknown_fields = 1, input_format_json_ignore_unknown_keys_in_named_tuple = 1, input_format_json_defaults_for_missing_elements_in_named_tuple = 1, input_format_null_as_default = 1";

const contentOf = async (warehouse: Warehouse): Promise<Record<string, readonly unknown[]>> =>
  Object.fromEntries(await Promise.all(peoplesViews.map(async (view) => [view, await warehouse.query(`SELECT toString(tuple(*)) AS row FROM ${view} ORDER BY row`)] as const)));

/** A folder as the version before the rows of RowBinary left it: its tables filled with the log, its places at the log's end. */
const oldFolder = async (path: string): Promise<Record<string, readonly unknown[]>> => {
  makeDataFolder(dataPaths(path));
  const log = createEmbeddedLog({ path: dataPaths(path).log });
  await log.commitUnit({ append: events.map(recordOf) });
  for (const topic of projectedTopics) await log.commit(projectorGroup, (await log.ends(topic)).map((offset, partition) => ({ topic, partition, offset })));
  await log.close();
  const warehouse = await createEmbeddedWarehouse({ path: dataPaths(path).clickhouse, readers: 1 });
  await warehouse.query('CREATE TABLE schema_migrations (name String, digest String) ENGINE = ReplacingMergeTree ORDER BY name');
  for (const name of readdirSync(migrationsDir).filter((file) => file.endsWith('.sql') && file < firstOfTheNew).sort()) {
    const text = readFileSync(join(migrationsDir, name), 'utf8');
    for (const statement of text.split(/;\s*\n/).filter((one) => one.trim() !== '')) await warehouse.query(statement);
    await warehouse.query(`INSERT INTO schema_migrations VALUES ('${name}', '${createHash('sha256').update(text).digest('hex')}')`);
  }
  await warehouse.query(`INSERT INTO raw_inbox_v1 SETTINGS ${reading} FORMAT JSONEachRow ${events.map((event) => JSON.stringify(event)).join('\n')}`);
  const content = await contentOf(warehouse);
  await warehouse.close();
  return content;
};

it('a folder with the tables of an older version is filled from the log at the next start, shows what it showed, and says it is ready only then', async () => {
  const path = tempFolder();
  const before = await oldFolder(path);
  expect(before['stays']?.length).toBeGreaterThan(50);
  const folder = await openFolder(readConfig({ DA06_DATA: path, DA06_CLICKHOUSE_PORT: '0' }, '/'), { logger: createLogger({ name: 'test', level: 'silent' }) });
  expect(folder.projector.ready()).toBe(false);
  await expect.poll(() => folder.projector.ready(), { timeout: 60_000 }).toBe(true);
  expect(await contentOf(folder.warehouse)).toEqual(before);
  expect(await folder.warehouse.query('SELECT count() > 50 AS filled FROM stay_nights')).toEqual([{ filled: 1 }]);
  expect(await folder.warehouse.query("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw_stays_%'")).toEqual(expect.arrayContaining([{ name: 'raw_stays_v2' }]));
  expect(await folder.warehouse.query("SELECT name FROM system.tables WHERE database = 'da06' AND name IN ('raw_inbox_v1', 'raw_stays_v1', 'raw_events_v1')")).toEqual([]);
  await folder.close();
  removeFolder(path);
}, 60_000);

it.each([
  ['of stays by day', ['raw_stay_days_v1', 'raw_facility_figures_v1', 'raw_heard_v1', 'raw_conflict_nights_v1', 'raw_feed_keys_v1']],
  ['of what was known when', ['raw_stay_events_v1', 'raw_link_events_v1', 'raw_facility_events_v1', 'raw_stay_revisions_v1']],
])('a folder whose tables %s are of an older version is filled from the log, though every event is there', async (_, tables) => {
  const path = tempFolder();
  await oldFolder(path);
  const open = async () => {
    const folder = await openFolder(readConfig({ DA06_DATA: path, DA06_CLICKHOUSE_PORT: '0' }, '/'), { logger: createLogger({ name: 'test', level: 'silent' }) });
    await expect.poll(() => folder.projector.ready(), { timeout: 30_000 }).toBe(true);
    return folder;
  };
  const filled = await open();
  const views = ['stay_nights', 'facility_figures', 'facilities_heard', 'conflict_nights', 'tourism_revisions'];
  const content = (warehouse: Warehouse) => Promise.all(views.map((view) => warehouse.query(`SELECT toString(tuple(*)) AS row FROM ${view} ORDER BY row`)));
  const before = await content(filled.warehouse);
  expect([0, 1, 2, 4].every((at) => (before[at]?.length ?? 0) > 5)).toBe(true);
  // As the migration leaves them: new and empty, beside events that are kept.
  for (const table of tables) await filled.warehouse.query(`TRUNCATE TABLE ${table}`);
  await filled.close();
  const again = await open();
  expect(await content(again.warehouse)).toEqual(before);
  await again.close();
  removeFolder(path);
}, 90_000);

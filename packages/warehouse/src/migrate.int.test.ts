import { removeFolder, tempFolder } from '@da06/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { openConnection } from './embedded/connection.ts';
import { migrate, statementsOf } from './migrate.ts';

const path = tempFolder();
let connection: Connection;
beforeAll(async () => {
  connection = openConnection({ path, inbox: path });
  await connection.run('CREATE DATABASE da06');
  await connection.run('USE da06');
});
afterAll(async () => {
  await connection.close();
  removeFolder(path);
});
const applied = async (): Promise<string> => new TextDecoder().decode(await connection.run('SELECT name FROM schema_migrations ORDER BY name', { format: 'TSV' }));

it('applies each migration once', async () => {
  await migrate((sql) => connection.run(sql), 'da06');
  const first = await applied();
  expect(first.split('\n').length).toBeGreaterThan(5);
  await migrate((sql) => connection.run(sql), 'da06');
  expect(await applied()).toBe(first);
});

it('refuses to go on when a migration that was applied has been changed', async () => {
  await connection.run("CREATE TABLE kept ENGINE = ReplacingMergeTree ORDER BY name AS SELECT name, 'other' AS digest FROM schema_migrations");
  await connection.run('EXCHANGE TABLES kept AND schema_migrations');
  await expect(migrate((sql) => connection.run(sql), 'da06')).rejects.toMatchObject({ code: 'warehouse.migration-changed', detail: '0001_inbox.sql' });
});

it('cuts a file at semicolons that end a line', () => {
  expect(statementsOf("SELECT ';' AS a;\nSELECT 2\n;\n")).toEqual(["SELECT ';' AS a", 'SELECT 2']);
});

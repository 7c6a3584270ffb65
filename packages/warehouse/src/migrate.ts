import { migrationsDir } from '@da06/clickhouse-schema';
import { AppError } from '@da06/errors';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from './connection.ts';

type Run = (sql: string) => Promise<Uint8Array>;

/** A migration's statements: they end with a semicolon at the end of a line. */
export const statementsOf = (text: string): string[] =>
  text
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/**
 * Applies, in the order of their names, the migrations a database does not have, and records each with its digest. Statements can be
 * repeated, so that processes may do this at the same time, and go on where another was killed.
 * `run` must be a connection whose current database is `database`.
 */
export const migrate = async (run: Run, database: string): Promise<void> => {
  await run(
    `CREATE TABLE IF NOT EXISTS ${database}.schema_migrations (name String COMMENT 'File', digest String COMMENT 'SHA-256 of the file') ENGINE = ReplacingMergeTree ORDER BY name COMMENT 'Migrations that were applied'`,
  );
  const rows = rowsOf<{ name: string; digest: string }>(await run(`SELECT name, digest FROM ${database}.schema_migrations FINAL`));
  const applied = new Map(rows.map(({ name, digest }) => [name, digest]));
  for (const name of readdirSync(migrationsDir).filter((file) => file.endsWith('.sql')).sort()) {
    const text = readFileSync(join(migrationsDir, name), 'utf8');
    const digest = createHash('sha256').update(text).digest('hex');
    const before = applied.get(name);
    if (before === digest) continue;
    if (before !== undefined) throw new AppError('warehouse.migration-changed', { detail: name });
    for (const statement of statementsOf(text)) await run(statement);
    await run(`INSERT INTO ${database}.schema_migrations VALUES ('${name}', '${digest}')`);
  }
};

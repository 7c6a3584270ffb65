import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsDir } from '../paths.ts';
import { onCluster } from './on-cluster.ts';

/** Statements of a file: each ends with a semicolon at the end of a line. */
export const statementsOf = (text: string): string[] =>
  text
    .split(/;\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

const header = '-- Generated from infra/clickhouse/migrations: npm run generate -w @da06/deploy. See "Replicas of ClickHouse" in infra/README.md.\n\n';

const fileOf = (statements: readonly string[]): string => header + statements.map((statement) => `${statement};\n`).join('\n');

/** The table in which the warehouse notes what it applied, so that `da06 migrate` finds these files' work done. */
const notes = "CREATE TABLE IF NOT EXISTS schema_migrations (name String COMMENT 'File', digest String COMMENT 'SHA-256 of the file')\nENGINE = ReplacingMergeTree\nORDER BY name\nCOMMENT 'Migrations that were applied'";

/** Every migration in its form for a cluster, by file name, in the order to apply them. */
export const clusterTemplates = (): ReadonlyMap<string, string> => {
  const migrations = readdirSync(migrationsDir).filter((file) => file.endsWith('.sql')).sort();
  return new Map([
    ['0000_database.sql', fileOf(["CREATE DATABASE IF NOT EXISTS da06 ON CLUSTER '{cluster}'", 'USE da06', onCluster(notes)])],
    ...migrations.map((name) => {
      const text = readFileSync(join(migrationsDir, name), 'utf8');
      const applied = `INSERT INTO schema_migrations VALUES ('${name}', '${createHash('sha256').update(text).digest('hex')}')`;
      return [name, fileOf([...statementsOf(text).map(onCluster), applied])] as const;
    }),
  ]);
};

import { removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterDir } from '../paths.ts';
import { onCluster } from './on-cluster.ts';
import { clusterTemplates, statementsOf } from './templates.ts';

const statements = [...clusterTemplates()].flatMap(([file, text]) => statementsOf(text.replace(/^--.*\n/, '')).map((statement) => ({ file, statement })));

/** The same statement for one server, as an engine without a cluster can run it. */
const onOneServer = (statement: string): string =>
  statement.replace(" ON CLUSTER '{cluster}'", '').replace('\nDEFINER = da06_writer SQL SECURITY DEFINER\n', '\n').replace(/^ENGINE = Replicated(\w+)\('[^']*', '\{replica\}'(?:, )?(.*)\)$/m, 'ENGINE = $1($2)');

let path: string;
let warehouse: Warehouse;
beforeAll(async () => {
  path = tempFolder();
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

describe('the files for a cluster of replicas', () => {
  it('are the migrations as they are now', () => {
    const kept = new Map(readdirSync(clusterDir).sort().map((file) => [file, readFileSync(join(clusterDir, file), 'utf8')]));
    expect([...kept.keys()]).toEqual([...clusterTemplates().keys()]);
    expect(kept).toEqual(clusterTemplates());
  });

  it('are read by the engine’s own parser, every statement of them', async () => {
    expect(statements.length).toBeGreaterThan(40);
    for (const { file, statement } of statements) {
      // The parser has no tree for these two.
      if (statement.startsWith('USE ') || statement.startsWith('INSERT ')) continue;
      const tree = await warehouse.query<{ explain: string }>(`EXPLAIN AST ${statement}`);
      expect(tree.length, `${file}: ${statement.slice(0, 60)}`).toBeGreaterThan(1);
    }
    await expect(warehouse.query("EXPLAIN AST CREATE TABLE t ON CLUSTER '{cluster}' (a UInt8) ENGINE = ")).rejects.toThrow();
  });

  it('send every table and view to all replicas, and replicate every table that keeps something', () => {
    const created = statements.filter(({ statement }) => statement.startsWith('CREATE'));
    expect(created.filter(({ statement }) => !statement.includes(" ON CLUSTER '{cluster}'"))).toEqual([]);
    const engines = created.flatMap(({ statement }) => /^ENGINE = (\w+)/m.exec(statement)?.[1] ?? []);
    expect(new Set(engines)).toEqual(new Set(['Null', 'ReplicatedReplacingMergeTree', 'ReplicatedAggregatingMergeTree']));
    const nights = created.find(({ statement }) => statement.startsWith('CREATE TABLE IF NOT EXISTS raw_stay_days_v1'))?.statement;
    expect(nights).toContain("ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', generation, is_deleted)\n");
  });

  it('make every view one that reads as the services’ user', () => {
    const views = statements.filter(({ statement }) => /^CREATE (OR REPLACE )?VIEW /.test(statement));
    expect(views.length).toBeGreaterThan(60);
    expect(views.filter(({ statement }) => !statement.includes('\nDEFINER = da06_writer SQL SECURITY DEFINER\nAS\n'))).toEqual([]);
  });

  it('can be applied again, and leave nothing for the migrations to do', async () => {
    for (const { statement } of statements) await warehouse.query(onOneServer(statement));
    for (const { statement } of statements) await warehouse.query(onOneServer(statement));
    const all = () => warehouse.query<{ name: string; create: string }>("SELECT name, create_table_query AS create FROM system.tables WHERE database = 'da06' ORDER BY name");
    const before = await all();
    await warehouse.migrate();
    expect(await all()).toEqual(before);
    expect(before.length).toBeGreaterThan(25);
    expect(await warehouse.query('SELECT name, count() AS times FROM schema_migrations FINAL GROUP BY name HAVING times > 1')).toEqual([]);
  });

  it('are refused for a statement of a kind that no migration has had yet', () => {
    expect(() => onCluster('ALTER TABLE raw_stays_v2 DROP COLUMN ref')).toThrow('no form of this for a cluster is known');
  });
});

// `main.ts DATA BATCH`: projects the log of a data folder that no host holds into fresh tables, and the same bytes by the engine alone; a process of its own. Prints JSON.
import { createEmbeddedLog } from '@da06/event-log';
import { createProjector, projectedTopics } from '@da06/projector';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertFromJsonFile } from '../harness/engine-json.ts';
import { cpuMicros, emptyTables, rowsOfLog, stageMicros } from '../harness/projection.ts';
import { tempFolder } from '../harness/temp.ts';

const [data = '', size = '20000'] = process.argv.slice(2);
const batch = Number(size);
const folder = tempFolder('projection');
const log = createEmbeddedLog({ path: join(data, 'log') });
const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
await warehouse.migrate();

const values: Uint8Array[] = [];
for (const topic of projectedTopics) {
  for (let partition = 0; partition < log.partitions(topic); partition += 1) {
    for (let from = 0n; ; ) {
      const records = await log.read({ topic, partition, from, limit: 20_000 });
      const last = records.at(-1);
      if (last === undefined) break;
      for (const { value } of records) values.push(Buffer.from(value));
      from = last.offset + 1n;
    }
  }
}

const rows = rowsOfLog(values);
const engineAlone = async (): Promise<number> => {
  const started = performance.now();
  for (let from = 0; from < rows.length; from += batch) await warehouse.insertEvents(rows.slice(from, from + batch));
  return values.length / ((performance.now() - started) / 1000);
};

/** `INSERT … SELECT FROM file()` of the log's own lines into the same tables; the files are written before. */
const jsonAlone = async (): Promise<number> => {
  const newline = Buffer.from('\n');
  const statements: string[] = [];
  for (let from = 0; from < values.length; from += batch) {
    const file = join(folder.path, 'clickhouse', 'inbox', `lines-${from}`);
    writeFileSync(file, Buffer.concat(values.slice(from, from + batch).flatMap((value) => [value, newline])));
    statements.push(insertFromJsonFile(file));
  }
  const started = performance.now();
  for (const statement of statements) await warehouse.query(statement);
  return values.length / ((performance.now() - started) / 1000);
};

const metrics = createMetrics();
const projection = async (): Promise<number> => {
  const logger = createLogger({ name: 'bench', level: 'error' });
  const vault = createVault({ ...createOrLoadKeyFiles(data), store: log });
  for (const topic of projectedTopics) await log.commit('projector', Array.from({ length: log.partitions(topic) }, (_, partition) => ({ topic, partition, offset: 0n })));
  const projector = createProjector({
    log, warehouse, vault, clock: { now: Date.now }, logger, metrics, options: { maxRecords: batch },
    onFatal: (error) => {
      throw error;
    },
  });
  const started = performance.now();
  await projector.start();
  while ((await projector.lag()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const rate = values.length / ((performance.now() - started) / 1000);
  await projector.stop();
  return rate;
};

await warehouse.insertEvents(rows.slice(0, 100)); // the first insert compiles the pipeline
await emptyTables(warehouse);
const [engine, engineCpu] = await cpuMicros(values.length, engineAlone);
await emptyTables(warehouse);
const [json, jsonCpu] = await cpuMicros(values.length, jsonAlone);
await emptyTables(warehouse);
const [projected, projectedCpu] = await cpuMicros(values.length, projection);
await warehouse.close();
await log.close();
folder.remove();
process.stdout.write(`${JSON.stringify({ events: values.length, engine, json, projected, engineCpu, jsonCpu, projectedCpu, stages: await stageMicros(metrics, values.length) })}\n`, () => process.exit(0));

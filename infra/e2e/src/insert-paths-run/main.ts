// `main.ts DATA BATCH`: the log of a data folder that no host holds into the same fresh tables, by one way after the other; a process of its own. Prints JSON.
import { createClient } from '@clickhouse/client';
import { createEmbeddedLog, readAll } from '@da06/event-log';
import { createProjector, projectedTopics } from '@da06/projector';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { createChdbConnection } from 'chdb/connection';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertFromJsonFile, jsonColumns, rowsFromJson } from '../harness/engine-json.ts';
import { cpuMicros, emptyTables, rowsOfLog } from '../harness/projection.ts';
import { sleep, tempFolder } from '../harness/temp.ts';

const [data = '', size = '20000'] = process.argv.slice(2);
const batch = Number(size);
const folder = tempFolder('insert-paths');
const path = join(folder.path, 'clickhouse');
const log = createEmbeddedLog({ path: join(data, 'log') });
const warehouse = await createEmbeddedWarehouse({ path });
await warehouse.migrate();
type Client = NonNullable<Parameters<typeof createClient>[0]>;
// The binding's types are those of another version of the client.
const client = createClient({ connection: createChdbConnection({ path }) as unknown } as Client);

const values: Buffer[] = [];
for (const topic of projectedTopics) for await (const records of readAll(log, topic)) for (const { value } of records) values.push(Buffer.from(value));
const pieces = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / batch) }, (_, index) => all.slice(index * batch, (index + 1) * batch));

const newline = Buffer.from('\n');
const lines = pieces(values).map((piece) => Buffer.concat(piece.flatMap((value) => [value, newline])));
const rows = pieces(rowsOfLog(values));
const file = (name: string, bytes: Uint8Array): string => {
  const at = join(path, 'inbox', name);
  writeFileSync(at, bytes);
  return at;
};

const project = async (): Promise<void> => {
  for (const topic of projectedTopics) await log.commit('projector', Array.from({ length: log.partitions(topic) }, (_, partition) => ({ topic, partition, offset: 0n })));
  const projector = createProjector({
    log, warehouse, vault: createVault({ ...createOrLoadKeyFiles(data), store: log }), clock: { now: Date.now }, logger: createLogger({ name: 'bench', level: 'error' }), metrics: createMetrics(), options: { maxRecords: batch },
    onFatal: (error) => {
      throw error;
    },
  });
  await projector.start();
  while ((await projector.lag()) > 0) await sleep(5);
  await projector.stop();
};

await warehouse.query(`CREATE TABLE da06.bench_json (${jsonColumns}) ENGINE = Null`);
await warehouse.query(`CREATE MATERIALIZED VIEW da06.bench_json_mv TO da06.raw_inbox_v2 AS ${rowsFromJson('da06.bench_json')}`);
const ways: readonly (readonly [name: string, way: () => Promise<unknown>])[] = [
  ['client.insert of objects', async () => {
    for (const piece of pieces(values)) await client.insert({ table: 'da06.bench_json', format: 'JSONEachRow', values: piece.map((value) => JSON.parse(value.toString('utf8')) as object), clickhouse_settings: { date_time_input_format: 'best_effort', input_format_skip_unknown_fields: 1, async_insert: 0, parallel_view_processing: 1 } });
  }],
  ['the log’s JSON lines by a file, parsed by the engine', async () => {
    for (const [index, piece] of lines.entries()) await warehouse.query(insertFromJsonFile(file(`lines-${index}`, piece)));
  }],
  ['our rows, made before, by a file (the engine alone)', async () => {
    for (const piece of rows) await warehouse.insertEvents(piece);
  }],
  ['our rows, made from the log’s bytes', async () => {
    for (const piece of pieces(values)) await warehouse.insertEvents(rowsOfLog(piece));
  }],
  ['the projector: log, door, rows, tables, guest-nights', project],
];

const shown = async (): Promise<number> => Number((await warehouse.query<{ n: string }>('SELECT toString(count()) AS n FROM da06.events'))[0]?.n);
await warehouse.insertEvents((rows[0] ?? []).slice(0, 100)); // the first insert compiles the pipeline
const results: { way: string; rate: number; cpu: number; events: number }[] = [];
for (const [way, insert] of ways) {
  await emptyTables(warehouse);
  const started = performance.now();
  const [, cpu] = await cpuMicros(values.length, insert);
  const seconds = (performance.now() - started) / 1000;
  results.push({ way, rate: values.length / seconds, cpu, events: await shown() });
}
await client.close();
await warehouse.close();
await log.close();
folder.remove();
process.stdout.write(`${JSON.stringify({ events: values.length, batch, results })}\n`, () => process.exit(0));

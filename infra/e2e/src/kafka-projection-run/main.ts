// `main.ts DATA BATCH`: the stays of a data folder's log, by way of a Kafka topic, into fresh tables: by our projector, and by ClickHouse's own Kafka table
// engine on the same topic and target. A process of its own. Prints JSON.
import { applyTopics, createEmbeddedLog, createKafkaLog, readAll } from '@da06/event-log';
import { topics } from '@da06/events';
import { startNativeKafka, topicSettings } from '@da06/kafka';
import { createProjector, projectionLag } from '@da06/projector';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createOrLoadKeyFiles, createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { kafkaEngineSettings, kafkaEngineStatements } from './kafka-engine.ts';
import { emptyTables, stageMicros } from '../harness/projection.ts';
import { sleep, tempFolder } from '../harness/temp.ts';

const [data = '', size = '20000'] = process.argv.slice(2);
const logger = createLogger({ name: 'bench', level: 'error' });
const folder = tempFolder('kafka-projection');
const broker = await startNativeKafka();
const connection = { brokers: [broker.brokers] };
await applyTopics({ connection, topics: topicSettings });
const kafka = await createKafkaLog({ connection, clientId: 'bench', cachePath: join(folder.path, 'cache'), compacted: [], logger });
const embedded = createEmbeddedLog({ path: join(data, 'log') });
const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
await warehouse.migrate();
const metrics = createMetrics();

const rate = async (events: number, work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return events / ((performance.now() - started) / 1000);
};
const shown = async (): Promise<number> => Number((await warehouse.query<{ n: string }>('SELECT toString(count()) AS n FROM da06.raw_events_v2'))[0]?.n);

let events = 0;
const appendedFrom = performance.now();
{
  for await (const records of readAll(embedded, topics.stays)) {
    for (let from = 0; from < records.length; from += 5_000) {
      const part = records.slice(from, from + 5_000);
      await kafka.commitUnit({ append: part.map(({ topic, key, value }) => ({ topic, key, value })) });
      events += part.length;
    }
  }
}
const appended = events / ((performance.now() - appendedFrom) / 1000);

const projector = createProjector({
  log: kafka, warehouse, vault: createVault({ ...createOrLoadKeyFiles(data), store: { get: () => undefined } }), clock: { now: Date.now }, logger, metrics, shared: true, options: { maxRecords: Number(size) },
  onFatal: (error) => {
    throw error;
  },
});
const projected = await rate(events, async () => {
  await projector.start();
  while ((await projectionLag(kafka)) > 0) await sleep(20);
});
await projector.stop();
const byUs = await shown();

await emptyTables(warehouse);
const ownEngine = await rate(events, async () => {
  for (const statement of kafkaEngineStatements(broker.brokers, topics.stays)) await warehouse.query(statement);
  while ((await shown()) < byUs) await sleep(20);
});
await warehouse.query('DROP TABLE da06.bench_kafka_mv');
await warehouse.query('DROP TABLE da06.bench_kafka');

await warehouse.close();
await kafka.close();
await embedded.close();
await broker.stop();
folder.remove();
process.stdout.write(`${JSON.stringify({ kafkaVersion: broker.version, events, appended, projected, ownEngine, settings: kafkaEngineSettings, stages: await stageMicros(metrics, events) })}\n`, () => process.exit(0));

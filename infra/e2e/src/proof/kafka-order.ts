import { applyTopics, createKafkaLog } from '@da06/event-log';
import type { EventLog, LogRecord } from '@da06/event-log';
import { topicSettings } from '@da06/kafka';
import { createProjector, projectionLag } from '@da06/projector';
import { proveOrder } from '@da06/projector/proof';
import type { OrderProof, OrderProofOptions } from '@da06/projector/proof';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { eventually, tempFolder } from '../harness/temp.ts';

const logger = createLogger({ name: 'proof', level: 'error' });
const appendAtOnce = 2_000;

/**
 * The order proof with a Kafka log between: each way of delivery is appended to topics of its own (stays in 12 partitions) and projected by
 * two projectors that share them. Every way must end in the same rows as the first.
 */
export const kafkaOrderRound = async (brokers: string, options: Omit<OrderProofOptions, 'warehouse' | 'deliver'>): Promise<OrderProof> => {
  const folder = tempFolder('kafka-order');
  const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
  try {
    await warehouse.migrate();
    let way = 0;
    const deliver = async (records: readonly LogRecord[]): Promise<void> => {
      way += 1;
      await deliverByKafka({ brokers, prefix: `order${way}.`, folder: folder.path, warehouse, records });
    };
    return await proveOrder({ ...options, warehouse, deliver });
  } finally {
    await warehouse.close();
    folder.remove();
  }
};

const deliverByKafka = async (given: { brokers: string; prefix: string; folder: string; warehouse: Warehouse; records: readonly LogRecord[] }): Promise<void> => {
  const { prefix, folder, warehouse, records } = given;
  const connection = { brokers: given.brokers.split(',') };
  await applyTopics({ connection, topics: topicSettings, topicPrefix: prefix });
  const open = (member: string): Promise<EventLog> => createKafkaLog({ connection, topicPrefix: prefix, clientId: `proof-${member}`, cachePath: join(folder, `cache-${prefix}${member}`), compacted: [], logger });
  const logs = [await open('one'), await open('two')] as const;
  try {
    for (let from = 0; from < records.length; from += appendAtOnce) {
      await logs[0].commitUnit({ append: records.slice(from, from + appendAtOnce).map(({ topic, key, value }) => ({ topic, key, value })) });
    }
    const failures: unknown[] = [];
    const projectors = logs.map((log) =>
      createProjector({
        log, warehouse, vault: createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: { get: () => undefined } }),
        clock: { now: Date.now }, logger, metrics: createMetrics(), shared: true, onFatal: (error) => failures.push(error),
        // Small batches, so that both have many, and nights are recounted between them.
        options: { maxRecords: 1_500, lingerMs: 0 },
      }),
    );
    await Promise.all(projectors.map((projector) => projector.start()));
    await eventually('everything projected', 300_000, async () => {
      if (failures.length > 0) throw failures[0] as Error;
      return (await projectionLag(logs[0])) === 0 ? true : undefined;
    });
    await Promise.all(projectors.map((projector) => projector.stop()));
  } finally {
    await Promise.all(logs.map((log) => log.close()));
  }
};

// One process of the service on a cluster, for tests that kill it: run-signals.ts BROKERS TOPIC_PREFIX FOLDER.
import { createKafkaLog } from '@da06/event-log';
import { createHybridClock } from '@da06/events';
import { loadLocality } from '@da06/reference';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createKeyedHash, createSystemSealer } from '@da06/vault';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createSignals } from '../signals.ts';

const [, , brokers = '', topicPrefix = '', folder = ''] = process.argv;
const logger = createLogger({ name: 'signals', level: 'silent' });
const log = await createKafkaLog({ connection: { brokers: brokers.split(',') }, topicPrefix, clientId: 'signals', cachePath: '', compacted: [], logger });
const hashKey = Buffer.alloc(32, 2);
const vault = { ...createKeyedHash(hashKey), ...createSystemSealer(hashKey), open: (): never => { throw new Error('Nobody opens anything.'); } };
const signals = createSignals({
  log, locality: loadLocality(), vault: () => vault, path: join(folder, 'signals'), clock: { now: Date.now }, sequence: createHybridClock({ now: Date.now }), authenticate: () => Promise.reject(new Error('nobody asks')), alone: false,
  logger, metrics: createMetrics(),
  onFatal: (error) => {
    process.stdout.write(`fatal ${String(error)}\n`);
    process.exit(1);
  },
});
await signals.start();
process.stdout.write('started\n');
while (!signals.ready()) await setTimeout(20);
process.stdout.write('matches\n');

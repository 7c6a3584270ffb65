import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startNativeKafka } from './native/native-kafka.ts';

const usage = 'npm run kafka -- [--port PORT] [--data FOLDER]';

/** One broker in the foreground: for trying and for one machine without Docker. */
const main = async (): Promise<void> => {
  const { port, data } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string', default: 'data/kafka' } } }).values;
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Error(`--port ${port} is not a port. ${usage}`);
  const dataPath = resolve(data);
  mkdirSync(dataPath, { recursive: true });
  const kafka = await startNativeKafka({
    dataPath,
    ...(port === undefined ? {} : { port: Number(port) }),
    onDeath: (output) => fail(`Kafka ended by itself: ${output}`),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void kafka.stop().then(() => process.exit(0)));
  process.stderr.write(`DA06: Kafka ${kafka.version} serves, process ${kafka.pid()}, data in ${dataPath}. Ctrl+C stops it.\n`);
  process.stdout.write(`export KAFKA_BROKERS=${kafka.brokers}\n`);
};

const fail = (message: string): void => {
  process.stderr.write(`DA06: ${message}\n`);
  process.exit(1);
};

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));

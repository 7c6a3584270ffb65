import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startKafkaForTests } from './backends/kafka.ts';
import type { SharedKafka, TestKafka } from './backends/kafka.ts';
import { announceShared, readTestConfig } from './config.ts';
import { leadFoldersIntoMemory } from './folders-in-memory.ts';

/**
 * Leads the folders of a run of vitest into memory, and keeps one broker for all its files. Files are processes of their own and ask for it over loopback; the first one that asks
 * has it started, so that a run without Kafka starts and fetches nothing.
 */
export const setup = async (): Promise<(() => Promise<void>) | undefined> => {
  // Each project of a run calls this: they share the broker too.
  if (readTestConfig().shared !== undefined) return undefined;
  const removeFolders = leadFoldersIntoMemory();
  let kafka: Promise<TestKafka | undefined> | undefined;
  const server = createServer((_, response) => {
    kafka ??= startKafkaForTests();
    kafka.then(
      (started) => {
        const answer: SharedKafka = { kafka: started === undefined ? null : { brokers: started.brokers, version: started.version, how: started.how } };
        response.end(JSON.stringify(answer));
      },
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  announceShared(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    announceShared(undefined);
    server.closeAllConnections();
    server.close();
    await (await kafka?.catch(() => undefined))?.stop();
    removeFolders?.();
  };
};

import { kafkaForTests, tempFolder } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LogUnderTest } from '../log-under-test.ts';
import type { EventLog } from '../port.ts';
import { applyTopics } from './apply-topics.ts';
import { createKafkaLog, type KafkaLogOptions, type KafkaTimeouts } from './kafka-log.ts';

/** A broker that all tests of a run share; undefined where there is none to be had. */
export const brokers = (await kafkaForTests())?.brokers;

/** Fast enough for tests, with the same order of sizes as in earnest. */
const testTimeouts: Partial<KafkaTimeouts> = { sessionMs: 6_000, heartbeatMs: 200, rebalanceMs: 8_000, finishMs: 1_000, stuckMs: 60_000 };

/** Warnings of a broken connection are what many of these tests provoke. */
const quiet = { debug: () => {}, warn: () => {}, error: () => {} };

const settings = (name: string, partitions: number, cleanup: 'delete' | 'compact' = 'delete') => ({ name, partitions, cleanup, retentionMs: -1, maxMessageBytes: 16 * 1024 * 1024 });

export type Place = LogUnderTest & {
  readonly prefix: string;
  /** Opens the log as another process would, with a copy of its own. */
  readonly another: (options?: Partial<KafkaLogOptions>) => Promise<EventLog>;
};

/** A log of its own on the shared broker, or on another: a prefix nobody else has. */
export const createPlace = (create: { readonly topics?: readonly string[]; readonly on?: string } = {}): Place => {
  const prefix = `${randomBytes(6).toString('hex')}.`;
  const connection = { brokers: (create.on ?? brokers ?? '').split(',') };
  const folder = tempFolder(onTestFinished);
  let opened = 0;
  const open = (cachePath: string, options: Partial<KafkaLogOptions> = {}): Promise<EventLog> =>
    createKafkaLog({ connection, topicPrefix: prefix, clientId: 'test', cachePath, compacted: ['keys', 'keys2', 'keys3'], logger: quiet, timeouts: testTimeouts, ...options });
  return {
    prefix,
    open: async (partitions) => {
      const plain = [...new Set([...Object.keys(partitions), ...(create.topics ?? ['stays', 'never'])])];
      await applyTopics({ connection, topicPrefix: prefix, topics: [...plain.map((name) => settings(name, partitions[name] ?? 1)), ...['keys', 'keys2', 'keys3'].map((name) => settings(name, 1, 'compact'))] });
      return open(join(folder, 'first'));
    },
    another: (options) => open(join(folder, `other-${(opened += 1)}`), options),
  };
};

import { createLogger } from '@da06/service-kit';
import { deadLetterTopic, topics } from '@da06/events';
import { eventBuilders, recordOf } from '@da06/testkit';
import { vaultTopic } from '@da06/vault';
import { join } from 'node:path';
import type { CliContext } from '../cli/context.ts';
import { openLogOnly } from '../parts/open-log.ts';

const logger = createLogger({ name: 'test', level: 'error' });

/** A command line on one data folder, or on a cluster; what it writes is kept. */
export const cli = (folder: { readonly data: string; readonly callerDir: string }, { kafka, out }: { readonly kafka?: CliContext['config']['kafka']; readonly out?: CliContext['out'] } = {}) => {
  const written = { out: '', err: '' };
  const context: CliContext = {
    config: {
      ...folder, kafka, proxies: [], hostname: '127.0.0.1', port: 0, clickhousePort: 0, clickhouse: undefined, localityDir: undefined, demonstration: false,
      masterKey: { file: join(folder.data, 'master.key') }, identityMonths: undefined, programmeUrl: undefined, sweepSeconds: 60,
      projection: { maxRecords: 1_000, maxDeadLettersInARow: 20 }, remoteUrl: undefined, remoteKey: undefined,
    },
    logger,
    out: out ?? { write: (text) => (written.out += text.toString()) },
    err: { write: (text) => (written.err += text) },
  };
  return { context, written };
};

export const filled = { records: 82, values: 5 };

/** Stays, several records of a key, one of bytes that are no text, and the keys of persons. */
export const fill = async (context: CliContext): Promise<void> => {
  const build = eventBuilders({ seed: 11 });
  const { log, close } = await openLogOnly(context);
  await log.commitUnit({
    append: [
      recordOf(build.facilityRegistered()),
      ...Array.from({ length: 30 }, () => recordOf(build.checkedIn())),
      ...Array.from({ length: 50 }, (_, index) => ({ topic: topics.stays, key: `/facilities/f/stays/${index % 10}`, value: Buffer.from(`{"n":${index}}`) })),
      { topic: deadLetterTopic(topics.stays), key: 'x', value: Buffer.from([0xff, 0x00]) },
    ],
    puts: Array.from({ length: 5 }, (_, index) => ({ topic: vaultTopic, key: `p${index}`, value: Buffer.from([index, 2, 0xfe]) })),
  });
  await close();
};

/** What a log says, wherever it lies: the values of each key in order, and the live values. */
export const contents = async (context: CliContext): Promise<unknown> => {
  const { log, close } = await openLogOnly(context);
  const records: Record<string, string[]> = {};
  for (const topic of Object.values(topics).flatMap((name) => [name, deadLetterTopic(name)])) {
    for (let partition = 0; partition < log.partitions(topic); partition += 1) {
      for (const { key, value } of await log.read({ topic, partition, from: 0n, limit: 1_000 })) (records[`${topic} ${key}`] ??= []).push(Buffer.from(value).toString('hex'));
    }
  }
  const live = [...log.entries(vaultTopic)].map(([key, value]) => [key, Buffer.from(value).toString('hex')]);
  await close();
  return { records, live };
};

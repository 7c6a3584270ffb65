import { AppError } from '@da06/errors';
import { createCommitQueue } from '../commit-queue.ts';
import type { Consumer, EventLog, Position, Unit } from '../port.ts';
import { sizeOf } from '../unit-size.ts';
import { createClaims } from './claims.ts';
import { noCompacted, openCompacted } from './compacted.ts';
import type { KafkaConnection, KafkaLogger } from './connection.ts';
import { createKafkaConsumer, type ConsumerTimeouts } from './consumer.ts';
import { asAppError, isPassing } from './failures.ts';
import { useFastGzip } from './gzip.ts';
import { compressionTypes } from './kafkajs.ts';
import { createLink } from './link.ts';
import { retried } from './retry.ts';
import { commitForNobody, fetchCommitted, listOffsets } from './offsets.ts';
import { createSend } from './produce.ts';
import { createReader } from './read.ts';
import { loadTopicMap } from './topic-map.ts';
import { writeUnits } from './write-units.ts';

export type KafkaTimeouts = ConsumerTimeouts & {
  readonly connectMs: number;
  /** After so long without an answer a request has failed. */
  readonly requestMs: number;
  /** So long a send that fails is tried again before the caller is told. */
  readonly sendMs: number;
  /** How long a question is asked again while the cluster does not answer it. */
  readonly askMs: number;
};

const defaultTimeouts: KafkaTimeouts = { connectMs: 3_000, requestMs: 20_000, sendMs: 30_000, askMs: 10_000, sessionMs: 10_000, heartbeatMs: 3_000, rebalanceMs: 30_000, finishMs: 10_000, stuckMs: 600_000 };

/** What the environment says of the cluster (`kafkaOptions`). */
export type KafkaOptions = {
  readonly connection: KafkaConnection;
  /** Before the name of every topic and group, so that several installations share a cluster. */
  readonly topicPrefix?: string;
  readonly compression?: 'gzip' | 'none';
};

export type KafkaLogOptions = KafkaOptions & {
  readonly clientId: string;
  /** Folder for a copy of the compacted topics. It may be deleted; two processes must not share one. */
  readonly cachePath: string;
  /** Topics whose live values `get` and `entries` serve. */
  readonly compacted: readonly string[];
  readonly timeouts?: Partial<KafkaTimeouts>;
  readonly logger: KafkaLogger;
};

/**
 * The log on a Kafka cluster.
 * @throws AppError `log.unavailable` when the cluster does not answer, `log.topic-missing` when a compacted topic does not exist.
 */
export const createKafkaLog = async (options: KafkaLogOptions): Promise<EventLog> => {
  useFastGzip();
  const { connection, topicPrefix = '', logger } = options;
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const openLink = (purpose: string) => createLink({ connection, clientId: `${options.clientId}-${purpose}`, timeouts, logger });
  const [link, followLink] = [openLink('log'), openLink('follow')];
  const closing = new AbortController();
  const known = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing.signal.aborted) throw new AppError('log.closed');
    try {
      return await work();
    } catch (error) {
      throw asAppError(error);
    }
  };

  /** Asks again while the cluster is on its way: a broker that starts, a group whose keeper is not chosen yet. Only for what may be asked twice. */
  const asked = <T>(work: () => Promise<T>): Promise<T> => retried(() => (closing.signal.aborted ? Promise.reject(new AppError('log.closed')) : work()), { forMs: timeouts.askMs, signal: closing.signal, mayRetry: isPassing });

  const opened = await known(async () => {
    const topics = await loadTopicMap(link, topicPrefix);
    await topics.need(options.compacted);
    const id = `kafka-${topics.clusterId}${topicPrefix === '' ? '' : `-${topicPrefix}`}`;
    const compacted = options.compacted.length === 0 ? noCompacted(followLink) : await openCompacted({ path: options.cachePath, logId: id, of: options.compacted, topics, link: followLink, logger });
    return { topics, id, compacted };
  }).catch((error: unknown) => {
    for (const one of [link, followLink]) one.close();
    throw error;
  });
  const { topics, id, compacted } = opened;
  const sending = { compression: compressionTypes[options.compression ?? 'gzip'], requestMs: timeouts.requestMs, forMs: timeouts.sendMs, signal: closing.signal };
  const send = createSend({ link, ...sending });
  const readAt = createReader(link, topics);
  const listeners = new Set<() => void>();
  const consumers = new Set<Consumer>();
  const onAppend = (): void => {
    for (const listener of listeners) listener();
  };
  const claims = createClaims({ topics, openLink, onAppend, ...sending });

  const upToDate = async (): Promise<void> => {
    const ends = await Promise.all(options.compacted.map(async (topic) => (await listOffsets(link, topics, topic, 'end')).map((offset, partition) => ({ topic, partition, offset }))));
    await compacted.reached(ends.flat());
  };

  const queue = createCommitQueue<Unit, readonly Position[]>((units) =>
    known(async () => {
      const { positions, puts } = await writeUnits(units, topics, send);
      await compacted.reached(puts.filter(({ topic }) => options.compacted.includes(topic)).map(({ topic, partition, offset }) => ({ topic, partition, offset: offset + 1n })));
      return positions;
    }),
  );
  let closed: Promise<void> | undefined;

  return {
    id,
    commitUnit: async (unit) => {
      if (closed !== undefined) throw new AppError('log.closed');
      const positions = await queue.add(unit, sizeOf(unit));
      if (unit.append.length > 0) onAppend();
      return positions;
    },
    claim: (wanted) => known(() => claims.claim(wanted)),
    get: compacted.get,
    entries: compacted.entries,
    read: (at) =>
      asked(async () => {
        await topics.need([at.topic]);
        const records = await readAt(at);
        if (records.length > 0) await upToDate();
        return records;
      }),
    partitions: topics.partitions,
    ends: (topic) =>
      asked(async () => {
        await topics.need([topic]);
        return await listOffsets(link, topics, topic, 'end');
      }),
    committed: (group, topic) =>
      asked(async () => {
        await topics.need([topic]);
        const found = await fetchCommitted(link, topics, topics.full(group), [topic]);
        return found.get(topic)?.map((offset) => offset ?? 0n) ?? [];
      }),
    commit: (group, commits) =>
      asked(async () => {
        await topics.need(commits.map(({ topic }) => topic));
        await commitForNobody(link, topics, topics.full(group), commits);
      }),
    consume: (wanted) => {
      const consumer = createKafkaConsumer({ topics, shared: link, openLink: (purpose) => openLink(`${wanted.group}-${purpose}`), group: topics.full(wanted.group), timeouts, upToDate, logger }, wanted);
      consumers.add(consumer);
      return consumer;
    },
    onAppend: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed ??= (async () => {
        await Promise.all([...consumers].map((consumer) => consumer.stop()));
        await Promise.all([queue.settled(), claims.close()]);
        closing.abort();
        listeners.clear();
        await compacted.close();
        link.close();
      })();
      return closed;
    },
  };
};

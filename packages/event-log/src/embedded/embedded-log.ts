import { AppError } from '@da06/errors';
import { createCommitQueue } from '../commit-queue.ts';
import type { EventLog, LogRecord, Position } from '../port.ts';
import { sizeOf } from '../unit-size.ts';
import { createClaims } from './claims.ts';
import { consume } from './consume.ts';
import { copyEnvironment, openEnvironment } from './environment.ts';
import { countRemoved, removeRecords, type Removal } from './remove-records.ts';
import { countOf, highestOffset, isRemoved, lastOffsetOf, segmentKey, unpackSegment } from './segment.ts';
import { storageFailure } from './storage-failure.ts';
import { createTopicTable } from './topic-table.ts';
import { compactedKey, groupKey, writeUnits, type Work } from './write-units.ts';

export type EmbeddedLogOptions = {
  /** Folder of the LMDB environment; made if missing. */
  readonly path: string;
  /** Partitions of a topic; 1 where it is not named. Fixed with the topic's first record. */
  readonly partitions?: Readonly<Record<string, number>>;
  /** Only reads, also while another process writes. */
  readonly readOnly?: boolean;
};

export type EmbeddedLog = EventLog & {
  /** Writes a consistent copy of the whole log into an empty folder while appends go on; it is durable when resolved. */
  readonly backup: (folder: string) => Promise<void>;
  /**
   * Removes records for good; their places stay empty, so that every other record keeps its offset. Transactions are small: when it is interrupted a
   * part is removed, and it may be done again. Resolves to how many were removed, durably.
   */
  readonly removeRecords: (removal: Removal) => Promise<number>;
  /** Places of a partition, from one offset up to another, whose record was removed. */
  readonly countRemoved: (at: { readonly topic: string; readonly partition: number; readonly from: bigint; readonly to: bigint }) => number;
};

/**
 * The log in an LMDB environment, written by one process. An append is on the disk when it resolves; units that wait share a transaction.
 * @throws AppError `data.in-use` when this process has the folder open already. Two processes are kept apart by who opens the data folder.
 */
export const createEmbeddedLog = ({ path, partitions: wanted = {}, readOnly = false }: EmbeddedLogOptions): EmbeddedLog => {
  const environment = openEnvironment(path, readOnly);
  const { root, segments, compacted, groups } = environment;
  const table = createTopicTable({ environment, wanted, readOnly });
  const queue = createCommitQueue<Work, readonly Position[]>(async (works) => {
    try {
      return await writeUnits(environment, table, works);
    } catch (error) {
      throw await storageFailure(error);
    }
  });
  const listeners = new Set<() => void>();
  let closing: Promise<void> | undefined;

  const assertOpen = (): void => {
    if (closing !== undefined) throw new AppError('log.closed');
  };
  const assertWritable = (): void => {
    assertOpen();
    if (readOnly) throw new AppError('log.closed', { detail: 'It was opened for reading.' });
  };

  const readFrom = (at: { topicId: number; topic: string; partition: number; from: bigint; limit: number; maxBytes: number }): LogRecord[] => {
    const { topicId, topic, partition, from, limit, maxBytes } = at;
    const found: LogRecord[] = [];
    let bytes = 0;
    for (const { key: place, value: segment } of segments.getRange({ start: segmentKey(topicId, partition, from), end: segmentKey(topicId, partition, highestOffset) })) {
      const first = lastOffsetOf(place) - BigInt(countOf(segment)) + 1n;
      let offset = first < from ? from : first;
      for (const record of unpackSegment(segment, Number(offset - first))) {
        const { key, value } = record;
        if (!isRemoved(record)) found.push({ topic, partition, offset, key, value });
        offset += 1n;
        bytes += value.byteLength;
        if (found.length >= limit || bytes >= maxBytes) return found;
      }
    }
    return found;
  };

  const commitUnit: EventLog['commitUnit'] = async (unit) => {
    assertWritable();
    const positions = await queue.add(unit, sizeOf(unit));
    if (unit.append.length > 0) for (const listener of listeners) listener();
    return positions;
  };

  const log: Omit<EmbeddedLog, 'consume'> = {
    id: 'embedded',
    commitUnit,
    claim: createClaims(commitUnit),
    get: (topic, key) => {
      assertOpen();
      return compacted.get(compactedKey(topic, key));
    },
    entries: function* (topic) {
      assertOpen();
      const start = compactedKey(topic, '');
      for (const { key, value } of compacted.getRange({ start, end: `${topic}\u000b` })) yield [key.slice(start.length), value] as const;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, LMDB reads memory
    read: async ({ topic, partition, from, limit, maxBytes = Number.POSITIVE_INFINITY }) => {
      assertOpen();
      const state = table.find(topic);
      return state === undefined || limit <= 0 ? [] : readFrom({ topicId: state.id, topic, partition, from, limit, maxBytes });
    },
    partitions: table.partitions,
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    ends: async (topic) => {
      assertOpen();
      return table.find(topic)?.ends.slice() ?? Array.from({ length: table.partitions(topic) }, () => 0n);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    committed: async (group, topic) => {
      assertOpen();
      return Array.from({ length: table.partitions(topic) }, (_, partition) => BigInt(groups.get(groupKey(group, topic, partition)) ?? '0'));
    },
    commit: async (group, commits) => {
      assertWritable();
      await queue.add({ append: [], commits: { group, of: commits } }, 0);
    },
    onAppend: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    backup: (folder) => copyEnvironment(root, folder),
    removeRecords: async (removal) => {
      assertWritable();
      return await removeRecords({ environment, table, keep: (kept) => queue.add({ append: [], segments: kept }, kept.reduce((sum, [, value]) => sum + value.byteLength, 0)) }, removal);
    },
    countRemoved: (at) => {
      assertOpen();
      return countRemoved({ environment, table }, at);
    },
    close: () => {
      closing ??= queue.settled().then(() => {
        listeners.clear();
        return environment.close();
      });
      return closing;
    },
  };
  return { ...log, consume: (options) => consume(log, options) };
};

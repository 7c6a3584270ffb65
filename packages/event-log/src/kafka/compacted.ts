import { AppError } from '@da06/errors';
import { open, type Database, type RootDatabase } from 'lmdb';
import { mkdirSync } from 'node:fs';
import type { Position } from '../port.ts';
import type { KafkaLogger } from './connection.ts';
import { asAppError, isOutOfRange, isStale } from './failures.ts';
import { fetchLanes, tombstone, type FetchLane } from './fetch.ts';
import type { Link } from './link.ts';
import { listOffsets } from './offsets.ts';
import { pause } from './pause.ts';
import { retried } from './retry.ts';
import type { TopicMap } from './topic-map.ts';

export type CompactedOptions = {
  /** Folder of the copy. It may be deleted: it is read again from the cluster then. */
  readonly path: string;
  readonly logId: string;
  readonly of: readonly string[];
  readonly topics: TopicMap;
  /** A link of its own: it waits on it for what comes. */
  readonly link: Link;
  readonly logger: KafkaLogger;
};

/** The live values of compacted topics, copied to this machine so that they are read without asking the cluster. */
export type Compacted = {
  readonly get: (topic: string, key: string) => Uint8Array | undefined;
  readonly entries: (topic: string) => Iterable<readonly [key: string, value: Uint8Array]>;
  /** Resolves when everything before these offsets is in the copy. @throws AppError `log.unavailable` when that takes too long. */
  readonly reached: (ends: readonly (Position & { readonly topic: string })[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * A removal is itself removed from a compacted topic some time later (`delete.retention.ms`, a day unless set otherwise). A copy that was
 * not kept up for this long may have missed it and would keep an erased key for ever: it is thrown away and read again.
 */
const freshMs = 12 * 3600_000;
const fetchBytes = 4 * 1024 * 1024;
const waitMs = 500;
const reachedWithinMs = 30_000;
const leaderWithinMs = 10_000;

const valueKey = (topic: string, key: string): string => `${topic}\n${key}`;
const laneKey = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string => `${topic}\n${partition}`;

type Maps = { readonly root: RootDatabase; readonly values: Database<Buffer, string>; /** Next offset by lane, `log` and `fresh`. */ readonly state: Database<string, string> };

/** Opens the copy, empty unless it is one of this log and fresh. */
const openMaps = async (path: string, logId: string): Promise<Maps> => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const root: RootDatabase = open({ path, noSubdir: false, maxDbs: 3, eventTurnBatching: false });
  const values = root.openDB<Buffer, string>({ name: 'values', encoding: 'binary', compression: false });
  const state = root.openDB<string, string>({ name: 'state', encoding: 'string', compression: false });
  if (state.get('log') !== logId || Date.now() - Number(state.get('fresh') ?? 0) > freshMs) {
    await Promise.all([values.clearAsync(), state.clearAsync()]);
    await state.put('log', logId);
  }
  return { root, values, state };
};

/** For a log that follows no compacted topic: it writes nothing on this machine. */
export const noCompacted = (link: Link): Compacted => {
  link.close();
  const notFollowed = (topic: string): never => {
    throw new AppError('log.topic-missing', { detail: `${topic} is not followed here.`, context: { topic } });
  };
  return { get: notFollowed, entries: notFollowed, reached: () => Promise.resolve(), close: () => Promise.resolve() };
};

/** Opens the copy and brings it up to what the topics hold now; from then on it follows them. */
export const openCompacted = async ({ path, logId, of, topics, link, logger }: CompactedOptions): Promise<Compacted> => {
  const { root, values, state } = await openMaps(path, logId);
  const stopping = new AbortController();
  let lanes: FetchLane[] = of.flatMap((topic) =>
    Array.from({ length: topics.partitions(topic) }, (_, partition) => ({ topic, partition, from: BigInt(state.get(laneKey({ topic, partition })) ?? '0') })),
  );
  const waiting = new Set<() => void>();
  let failure: AppError | undefined;
  let freshAt = Date.now();

  const endsNow = async () => (await Promise.all(of.map(async (topic) => (await listOffsets(link, topics, topic, 'end')).map((offset, partition) => ({ topic, partition, offset }))))).flat();
  // Of a topic that was made a moment ago the brokers may know the leader before the leader knows it.
  const listEnds = () => retried(endsNow, { forMs: leaderWithinMs, mayRetry: isStale, signal: stopping.signal });
  const isBefore = (ends: readonly (Position & { readonly topic: string })[]): boolean =>
    ends.some((end) => (lanes.find((lane) => laneKey(lane) === laneKey(end))?.from ?? end.offset) < end.offset);

  /** The copy is as new as the last ends that it has reached. */
  let mark = { at: Date.now(), ends: await listEnds() };
  const keepFresh = async (): Promise<void> => {
    if (isBefore(mark.ends)) return;
    freshAt = mark.at;
    await state.put('fresh', String(freshAt));
    mark = { at: Date.now(), ends: await listEnds() };
  };

  /** Takes over what comes next. */
  const follow = async (wait: number): Promise<void> => {
    const fetched = await fetchLanes(link, topics.full, lanes, { waitMs: wait, maxBytes: fetchBytes });
    if (fetched.length === 0) return;
    await root.batch(() => {
      for (const { topic, partition, records, next } of fetched) {
        for (const { key, value } of records) {
          if (value === tombstone) void values.remove(valueKey(topic, key));
          else void values.put(valueKey(topic, key), Buffer.from(value.buffer, value.byteOffset, value.byteLength));
        }
        void state.put(laneKey({ topic, partition }), String(next));
      }
    });
    lanes = lanes.map((lane) => ({ ...lane, from: fetched.find((one) => laneKey(one) === laneKey(lane))?.next ?? lane.from }));
    for (const wake of waiting) wake();
  };

  const startAnew = async (): Promise<void> => {
    await values.clearAsync();
    for (const topic of of) {
      const earliest = await listOffsets(link, topics, topic, 'earliest');
      lanes = lanes.map((lane) => (lane.topic === topic ? { ...lane, from: earliest[lane.partition] ?? 0n } : lane));
    }
  };

  const catchUp = async (): Promise<void> => {
    const { ends } = mark;
    if (lanes.some((lane) => lane.from > (ends.find((end) => laneKey(end) === laneKey(lane))?.offset ?? 0n))) await startAnew();
    while (isBefore(ends)) await follow(waitMs);
    await keepFresh();
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted && failure === undefined; ) {
      try {
        await follow(waitMs);
        failures = 0;
        if (Date.now() - mark.at > 60_000) await keepFresh();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (isOutOfRange(error)) failure = new AppError('log.offset-out-of-range', { cause: error, detail: 'A compacted topic was made anew.' });
        else logger.warn({ code: 'log.unavailable', err: asAppError(error) }, 'compacted topics cannot be followed; trying again');
        await pause(Math.min(5_000, 100 * 2 ** failures), stopping.signal);
        failures += 1;
      }
      if (Date.now() - freshAt > freshMs) failure = new AppError('log.unavailable', { detail: 'The copy of the compacted topics is too old.' });
    }
  };

  const assertUsable = (topic: string): void => {
    if (stopping.signal.aborted) throw new AppError('log.closed');
    if (failure !== undefined) throw failure;
    if (!of.includes(topic)) throw new AppError('log.topic-missing', { detail: `${topic} is not followed here.`, context: { topic } });
  };

  try {
    await catchUp().catch(async (error: unknown) => {
      if (!isOutOfRange(error)) throw error;
      await startAnew();
      await catchUp();
    });
  } catch (error) {
    await root.close();
    throw asAppError(error);
  }
  const running = run();

  return {
    get: (topic, key) => {
      assertUsable(topic);
      return values.get(valueKey(topic, key));
    },
    entries: function* (topic) {
      assertUsable(topic);
      const start = valueKey(topic, '');
      for (const { key, value } of values.getRange({ start, end: `${topic}\u000b` })) yield [key.slice(start.length), value] as const;
    },
    reached: async (ends) => {
      const until = performance.now() + reachedWithinMs;
      while (isBefore(ends)) {
        if (failure !== undefined) throw failure;
        if (performance.now() > until || stopping.signal.aborted) throw new AppError('log.unavailable', { retryable: true, detail: 'The copy of the compacted topics is behind.' });
        let wake = (): void => {};
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1_000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          waiting.add(wake);
        });
        waiting.delete(wake);
      }
    },
    close: async () => {
      stopping.abort();
      link.close();
      await running;
      await root.close();
    },
  };
};

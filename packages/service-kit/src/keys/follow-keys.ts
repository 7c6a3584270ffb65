import type { EventLog } from '@da06/event-log';
import { parseEvent, topics } from '@da06/events';
import { setTimeout } from 'node:timers/promises';
import { createKeys, type Keys } from './keys.ts';

export type FollowKeysOptions = {
  /** Milliseconds between looks into the log: so long a revoked key may still be let in. */
  readonly everyMs?: number;
  /** Told of a log that cannot be read; it is tried again. */
  readonly onError: (error: unknown) => void;
};

export type FollowedKeys = {
  readonly keys: Pick<Keys, 'byHash'>;
  /** Reads the topic to its end, then follows it. @throws AppError `log.*`. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The keys of an installation for a process that does not issue them itself: the registry topic, read and followed. */
export const followKeys = (log: Pick<EventLog, 'read' | 'partitions'>, { everyMs = 500, onError }: FollowKeysOptions): FollowedKeys => {
  const keys = createKeys();
  const positions = new Map<number, bigint>();
  const stopping = new AbortController();
  let following: Promise<void> = Promise.resolve();

  const readOn = async (): Promise<void> => {
    for (let partition = 0; partition < log.partitions(topics.registry); partition += 1) {
      for (;;) {
        const records = await log.read({ topic: topics.registry, partition, from: positions.get(partition) ?? 0n, limit: 5_000 });
        const last = records.at(-1);
        if (last === undefined) break;
        for (const { value } of records) {
          const parsed = parseEvent(value);
          if (parsed.ok) keys.apply(parsed.event);
        }
        positions.set(partition, last.offset + 1n);
      }
    }
  };
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await setTimeout(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await readOn().catch(onError);
    }
  };
  return {
    keys,
    start: async () => {
      await readOn();
      following = follow();
    },
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
};

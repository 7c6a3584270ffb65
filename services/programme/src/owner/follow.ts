import { AppError } from '@da06/errors';
import type { EventLog, LogRecord } from '@da06/event-log';
import { parseEvent, streamOwnerClaimedType, StreamOwnerClaimedData, type Envelope, type HybridClock } from '@da06/events';
import { setTimeout } from 'node:timers/promises';

export type FollowOptions = {
  readonly log: Pick<EventLog, 'read' | 'partitions'>;
  /** Topics of one partition each, so that one claim ends what is before it. */
  readonly topics: readonly string[];
  /** The right whose claims are looked for. */
  readonly owner: string;
  readonly sequence: Pick<HybridClock, 'observe'>;
  /** Told of every event once, in the order of its topic. */
  readonly apply: (event: Envelope, topic: string) => void;
};

type Place = { readonly topic: string; readonly offset: bigint };

/** Reading topics on from where it stands, from their beginning at first. One reading at a time. */
export type Follower = {
  /** Hands on what is there now. */
  readonly readOn: () => Promise<void>;
  /** Hands on what is there up to these places, and waits until it is. */
  readonly readTo: (places: readonly Place[], signal: AbortSignal) => Promise<void>;
  /** Hands on what this process has written itself, as if it had been read. */
  readonly take: (place: Place, event: Envelope) => void;
  /** The last claim of the right, as the first topic has it. */
  readonly lastClaim: () => StreamOwnerClaimedData | undefined;
};

const recordsAtOnce = 5_000;
/** A cluster shows what was committed a moment later. */
const shownMs = 10;

export const createFollower = ({ log, topics, owner, sequence, apply }: FollowOptions): Follower => {
  for (const topic of topics) if (log.partitions(topic) !== 1) throw new AppError('config.invalid', { detail: `${topic} must have one partition to have one owner.`, context: { topic, partitions: log.partitions(topic) } });
  const next = new Map(topics.map((topic) => [topic, 0n]));
  let claim: StreamOwnerClaimedData | undefined;

  const noteClaim = (event: Envelope): void => {
    const claimed = StreamOwnerClaimedData.parse(event.data);
    if (claimed.owner === owner) claim = claimed;
  };
  const take = ({ topic, offset }: Place, event: Envelope): void => {
    next.set(topic, offset + 1n);
    sequence.observe(event.sequence);
    if (topic === topics[0] && event.type === streamOwnerClaimedType) noteClaim(event);
    apply(event, topic);
  };
  /** Records that cannot be read are the projector's to set aside. */
  const read = (record: LogRecord): void => {
    const parsed = parseEvent(record.value);
    if (parsed.ok) take(record, parsed.event);
    else next.set(record.topic, record.offset + 1n);
  };
  const readTopic = async (topic: string): Promise<void> => {
    let records: readonly LogRecord[];
    do {
      records = await log.read({ topic, partition: 0, from: next.get(topic) ?? 0n, limit: recordsAtOnce });
      for (const record of records) read(record);
    } while (records.length > 0);
  };
  const readOn = async (): Promise<void> => {
    for (const topic of topics) await readTopic(topic);
  };

  return {
    readOn,
    readTo: async (places, signal) => {
      for (;;) {
        await readOn();
        if (places.every(({ topic, offset }) => (next.get(topic) ?? 0n) > offset)) return;
        await setTimeout(shownMs, undefined, { signal });
      }
    },
    take,
    lastClaim: () => claim,
  };
};

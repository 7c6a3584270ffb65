import { dayMs } from '@da06/domain';
import type { Commit, EventLog, LogRecord } from '@da06/event-log';
import { parseEvent, topics, type Envelope, type HybridClock } from '@da06/events';
import type { Known } from '../known/known.ts';
import { findAlerts } from '../matching/find-alerts.ts';
import { everyHashOf, fold, mayCount } from '../matching/fold.ts';
import { raisedEvent, type FoundAlert } from '../matching/raised-event.ts';
import { stayToMatch } from '../matching/stay-of.ts';

export type MatcherDeps = {
  readonly log: EventLog;
  readonly known: Known;
  readonly hashOf: (key: string) => string;
  readonly clock: { readonly now: () => number };
  readonly sequence: Pick<HybridClock, 'observe'>;
  readonly onRaised: (alerts: readonly FoundAlert[]) => void;
};

/** What is read: the watch-list and alerts before the stays, so that a reading from the beginning knows what was raised. */
export const matchedTopics: readonly string[] = [topics.security, topics.stays];

const recordsAtOnce = 2_000;
/** Alerts of one unit of the log. */
const alertsAtOnce = 500;
/** Longer than any stay is looked back at, a closed one and an open one. */
const keptDays = { closed: 32, open: 367 };

export type Matcher = {
  /** Reads the log to its end, then looks at every entry: what a stop or a crash has left undone is raised now. */
  readonly catchUp: () => Promise<void>;
  /** Takes what a consumer was handed, and raises what follows from it; again harmless. */
  readonly take: (records: readonly LogRecord[], after: readonly Commit[]) => Promise<void>;
  /** Appends events of this service, and knows them from then on. @throws AppError `log.unavailable` when it is not known whether they were kept, `service.storage-full`. */
  readonly append: (events: readonly Envelope[]) => Promise<void>;
  /** Finds out what was kept where that is not known. */
  readonly settle: () => Promise<void>;
};

/** Records into what is known, and from there into alerts. One call at a time. A place is remembered after the alerts that follow from what lies before it are in the log. */
export const createMatcher = ({ log, known, hashOf, clock, sequence, onRaised }: MatcherDeps): Matcher => {
  /** Whether it is not known what was kept of the last events. */
  let doubtful = false;
  let prunedOn = 0;

  const foldEvents = async (events: readonly (readonly [Envelope, number, number])[]): Promise<ReadonlySet<string>> => {
    const hashes = new Set<string>();
    await known.write((changes) => {
      for (const [event, partition, offset] of events) for (const hash of fold(event, [partition, offset], { known, changes, hashOf })) hashes.add(hash);
    });
    return hashes;
  };
  const foldRecords = async (records: readonly LogRecord[]): Promise<ReadonlySet<string>> => {
    const events: [Envelope, number, number][] = [];
    for (const { value, partition, offset } of records) {
      // Records that cannot be read are the projector's to set aside.
      const parsed = mayCount(value) ? parseEvent(value) : undefined;
      if (parsed?.ok !== true) continue;
      sequence.observe(parsed.event.sequence);
      events.push([parsed.event, partition, Number(offset)]);
    }
    return await foldEvents(events);
  };
  const remember = (after: readonly { readonly topic: string; readonly partition: number; readonly offset: bigint }[]): Promise<void> =>
    known.write((changes) => {
      for (const { topic, partition, offset } of after) changes.putPosition(topic, partition, Number(offset));
    });

  const append = async (events: readonly Envelope[]): Promise<void> => {
    doubtful = true;
    await log.commitUnit({ append: events.map((event) => ({ topic: topics.security, key: event.subject, value: Buffer.from(JSON.stringify(event)) })) });
    doubtful = false;
    await foldEvents(events.map((event) => [event, 0, 0]));
  };

  /** Reads a partition on to a place, or to its end, without raising anything. */
  const readOn = async (topic: string, partition: number, to: bigint): Promise<void> => {
    for (let from = BigInt(known.position(topic, partition)); from < to; ) {
      const read = await log.read({ topic, partition, from, limit: recordsAtOnce });
      await foldRecords(read);
      from = (read.at(-1)?.offset ?? to - 1n) + 1n;
      await remember([{ topic, partition, offset: from }]);
    }
  };
  const readTopic = async (topic: string): Promise<void> => {
    for (const [partition, end] of (await log.ends(topic)).entries()) await readOn(topic, partition, end);
  };

  const settle = async (): Promise<void> => {
    if (doubtful) await readTopic(topics.security);
    doubtful = false;
  };

  const raise = async (hashes: Iterable<string>): Promise<void> => {
    await settle();
    const alerts = findAlerts(known, hashes);
    for (let from = 0; from < alerts.length; from += alertsAtOnce) {
      const some = alerts.slice(from, from + alertsAtOnce);
      await append(some.map(raisedEvent));
      onRaised(some);
    }
  };

  /** Stays that are too long ago for any entry to come go; those that an alert is about stay. */
  const prune = async (): Promise<void> => {
    const today = Math.floor(clock.now() / dayMs);
    if (today === prunedOn) return;
    prunedOn = today;
    const alerted = new Set([...known.alerts()].map(({ state: { raised } }) => `${raised.facility}/${raised.ref}`));
    const old: { readonly key: string; readonly hashes: readonly string[] }[] = [];
    for (const [key, stay] of known.stays()) {
      const held = stayToMatch(stay);
      const kept = held?.departedAt === undefined ? keptDays.open : keptDays.closed;
      if (held !== undefined && !alerted.has(key) && held.arrivedAt < (today - kept) * dayMs) old.push({ key, hashes: everyHashOf(stay) });
    }
    if (old.length === 0) return;
    await known.write((changes) => {
      for (const { key, hashes } of old) changes.removeStay(key, hashes);
    });
  };

  return {
    catchUp: async () => {
      for (const topic of matchedTopics) await readTopic(topic);
      await raise(entryHashes(known));
      await prune();
    },
    take: async (records, after) => {
      const first = new Map<string, LogRecord>();
      for (const record of records) if (!first.has(`${record.topic}/${String(record.partition)}`)) first.set(`${record.topic}/${String(record.partition)}`, record);
      let gap = false;
      for (const { topic, partition, offset } of first.values()) {
        if (offset <= BigInt(known.position(topic, partition))) continue;
        gap = true;
        await readOn(topic, partition, offset);
      }
      await raise(await foldRecords(records));
      if (gap) await raise(entryHashes(known));
      await remember(after.filter(({ topic, partition, offset }) => offset > BigInt(known.position(topic, partition))));
      await prune();
    },
    append,
    settle,
  };
};

const entryHashes = (known: Known): Set<string> => {
  const hashes = new Set<string>();
  for (const entry of known.entries()) for (const hash of entry.hashes) hashes.add(hash);
  return hashes;
};

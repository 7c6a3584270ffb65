/** One record of the log. `offset` is its place in the partition: for diagnosis and reading on, it decides no value. */
export type LogRecord = { readonly topic: string; readonly partition: number; readonly offset: bigint; readonly key: string; readonly value: Uint8Array };

/** A record to append. Its partition follows from its key, so that records of one key stay in order. */
export type Append = { readonly topic: string; readonly key: string; readonly value: Uint8Array };

/** A change of a compacted topic: the value of a key, null = remove it. */
export type Put = { readonly topic: string; readonly key: string; readonly value: Uint8Array | null };

export type Position = { readonly partition: number; readonly offset: bigint };

/** What a group has done in one partition: `offset` is the next to read. */
export type Commit = { readonly topic: string; readonly partition: number; readonly offset: bigint };

/** Records and changes of compacted topics that are kept together. Its values must not change until it is kept. */
export type Unit = { readonly append: readonly Append[]; readonly puts?: readonly Put[] };

/** Records of several topics and partitions, in order within each partition, and where a group stands once they are done. */
export type Batch = { readonly records: readonly LogRecord[]; readonly after: readonly Commit[] };

export type ConsumeOptions = {
  readonly group: string;
  readonly topics: readonly string[];
  readonly maxRecords: number;
  /** Bytes of values after which a batch is closed. */
  readonly maxBytes: number;
  /**
   * Handles a batch. It resolves when the batch is taken over; the next one is read from then on. Only `done` commits the batch,
   * at once or later; batches are to be done in the order they came. What is not done is handed out again by the next start, or to
   * the member that gets its partition: `done` of a batch whose partition was given away commits nothing of it.
   */
  readonly handler: (batch: Batch, done: () => Promise<void>) => Promise<void>;
  /** Told of a failing handler, or of a log that cannot be read, before it is tried again. */
  readonly onError: (error: unknown, attempt: number) => void;
  /** Told once when the consumer has left by itself and will not come back (offset out of range, stuck, topic lost). The process should end. */
  readonly onFatal?: (error: unknown) => void;
  /** Milliseconds to wait before the next attempt; `attempt` counts from 0. */
  readonly backOff?: (attempt: number) => number;
  /** Milliseconds between looks for records of other processes; those of this one wake the loop. */
  readonly idlePoll?: number;
  /** After a small batch (under a tenth of `maxRecords`) the next is read so many milliseconds after it, or later: many tiny batches cost more than they hasten. */
  readonly linger?: number;
  /** Runs the reading and the handing over of a batch in turn with other work of the caller's; a cluster's log is read ahead, and only handed over in turn. At once unless told. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Takes every partition of the group's topics for this member while it lives; the others wait (a rebuild). The embedded log has one member: always so. */
  readonly exclusive?: boolean;
};

/** Work that waits for nobody. */
export const atOnce = <T>(work: () => Promise<T>): Promise<T> => work();

export type Consumer = {
  readonly start: () => Promise<void>;
  /** Ends after the batch in hand, without another attempt at it; resolves when the loop has left. */
  readonly stop: () => Promise<void>;
  /** Records of the whole group behind the end of the log, counted from what is committed. */
  readonly lag: () => Promise<number>;
  /** Whether this member holds every partition of its topics. */
  readonly ownsAll: () => boolean;
};

/** The right to append to topics that one process at a time decides. */
export type Ownership = {
  /** Where the records that the claim itself wrote lie, in their order: who has read up to them knows all that was decided before. */
  readonly claimed: readonly Position[];
  /**
   * Appends all of the records or none, durable when resolved, and only while nobody has claimed since. One at a time, in the order of the calls. Readers
   * of a cluster may see them a moment later. A failed one ends the ownership: whoever wants to go on claims again and reads on from where it stands.
   * @throws AppError `log.not-owner` when another has claimed, or the ownership is over: nothing of it is in the log; `log.unavailable` (retryable) when it is not known
   *   whether it is kept; on the embedded log also `service.storage-full`: nothing of it is kept; RangeError for a key that is empty or longer than 1,024 bytes, which ends nothing.
   */
  readonly append: (records: readonly Append[]) => Promise<readonly Position[]>;
  /** Gives the right up; what is under way is kept first. */
  readonly release: () => Promise<void>;
};

export type ClaimOptions = {
  /** Names the right, not the process: all who want it use the same. */
  readonly owner: string;
  /** Written by the claim, so that others learn of it. */
  readonly records: readonly Append[];
};

/** The log as services see it: append is durable when it resolves, reading is by position, groups remember how far they came. */
export type EventLog = {
  /** Names this log: offsets of one mean nothing in another. */
  readonly id: string;
  /**
   * Appends records and changes compacted topics, durable when resolved. Positions are in the order of `append`. Nobody reads any of it
   * before it is durable, and no record before the changes of its unit. Units are kept in the order of the calls. The embedded log keeps all
   * of a unit or nothing. Of one that fails on a cluster a part may be kept: read on to the log's end before deciding again, and bear repeats.
   * @throws AppError `service.storage-full` (retryable, nothing of the unit is kept) when there is no room, `log.unavailable` when a cluster does
   *   not acknowledge it in time, `log.closed` after close; RangeError for a key that is empty or longer than 1,024 bytes.
   */
  readonly commitUnit: (unit: Unit) => Promise<readonly Position[]>;
  /**
   * Takes the right of that name. From when this resolves nothing is kept of what an owner before appends. On a cluster that is so across processes; the embedded log
   * has one process. Topics that have an owner are written by owners alone.
   * @throws AppError as `commitUnit`; on a cluster `log.not-owner` when somebody claims at the same moment.
   */
  readonly claim: (options: ClaimOptions) => Promise<Ownership>;
  /** The live value of a key of a compacted topic. */
  readonly get: (topic: string, key: string) => Uint8Array | undefined;
  /** All live values of a compacted topic, by key. */
  readonly entries: (topic: string) => Iterable<readonly [key: string, value: Uint8Array]>;
  /**
   * Records of one partition from a position on: at most `limit` of them, ending with the one that passes `maxBytes` (of values).
   * Empty at the end of the partition. Offsets may have gaps, where a record was removed or a place is not one of a record. A value may share its memory with its neighbours: copy what is kept for long.
   */
  readonly read: (at: { readonly topic: string; readonly partition: number; readonly from: bigint; readonly limit: number; readonly maxBytes?: number }) => Promise<readonly LogRecord[]>;
  readonly partitions: (topic: string) => number;
  /** The next offset of each partition, of what is durable. */
  readonly ends: (topic: string) => Promise<readonly bigint[]>;
  /** How far a group came, per partition. */
  readonly committed: (group: string, topic: string) => Promise<readonly bigint[]>;
  /** Remembers how far a group came, durable when resolved. It may go back. */
  readonly commit: (group: string, commits: readonly Commit[]) => Promise<void>;
  /**
   * Reads the topics of a group from where it stands and hands batches to `handler`, one at a time and in order per partition.
   * A failing batch is tried again, the same records, until they are done or the consumer stops: they are never passed over and never committed.
   */
  readonly consume: (options: ConsumeOptions) => Consumer;
  /** Calls back after each durable append of this process; returns the way to stop it. */
  readonly onAppend: (listener: () => void) => () => void;
  /** Ends after what is under way is kept. */
  readonly close: () => Promise<void>;
};

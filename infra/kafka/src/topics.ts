import { deadLetterTopic, nightsDueTopic, topics } from '@da06/events';

/** One topic of the log as an administrator wants it on a cluster. */
export type TopicSettings = {
  readonly name: string;
  readonly partitions: number;
  readonly cleanup: 'delete' | 'compact';
  /** Milliseconds after which records are removed; -1 = never. */
  readonly retentionMs: number;
  /** The largest batch of records a broker takes, in bytes. */
  readonly maxMessageBytes: number;
  /** Other settings by Kafka's names. */
  readonly config: Readonly<Record<string, string>>;
};

/** The vault's compacted topic, as `@da06/vault` names it: keys of persons, wrapped. */
const vaultTopic = 'da06.vault';

const never = -1;
const day = 86_400_000;
const mebibyte = 1024 * 1024;

/** Said for each topic because a cluster's own defaults may differ: nothing goes by size, and a replica that lags never becomes the truth. */
const kept = { 'retention.bytes': '-1', 'unclean.leader.election.enable': 'false' };

/** Every topic of DA06. The log is the truth, so that nothing of it is ever removed by age or size. */
export const topicSettings: readonly TopicSettings[] = [
  ...Object.values(topics).flatMap((name): TopicSettings[] => [
    { name, partitions: name === topics.stays ? 12 : 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 16 * mebibyte, config: kept },
    // A dead letter holds the sealed bytes of the record that it sets aside, so that it must be let in when it is larger.
    { name: deadLetterTopic(name), partitions: 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 32 * mebibyte, config: kept },
  ]),
  {
    name: vaultTopic, partitions: 1, cleanup: 'compact', retentionMs: never, maxMessageBytes: 16 * mebibyte,
    config: {
      ...kept,
      // A key that was erased has to leave the disk, also of a segment that is still written to.
      'max.compaction.lag.ms': String(day),
      // A reader that was away that long still learns what was erased; the mark itself holds nothing.
      'delete.retention.ms': String(90 * day),
    },
  },
  // Work, not facts: marks that were recounted long ago are of no use.
  { name: nightsDueTopic, partitions: 1, cleanup: 'delete', retentionMs: 30 * day, maxMessageBytes: 16 * mebibyte, config: kept },
];

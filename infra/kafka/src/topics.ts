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
};

/** The vault's compacted topic, as `@da06/vault` names it: keys of persons, wrapped. */
const vaultTopic = 'da06.vault';

const never = -1;
const day = 86_400_000;
const mebibyte = 1024 * 1024;

/** Every topic of DA06. The log is the truth, so that nothing of it is ever removed by age. */
export const topicSettings: readonly TopicSettings[] = [
  ...Object.values(topics).flatMap((name): TopicSettings[] => [
    { name, partitions: name === topics.stays ? 12 : 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 16 * mebibyte },
    { name: deadLetterTopic(name), partitions: 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 32 * mebibyte },
  ]),
  { name: vaultTopic, partitions: 1, cleanup: 'compact', retentionMs: never, maxMessageBytes: 16 * mebibyte },
  // Work, not facts: marks that were recounted long ago are of no use.
  { name: nightsDueTopic, partitions: 1, cleanup: 'delete', retentionMs: 30 * day, maxMessageBytes: 16 * mebibyte },
];

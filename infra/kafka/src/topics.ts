import { deadLetterTopic, topics } from '@da06/events';

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

const never = -1;
const mebibyte = 1024 * 1024;

/** Every topic of DA06. The log is the truth, so that nothing of it is ever removed by age. */
export const topicSettings: readonly TopicSettings[] = [
  ...Object.values(topics).flatMap((name): TopicSettings[] => [
    { name, partitions: name === topics.stays ? 12 : 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 16 * mebibyte },
    { name: deadLetterTopic(name), partitions: 1, cleanup: 'delete', retentionMs: never, maxMessageBytes: 32 * mebibyte },
  ]),
];

export { createEmbeddedLog, type EmbeddedLog, type EmbeddedLogOptions } from './embedded/embedded-log.ts';
export { applyTopics, type ApplyTopicsOptions, type TopicDrift, type TopicSettings, type TopicsApplied } from './kafka/apply-topics.ts';
export type { KafkaConnection, KafkaLogger } from './kafka/connection.ts';
export { kafkaConnection, kafkaEnv, kafkaOptions, type KafkaSettings } from './kafka/env.ts';
export { createKafkaLog, type KafkaLogOptions, type KafkaOptions, type KafkaTimeouts } from './kafka/kafka-log.ts';
export { partitionOf } from './partition-of.ts';
export { readAll } from './read-all.ts';
export { createSignal } from './signal.ts';
export type { Append, Batch, ClaimOptions, Commit, ConsumeOptions, Consumer, EventLog, LogRecord, Ownership, Position, Put, Unit } from './port.ts';

export { consume, type Consumer, type ConsumeOptions } from './consume.ts';
export { createEmbeddedLog, type EmbeddedLog, type EmbeddedLogOptions } from './embedded/embedded-log.ts';
export { partitionOf } from './partition-of.ts';
export type { Append, Commit, EventLog, LogRecord, Position, Put, Unit } from './port.ts';
export type { Batch } from './read-batch.ts';

export { createEmbeddedLog, type EmbeddedLog, type EmbeddedLogOptions } from './embedded/embedded-log.ts';
export { partitionOf } from './partition-of.ts';
export type { Append, Batch, Commit, ConsumeOptions, Consumer, EventLog, LogRecord, Position, Put, Unit } from './port.ts';

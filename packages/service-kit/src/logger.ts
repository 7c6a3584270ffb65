import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * JSON lines on stderr, written at once so that the last line before a crash is there.
 * Callers log codes, counts, ids and times: never a body, a query with values, or anything about a person.
 */
export const createLogger = (options: { name: string; level?: LogLevel; destination?: DestinationStream }): Logger =>
  pino(
    { name: options.name, level: options.level ?? 'info', base: { name: options.name }, timestamp: pino.stdTimeFunctions.isoTime, redact: redacted },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  );

/** A second line of defence only: what never belongs in a log line, should someone log a request. */
const redacted = { paths: ['body', 'key', 'authorization', '*.authorization', 'headers', '*.headers', 'guest', '*.guest'], remove: true };

import type { Logger } from './logger.ts';

export type ShutdownDeps = {
  readonly logger: Logger;
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>;
  /** After this the process ends with code 1, whatever still hangs. */
  readonly timeoutMs?: number;
};

/**
 * Stops in order when asked: SIGTERM or SIGINT run `stop` and end with 0. Anything not asked for (an exception, a rejection, `fatal`)
 * runs it too and ends with 1: a crash never looks like a requested stop.
 */
export const installShutdown = (stop: () => Promise<void>, deps: ShutdownDeps): { fatal: (error: unknown) => void } => {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => {
      deps.logger.fatal('stopping took too long');
      deps.process.exit(1);
    }, deps.timeoutMs ?? 15_000).unref();
    stop().then(
      () => deps.process.exit(code),
      (error: unknown) => {
        deps.logger.fatal({ err: describe(error) }, 'stopping failed');
        deps.process.exit(1);
      },
    );
  };
  const fatal = (error: unknown): void => {
    deps.logger.fatal({ err: describe(error) }, 'fatal');
    end(1);
  };
  deps.process.on('SIGTERM', () => end(0));
  deps.process.on('SIGINT', () => end(0));
  deps.process.on('uncaughtException', fatal);
  deps.process.on('unhandledRejection', fatal);
  return { fatal };
};

const describe = (error: unknown): unknown =>
  error instanceof Error ? { type: error.name, message: error.message, stack: error.stack } : { type: typeof error };

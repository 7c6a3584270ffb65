import { AppError } from '@da06/errors';
import type { Logger } from '@da06/service-kit';
import type { LiveLine } from '../api.ts';

export type LiveDeps = {
  /** The newest receipt that can be seen, in Unix milliseconds; undefined while there is none. */
  readonly newest: () => Promise<number | undefined>;
  /** Events that are accepted and cannot be seen yet; not given where this process cannot tell. */
  readonly lag?: () => Promise<number>;
  readonly now: () => number;
  readonly logger: Logger;
  /** Milliseconds between two looks (400), and after which a line is said again (15 s). */
  readonly lookMs?: number;
  readonly beatMs?: number;
};

export type Live = {
  /** Lines of JSON for one listener, until it goes or everything stops. @throws AppError `service.overloaded`, `warehouse.*`. */
  readonly listen: () => Promise<ReadableStream<Uint8Array>>;
  readonly listeners: () => number;
  /** Ends every stream; later ones end at once. */
  readonly stop: () => void;
};

type Listener = ReadableStreamDefaultController<Uint8Array>;

const mostListeners = 1_000;
/** Lines that a page may be behind before it misses some. */
const linesAhead = 16;
const encoder = new TextEncoder();

/** Tells every listener when newer events can be seen. One look at a time for all of them, and none while nobody listens. */
export const createLive = ({ newest, lag, now, logger, lookMs = 400, beatMs = 15_000 }: LiveDeps): Live => {
  const listeners = new Set<Listener>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let asOf: number | undefined;
  let toldAt = 0;
  /** Events that could not be seen yet when listeners were last told; null where nobody knows. */
  let behind: number | null = null;

  const lineNow = (): Uint8Array => encoder.encode(`${JSON.stringify({ asOf: asOf ?? null, lag: behind, at: now() } satisfies LiveLine)}\n`);
  /** A page that does not read gets a later line instead. */
  const tell = (listener: Listener, line: Uint8Array): void => {
    if ((listener.desiredSize ?? 0) > 0) listener.enqueue(line);
  };

  const lookNow = async (): Promise<void> => {
    const found = await newest();
    const left = (await lag?.()) ?? null;
    // A receipt is seen before the figures of its day are made anew: listeners are told again once nothing is left.
    const isDone = left === 0 && behind !== 0;
    if (found === asOf && !isDone && now() - toldAt < beatMs) return;
    asOf = found;
    behind = left;
    const line = lineNow();
    toldAt = now();
    for (const listener of listeners) tell(listener, line);
  };
  let looking: Promise<void> | undefined;
  const look = (): Promise<void> => (looking ??= lookNow().finally(() => (looking = undefined)));

  const lookAgain = (): void => {
    timer = undefined;
    if (listeners.size === 0 || stopped) return;
    timer = setTimeout(() => {
      // While the tables do not answer nobody is told anything: lights of freshness go out by themselves.
      look().catch((error: unknown) => logger.warn({ code: error instanceof AppError ? error.code : 'internal', err: error }, 'the newest receipt cannot be read; trying again')).finally(lookAgain);
    }, lookMs).unref();
  };

  const listen: Live['listen'] = async () => {
    if (listeners.size >= mostListeners) throw new AppError('service.overloaded', { retryable: true });
    await look();
    const first = lineNow();
    let own: Listener | undefined;
    return new ReadableStream<Uint8Array>(
      {
        start: (listener) => {
          listener.enqueue(first);
          if (stopped) {
            listener.close();
            return;
          }
          own = listener;
          listeners.add(listener);
          if (timer === undefined) lookAgain();
        },
        cancel: () => void (own !== undefined && listeners.delete(own)),
      },
      { highWaterMark: linesAhead },
    );
  };
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
    for (const listener of listeners) listener.close();
    listeners.clear();
  };
  return { listen, listeners: () => listeners.size, stop };
};

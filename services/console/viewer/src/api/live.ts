import type { LiveLine } from '@da06/console/api';
import type { Api } from './client.ts';

export type LiveState = 'waiting' | 'open' | 'lost';
export type LiveOptions = {
  readonly send: Api['send'];
  readonly told: (line: LiveLine) => void;
  readonly state: (state: LiveState) => void;
  readonly signal: AbortSignal;
};

/** The server repeats its line every 15 s: without one for this long the connection is dead, even if nobody closed it. */
const silence = 40_000;
const waits = [1_000, 2_000, 5_000, 10_000];

/** Splits a stream of text into lines as they come; what is behind the last line end waits for the rest. */
export const lineSplitter = (): ((text: string) => readonly string[]) => {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  };
};

const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number';

/** One line of the stream; undefined for one that says something else. */
export const lineOf = (text: string): LiveLine | undefined => {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null || !('asOf' in said && 'lag' in said && 'at' in said)) return undefined;
  const { asOf, lag, at } = said;
  return isNumberOrNull(asOf) && isNumberOrNull(lag) && typeof at === 'number' ? { asOf, lag, at } : undefined;
};

/** Listens until the signal ends it, and connects again whenever the stream breaks or falls silent. */
export const followLive = async ({ send, told, state, signal }: LiveOptions): Promise<void> => {
  let failures = 0;
  while (!signal.aborted) {
    const attempt = new AbortController();
    const stop = (): void => attempt.abort();
    signal.addEventListener('abort', stop);
    let watchdog = setTimeout(stop, silence);
    try {
      const response = await send('/console/live', { signal: attempt.signal });
      const split = lineSplitter();
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) break;
        clearTimeout(watchdog);
        watchdog = setTimeout(stop, silence);
        for (const line of split(chunk.value).map(lineOf)) {
          if (line === undefined) continue;
          failures = 0;
          state('open');
          told(line);
        }
      }
    } catch {
      // Whatever broke it, the light says that it is broken, and it is tried again below.
    } finally {
      clearTimeout(watchdog);
      attempt.abort();
      signal.removeEventListener('abort', stop);
    }
    if (signal.aborted) return;
    state('lost');
    await pause(waits[Math.min(failures, waits.length - 1)] ?? 0, signal);
    failures += 1;
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });

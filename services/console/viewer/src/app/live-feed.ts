import type { LiveLine } from '@da06/console/api';
import type { Api } from '../api/client.ts';
import { followLive, type LiveState } from '../api/live.ts';
import { watched, type Watched } from './watched.ts';

export type LiveFeed = {
  /** For pages: changes only when there may be something newer to ask for. */
  readonly news: Watched<LiveLine | undefined>;
  /** For the light: the last line, and whether there will be another. */
  readonly last: () => { readonly line: LiveLine | undefined; readonly state: LiveState };
  readonly listen: () => void;
  readonly stop: () => void;
};

/** Listens to the live lines; `moved` is told of every line and every break. */
export const createLiveFeed = (send: Api['send'], moved: () => void): LiveFeed => {
  const news = watched<LiveLine | undefined>(undefined);
  let line: LiveLine | undefined;
  let state: LiveState = 'waiting';
  let missed = false;
  let listening: AbortController | undefined;
  return {
    news,
    last: () => ({ line, state }),
    listen: () => {
      if (listening !== undefined) return;
      listening = new AbortController();
      void followLive({
        send, signal: listening.signal,
        state: (next) => {
          missed ||= next === 'lost';
          state = next;
          moved();
        },
        told: (next) => {
          // After a break nobody knows what was missed, and what failed meanwhile is to be asked again.
          // The newest receipt is seen before the figures of its day are made anew: these are there when nothing is left.
          const isDone = line !== undefined && line.lag !== 0 && next.lag === 0;
          const isNews = line === undefined || next.asOf !== line.asOf || isDone || missed;
          missed = false;
          line = next;
          moved();
          if (isNews) news.set(next);
        },
      });
    },
    stop: () => {
      listening?.abort();
      listening = undefined;
    },
  };
};

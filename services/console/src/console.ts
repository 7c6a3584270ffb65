import { createBodyReader, type Logger, type Metrics } from '@da06/service-kit';
import type { Warehouse } from '@da06/warehouse';
import { randomUUID } from 'node:crypto';
import { createReaderOf, type ReaderDeps } from './access/reader.ts';
import type { OverviewAnswer } from './api.ts';
import { createApp } from './app.ts';
import { createLive } from './live/live.ts';
import { newestOf } from './live/newest.ts';
import { createConsoleMetrics } from './metrics.ts';
import { createViewerFiles } from './pages/viewer-files.ts';
import { createAsk } from './questions/ask.ts';

export type ConsoleDeps = ReaderDeps & {
  readonly warehouse: Pick<Warehouse, 'personQuery' | 'query'>;
  /** Events that are accepted and cannot be seen yet; not given where this process cannot tell. */
  readonly lag?: () => Promise<number>;
  /** What the first page says. */
  readonly overview: () => Promise<OverviewAnswer>;
  readonly metrics: Metrics;
  readonly clock: { readonly now: () => number };
  readonly logger: Logger;
  /** Folder that Vite built the viewer into; that of this package unless told. */
  readonly dist?: URL;
};

export type Console = {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Ends the streams of whoever is told of newer events: nothing else would. */
  readonly stop: () => void;
};

/** Questions are small: a board's number, a range, what is chosen. */
const limits = { bodyBytes: 256 * 1024, bytesInFlight: 16 * 1024 * 1024 };

/** Boards in a browser: the viewer's files, what its panels ask, and word of newer events. */
export const createConsole = ({ warehouse, roleOfKey, onLoopback, lag, overview, metrics: registry, clock, logger, dist = new URL('../dist/', import.meta.url) }: ConsoleDeps): Console => {
  const live = createLive({ newest: newestOf(warehouse), now: clock.now, logger, ...(lag !== undefined && { lag }) });
  const metrics = createConsoleMetrics(registry, { listeners: live.listeners });
  const app = createApp(
    { readerOf: createReaderOf({ roleOfKey, onLoopback }), withBody: createBodyReader(limits), ask: createAsk({ warehouse, metrics }), live, overview, viewer: createViewerFiles(dist), logger },
    { metrics, newId: randomUUID },
  );
  return { fetch: (request) => app.fetch(request), stop: live.stop };
};

/** Whether an address is the console's, for a host that serves more than it. */
export const isConsolePath = (path: string): boolean => path === '/' || path === '/console' || path.startsWith('/console/') || path.startsWith('/d/') || path === '/programme' || path === '/health';

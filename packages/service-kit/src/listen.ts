import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';

export type Listener = {
  readonly port: number;
  readonly url: string;
  /** Takes no new request, lets the running ones end, then closes. */
  readonly close: () => Promise<void>;
};

/**
 * Serves a fetch-style handler on an address; port 0 takes any free one.
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the address cannot be had.
 */
export const listen = async (options: {
  fetch: (request: Request) => Response | Promise<Response>;
  hostname: string;
  port: number;
}): Promise<Listener> => {
  const server = createAdaptorServer({ fetch: options.fetch }) as Server;
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 300_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { port, url: `http://${urlHost(options.hostname)}:${port}`, close: () => close(server) };
};

/** What a browser on this machine can open: an address that means "all" becomes loopback. */
const urlHost = (hostname: string): string => {
  if (hostname === '0.0.0.0' || hostname === '::') return '127.0.0.1';
  return hostname.includes(':') ? `[${hostname}]` : hostname;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });

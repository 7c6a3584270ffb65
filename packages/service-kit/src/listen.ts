import { createAdaptorServer } from '@hono/node-server';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isUncached, securityHeaders } from './security-headers.ts';

export type Listener = {
  readonly port: number;
  readonly url: string;
  /** Takes no new request, lets the running ones end, then closes. */
  readonly close: () => Promise<void>;
};

/** Who is at the other end of the connection: a sender, or a proxy before it. */
export type Peer = { readonly address: string };

export type Handler = (request: Request, peer: Peer) => Response | Promise<Response>;

/** How long a sender may take, in milliseconds, and how often that is looked at. */
export type Patience = { readonly headersMs: number; readonly requestMs: number; readonly checkMs: number };

/** 64 MiB in five minutes: 1.8 Mbit/s. Headers are small, and who sends them by the byte wants to keep a connection for himself. */
const patience: Patience = { headersMs: 20_000, requestMs: 300_000, checkMs: 10_000 };

/** Bytes of all headers of a request; beyond it 431. */
const maxHeaderSize = 16 * 1024;

/**
 * Serves a fetch-style handler on an address; port 0 takes any free one. Every answer carries the security headers.
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the address cannot be had.
 */
export const listen = async (options: { fetch: Handler; hostname: string; port: number; patience?: Patience }): Promise<Listener> => {
  const { headersMs, requestMs, checkMs } = options.patience ?? patience;
  const server = createAdaptorServer({
    fetch: (request, env) => options.fetch(request, { address: ('incoming' in env ? env.incoming.socket.remoteAddress : undefined) ?? '' }),
    serverOptions: { maxHeaderSize, headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs, keepAliveTimeout: 65_000 },
  }) as Server;
  server.prependListener('request', secure);
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

const headerList = Object.entries(securityHeaders);

/** Before the handler: so what the adapter itself answers (a host that cannot be read, a handler that threw) carries them too, and the answer's own win. */
const secure = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  for (const [name, value] of headerList) outgoing.setHeader(name, value);
  if (isUncached(incoming.url ?? '')) outgoing.setHeader('cache-control', 'no-store');
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

import { createServer } from 'node:net';

/** What this process has been given: the kernel may offer the same port again as soon as it is let go, and who asks for two means two. */
const given = new Set<number>();

/** A TCP port of loopback that was free a moment ago, another one at each call. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = await offered();
    if (given.has(port)) continue;
    given.add(port);
    return port;
  }
};

const offered = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('No port.')) : resolve(address.port)));
    });
  });

import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

describe('listen', () => {
  it('serves a handler on a free port until it is closed', async () => {
    const server = await listen({ fetch: (request) => new Response(new URL(request.url).pathname), hostname: '127.0.0.1', port: 0 });
    expect(await (await fetch(`${server.url}/a`)).text()).toBe('/a');
    await server.close();
    await expect(fetch(`${server.url}/a`)).rejects.toThrow();
  });

  it('fails with the system’s code when the port is taken', async () => {
    const first = await listen({ fetch: () => new Response(), hostname: '127.0.0.1', port: 0 });
    await expect(listen({ fetch: () => new Response(), hostname: '127.0.0.1', port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});

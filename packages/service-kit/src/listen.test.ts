import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from './listen.ts';
import type { Handler, Patience } from './listen.ts';
import { pageHeaders, securityHeaders } from './security-headers.ts';

const serve = async (handler: Handler, patience?: Patience) => {
  const server = await listen({ fetch: handler, hostname: '127.0.0.1', port: 0, ...(patience !== undefined && { patience }) });
  onTestFinished(() => server.close());
  return server;
};

/** Sends bytes as they are, and gives everything that comes back until the server ends the connection. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('latin1').on('data', (part: string) => (answer += part)).on('close', () => resolve(answer)).on('error', reject);
  });

describe('listen', () => {
  it('serves a handler on a free port until it is closed', async () => {
    const server = await listen({ fetch: (request) => new Response(new URL(request.url).pathname), hostname: '127.0.0.1', port: 0 });
    expect(await (await fetch(`${server.url}/a`)).text()).toBe('/a');
    await server.close();
    await expect(fetch(`${server.url}/a`)).rejects.toThrow();
  });

  it('fails with the system’s code when the port is taken', async () => {
    const first = await serve(() => new Response());
    await expect(listen({ fetch: () => new Response(), hostname: '127.0.0.1', port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('tells the handler who is at the other end', async () => {
    const { url } = await serve((_request, { address }) => new Response(address));
    expect(await (await fetch(url)).text()).toBe('127.0.0.1');
  });
});

describe('every answer', () => {
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    '/text': () => new Response('a'),
    '/json': () => Response.json({ a: 1 }, { status: 404 }),
    '/empty': () => new Response(null, { status: 204 }),
    '/late': async () => Promise.resolve(new Response('a', { headers: [['x-a', 'b']] })),
    '/stream': () => new Response(new Blob(['a']).stream(), { headers: new Headers({ 'content-type': 'text/plain' }) }),
    '/throws': () => {
      throw new Error('a secret');
    },
  };
  const handler: Handler = (request) => answers[new URL(request.url).pathname]?.() ?? new Response('', { status: 404 });

  it.each([...Object.keys(answers), '/nothing'])('carries the security headers and names no server: %s', async (path) => {
    const { url } = await serve(handler);
    const answer = await fetch(url + path);
    expect(await answer.text()).not.toContain('secret');
    expect(Object.fromEntries(answer.headers)).toMatchObject(securityHeaders);
    for (const banner of ['server', 'x-powered-by', 'access-control-allow-origin']) expect(answer.headers.has(banner)).toBe(false);
  });

  it('keeps the headers that the handler sets, once each', async () => {
    const html = '<html><style>p{color:red}</style></html>';
    const { url } = await serve(() => new Response(html, { headers: { ...pageHeaders(html), 'cache-control': 'public, max-age=300' } }));
    const answer = await fetch(`${url}/v1/a`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
  });

  it('of the API stays out of caches unless it says otherwise', async () => {
    const { url } = await serve(handler);
    expect((await fetch(`${url}/v1/text`)).headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${url}/text`)).headers.get('cache-control')).toBeNull();
  });

  it('allows no other site to read it: a preflight gets no permission', async () => {
    const { url } = await serve(handler);
    const answer = await fetch(`${url}/text`, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('a connection that is not used as it should be', () => {
  const quick: Patience = { headersMs: 60, requestMs: 120, checkMs: 20 };
  const read: Handler = async (request) => new Response(String((await request.arrayBuffer()).byteLength));

  it('is ended when headers or a body come too slowly', async () => {
    const { port } = await serve(read, quick);
    expect(await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: ')).toMatch(/^HTTP\/1\.1 408 /);
    // The body's time ran out while the handler waited for it: the connection ends, whatever it was about to answer.
    expect(await raw(port, 'PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc')).not.toMatch(/ 200 /);
  });

  it('is refused headers of more than 16 KiB', async () => {
    const { port } = await serve(read);
    expect(await raw(port, `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([
    ['two lengths', 'Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd'],
    ['a length beside chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['chunked not last', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['a length that is no number', 'Content-Length: +3\r\n\r\nabc'],
    ['a space before the colon', 'Content-Length : 3\r\n\r\nabc'],
    ['a header folded over lines', 'X-A: b\r\n c\r\nContent-Length : 3\r\n\r\nabc'],
  ])('is refused a request whose end two servers could see differently: %s', async (_name, rest) => {
    const asked: string[] = [];
    const { port } = await serve((request) => {
      asked.push(new URL(request.url).pathname);
      return new Response('ok');
    });
    expect(await raw(port, `POST /shown HTTP/1.1\r\nHost: a\r\n${rest}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(asked).not.toContain('/hidden');
  });

  it('is refused a request that names no host', async () => {
    const { port } = await serve(read);
    expect(await raw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { onTestFinished, vi } from 'vitest';

type Received = { readonly id: string; readonly headers: IncomingHttpHeaders; readonly body: string };
/** What a request is answered with: a status, or something of its own, such as nothing at all. */
type Answering = number | ((response: ServerResponse) => void);

export type Receiver = {
  readonly url: string;
  readonly received: readonly Received[];
  /** What follows is answered so: the first answer for the first request, the last for all after it. */
  readonly answers: (...answers: readonly [Answering, ...Answering[]]) => void;
  /** Answers nobody any longer; `again` listens where it did. */
  readonly kill: () => Promise<void>;
  readonly again: () => Promise<void>;
};

/** A subscriber: a real HTTP server on loopback, which takes everything (204) unless told. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  let queue: Answering[] = [204];
  const listen = async (port: number) => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ id: String(request.headers['webhook-id']), headers: request.headers, body: Buffer.concat(chunks).toString() });
        const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? 204;
        if (typeof answer === 'number') response.writeHead(answer).end();
        else answer(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const kill = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(kill);
  return {
    url: `http://127.0.0.1:${String(port)}/alerts`, received,
    answers: (...answers) => {
      queue = [...answers];
    },
    kill,
    again: async () => {
      server = await listen(port);
    },
  };
};

/** What a request says, after the subscriber's own library has found it signed with the secret, at the moment it was sent. @throws WebhookVerificationError. */
export const verified = (secret: string, { headers, body }: Received): Record<string, unknown> => {
  vi.useFakeTimers({ toFake: ['Date'], now: Number(headers['webhook-timestamp']) * 1000 });
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>) as Record<string, unknown>;
  } finally {
    vi.useRealTimers();
  }
};

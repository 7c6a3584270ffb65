import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { frameReader } from './frames.ts';

/** A door before a broker that can lose an answer on the way. */
export type KafkaProxy = {
  readonly port: number;
  /** Where connections lead: the broker's address `behindProxy`. Told after the broker's start, as that needs the proxy's port. */
  readonly leadTo: (address: string) => void;
  /**
   * The next Produce request is let through; when the broker has answered, that answer is not delivered and its client's connection is destroyed.
   * Resolves when that was done.
   */
  readonly dropAfterProduce: () => Promise<void>;
  /** The same of the next EndTxn request, which commits or aborts a transaction. */
  readonly dropAfterEndTxn: () => Promise<void>;
  /** How many answers were lost so far. */
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
};

const produceKey = 0;
const endTxnKey = 26;
const apiKeyAt = 4;
const requestIdAt = 8;
const answerIdAt = 4;

/** An answer that is to be lost: of which kind of request, and what to tell then. */
type Order = { readonly apiKey: number; readonly told: () => void };

/** Starts a proxy on a free port of loopback; without an order it passes everything on. For plain connections, not TLS. */
export const startKafkaProxy = async (): Promise<KafkaProxy> => {
  let target: { host: string; port: number } | undefined;
  let dropped = 0;
  const orders: Order[] = [];
  const sockets = new Set<Socket>();

  const serve = (client: Socket): void => {
    if (target === undefined) {
      client.destroy();
      return;
    }
    const broker = connect(target.port, target.host);
    const end = (): void => {
      client.destroy();
      broker.destroy();
    };
    /** Requests whose answer is to be lost, by their correlation id. */
    const doomed = new Map<number, Order>();
    const ask = frameReader((frame) => {
      const wanted = orders.findIndex(({ apiKey }) => apiKey === frame.readInt16BE(apiKeyAt));
      // One answer a connection: it ends with that.
      if (wanted >= 0 && doomed.size === 0) for (const order of orders.splice(wanted, 1)) doomed.set(frame.readInt32BE(requestIdAt), order);
      broker.write(frame);
    });
    const answer = frameReader((frame) => {
      const order = doomed.get(frame.readInt32BE(answerIdAt));
      if (order === undefined) {
        if (!client.destroyed) client.write(frame);
        return;
      }
      doomed.clear();
      dropped += 1;
      end();
      order.told();
    });
    client.on('data', ask);
    broker.on('data', answer);
    for (const socket of [client, broker]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once('error', end).once('close', () => {
        sockets.delete(socket);
        end();
        // A client that left by itself had nothing lost: the next one will.
        orders.unshift(...doomed.values());
        doomed.clear();
      });
    }
  };

  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (address) => {
      const [host = '', port] = address.split(':');
      target = { host, port: Number(port) };
    },
    dropAfterProduce: () => new Promise((told) => orders.push({ apiKey: produceKey, told })),
    dropAfterEndTxn: () => new Promise((told) => orders.push({ apiKey: endTxnKey, told })),
    dropped: () => dropped,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

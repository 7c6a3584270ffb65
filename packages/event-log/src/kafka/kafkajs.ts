import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import type { KafkaConnection } from './connection.ts';

/**
 * The part of kafkajs that this adapter stands on: its connections, its cluster's metadata and its encoding of requests. Its producer and its
 * consumer are not used. They copy what they send per message, beat only between batches, join again without letting a member finish, and
 * set an offset that is out of range to another place without a word. These classes are not among kafkajs' exports: its version is pinned,
 * 2.2.4 was its last, and this is the only file that knows their place.
 */
const load = createRequire(import.meta.url);

export type Message = { readonly key: string; readonly value: Buffer | null };
/** A record as it lies on a broker; those of a control batch say how a transaction ended. */
export type RawRecord = { readonly offset: string; readonly key: Buffer | null; readonly value: Buffer | null; readonly isControlRecord: boolean; readonly batchContext: { readonly producerId: string; readonly inTransaction: boolean } };
export type AbortedTransaction = { readonly producerId: string; readonly firstOffset: string };
/** Who writes in a transaction; the highest epoch of an id shuts out those before. */
export type TransactionalProducer = { readonly transactionalId: string; readonly producerId: string; readonly producerEpoch: number };
type TopicOffset = { readonly topic: string; readonly partitions: readonly { readonly partition: number; readonly offset: string }[] };

export type Broker = {
  readonly produce: (request: {
    readonly acks: -1;
    readonly timeout: number;
    readonly compression: number;
    readonly topicData: readonly { readonly topic: string; readonly partitions: readonly { readonly partition: number; readonly messages: readonly Message[]; readonly firstSequence?: number }[] }[];
  } & Partial<TransactionalProducer>) => Promise<{ readonly topics: readonly { readonly topicName: string; readonly partitions: readonly { readonly partition: number; readonly baseOffset: string }[] }[] }>;
  readonly fetch: (request: {
    readonly replicaId: -1;
    readonly isolationLevel: number;
    readonly maxWaitTime: number;
    readonly minBytes: number;
    readonly maxBytes: number;
    readonly topics: readonly { readonly topic: string; readonly partitions: readonly { readonly partition: number; readonly fetchOffset: string; readonly maxBytes: number }[] }[];
  }) => Promise<{ readonly responses: readonly { readonly topicName: string; readonly partitions: readonly { readonly partition: number; readonly messages: readonly RawRecord[]; readonly abortedTransactions: readonly AbortedTransaction[] | null }[] }[] }>;
  readonly joinGroup: (request: {
    readonly groupId: string;
    readonly sessionTimeout: number;
    readonly rebalanceTimeout: number;
    readonly memberId: string;
    readonly groupProtocols: readonly { readonly name: string; readonly metadata: Buffer }[];
  }) => Promise<{ readonly generationId: number; readonly leaderId: string; readonly memberId: string; readonly members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[] }>;
  readonly syncGroup: (request: {
    readonly groupId: string;
    readonly generationId: number;
    readonly memberId: string;
    readonly groupAssignment: readonly { readonly memberId: string; readonly memberAssignment: Buffer }[];
  }) => Promise<{ readonly memberAssignment: Buffer }>;
  readonly heartbeat: (request: { readonly groupId: string; readonly groupGenerationId: number; readonly memberId: string }) => Promise<unknown>;
  readonly leaveGroup: (request: { readonly groupId: string; readonly memberId: string }) => Promise<unknown>;
  readonly offsetCommit: (request: { readonly groupId: string; readonly groupGenerationId: number; readonly memberId: string; readonly topics: readonly TopicOffset[] }) => Promise<unknown>;
  /** A new epoch of a transactional id; what was under way in an older one is aborted. */
  readonly initProducerId: (request: { readonly transactionalId: string; readonly transactionTimeout: number }) => Promise<{ readonly producerId: string; readonly producerEpoch: number }>;
  readonly addPartitionsToTxn: (request: TransactionalProducer & { readonly topics: readonly { readonly topic: string; readonly partitions: readonly number[] }[] }) => Promise<unknown>;
  /** Commits the transaction (`true`), or aborts it. */
  readonly endTxn: (request: TransactionalProducer & { readonly transactionResult: boolean }) => Promise<unknown>;
  readonly offsetFetch: (request: { readonly groupId: string; readonly topics: readonly { readonly topic: string; readonly partitions: readonly { readonly partition: number }[] }[] }) => Promise<{ readonly responses: readonly TopicOffset[] }>;
};

export type Cluster = {
  readonly connect: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
  readonly refreshMetadata: () => Promise<void>;
  readonly refreshMetadataIfNecessary: () => Promise<void>;
  readonly addMultipleTargetTopics: (topics: readonly string[]) => Promise<void>;
  /** Of these topics; of all when none is named. */
  readonly metadata: (of?: { readonly topics?: readonly string[] }) => Promise<{ readonly clusterId: string; readonly topicMetadata: readonly { readonly topic: string; readonly partitionMetadata: readonly unknown[] }[] }>;
  readonly findLeaderForPartitions: (topic: string, partitions: readonly number[]) => Readonly<Record<string, number[]>>;
  readonly findBroker: (node: { readonly nodeId: string }) => Promise<Broker>;
  /** The broker that keeps a group (0), or the transactions of an id (1). */
  readonly findGroupCoordinator: (of: { readonly groupId: string; readonly coordinatorType: 0 | 1 }) => Promise<Broker>;
  readonly fetchTopicsOffset: (topics: readonly { readonly topic: string; readonly partitions: readonly { readonly partition: number }[]; readonly fromBeginning: boolean }[]) => Promise<readonly TopicOffset[]>;
};

type Log = (entry: { readonly label: string; readonly log: { readonly message: string } & Readonly<Record<string, unknown>> }) => void;
type SocketOptions = { readonly host: string; readonly port: number; readonly ssl?: unknown; readonly onConnect: () => void };

const ClusterClass = load('kafkajs/src/cluster') as new (options: Readonly<Record<string, unknown>>) => Cluster;
const { createLogger, LEVELS } = load('kafkajs/src/loggers') as { createLogger: (options: { level: number; logCreator: () => Log }) => unknown; LEVELS: { WARN: number } };
const createSocketFactory = load('kafkajs/src/network/socketFactory') as () => (options: SocketOptions) => Socket;
const { Codecs, Types } = load('kafkajs/src/protocol/message/compression') as { Codecs: Record<number, () => Codec>; Types: { None: number; GZIP: number } };

type Codec = { readonly compress: (encoder: { readonly buffer: Buffer }) => Promise<Buffer>; readonly decompress: (buffer: Buffer) => Promise<Buffer> };

export const compressionTypes = { none: Types.None, gzip: Types.GZIP } as const;
export const setGzip = (codec: Codec): void => {
  Codecs[Types.GZIP] = () => codec;
};

export type Timeouts = { readonly connectMs: number; readonly requestMs: number };
export type OpenCluster = { readonly cluster: Cluster; /** Cuts every connection, whatever waits on it. */ readonly cut: () => void };

/** A cluster with connections of its own. It tries a request once or twice; whoever uses it tries again as it sees fit. */
export const openCluster = (options: { readonly connection: KafkaConnection; readonly clientId: string; readonly timeouts: Timeouts; readonly onWarning: (facts: object, text: string) => void }): OpenCluster => {
  const { connection, timeouts } = options;
  const sockets = new Set<Socket>();
  const socketOf = createSocketFactory();
  const socketFactory = (wanted: SocketOptions): Socket => {
    const socket = socketOf(wanted);
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const logCreator = (): Log => ({ label, log: { message, ...facts } }) => options.onWarning({ label, broker: facts['broker'], error: facts['error'] }, message);
  const cluster = new ClusterClass({
    logger: createLogger({ level: LEVELS.WARN, logCreator }),
    socketFactory,
    brokers: connection.brokers,
    ssl: connection.ssl ?? null,
    sasl: connection.sasl ?? null,
    clientId: options.clientId,
    connectionTimeout: timeouts.connectMs,
    authenticationTimeout: 10_000,
    requestTimeout: timeouts.requestMs,
    enforceRequestTimeout: true,
    metadataMaxAge: 300_000,
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 500 },
    allowAutoTopicCreation: false,
    isolationLevel: 1,
  });
  return {
    cluster,
    cut: () => {
      for (const socket of sockets) socket.destroy(new Error('The connection was given up.'));
    },
  };
};

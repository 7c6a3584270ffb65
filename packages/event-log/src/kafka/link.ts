import { AppError } from '@da06/errors';
import type { KafkaConnection, KafkaLogger } from './connection.ts';
import { isAnswer, isStale } from './failures.ts';
import { openCluster, type Broker, type Cluster, type OpenCluster, type Timeouts } from './kafkajs.ts';

export type LinkOptions = { readonly connection: KafkaConnection; readonly clientId: string; readonly timeouts: Timeouts; readonly logger: KafkaLogger };

/** Connections to a cluster for one purpose: a broker answers the requests of one connection one after the other, so whoever waits long has a link of their own. */
export type Link = {
  /** Does some requests, connected and with metadata of these topics. A failure of the connection drops it: the next run opens another. Nothing is tried again here. */
  readonly run: <T>(topics: readonly string[], work: (cluster: Cluster) => Promise<T>) => Promise<T>;
  /** Asks the broker that keeps a group about some topics. */
  readonly runGroup: <T>(group: string, topics: readonly string[], work: (coordinator: Broker) => Promise<T>) => Promise<T>;
  /** Asks the broker that keeps the transactions of a transactional id. */
  readonly runTransactional: <T>(transactionalId: string, work: (coordinator: Broker) => Promise<T>) => Promise<T>;
  /** Cuts the connections; whatever waits on them fails. */
  readonly close: () => void;
};

export const createLink = (options: LinkOptions): Link => {
  let current: (OpenCluster & { /** Whose metadata it has. */ readonly topics: Set<string> }) | undefined;
  let connected: Promise<unknown> | undefined;
  let closed = false;
  const coordinators = new Map<string, Broker>();
  const onWarning = (facts: object, text: string): void => options.logger.debug(facts, text);

  const drop = (broken: OpenCluster): void => {
    if (current !== broken) return;
    current = undefined;
    coordinators.clear();
    broken.cut();
    broken.cluster.disconnect().catch(() => undefined);
  };

  const run = async <T>(topics: readonly string[], work: (cluster: Cluster) => Promise<T>): Promise<T> => {
    if (closed) throw new AppError('log.closed');
    if (current === undefined) {
      current = { ...openCluster({ ...options, onWarning }), topics: new Set() };
      connected = current.cluster.connect();
    }
    const used = current;
    try {
      await connected;
      const added = topics.filter((topic) => !used.topics.has(topic));
      if (added.length > 0) await used.cluster.addMultipleTargetTopics(added);
      for (const topic of added) used.topics.add(topic);
      return await work(used.cluster);
    } catch (error) {
      if (!isAnswer(error)) drop(used);
      else if (isStale(error)) await used.cluster.refreshMetadata().catch(() => drop(used));
      throw closed ? new AppError('log.closed', { cause: error }) : error;
    }
  };

  const runKept = <T>(groupId: string, coordinatorType: 0 | 1, topics: readonly string[], work: (coordinator: Broker) => Promise<T>): Promise<T> =>
    run(topics, async (cluster) => {
      const name = `${coordinatorType} ${groupId}`;
      const coordinator = coordinators.get(name) ?? (await cluster.findGroupCoordinator({ groupId, coordinatorType }));
      coordinators.set(name, coordinator);
      try {
        return await work(coordinator);
      } catch (error) {
        coordinators.delete(name);
        throw error;
      }
    });

  return {
    run,
    runGroup: (group, topics, work) => runKept(group, 0, topics, work),
    runTransactional: (transactionalId, work) => runKept(transactionalId, 1, [], work),
    close: () => {
      closed = true;
      if (current !== undefined) drop(current);
    },
  };
};

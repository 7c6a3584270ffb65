import type { Admin, SASLOptions } from 'kafkajs';
import kafkajs from 'kafkajs';
import type { KafkaConnection } from './connection.ts';
import { asAppError, isStale, isUnknownTopic } from './failures.ts';
import { retried } from './retry.ts';

/** One topic as it is wanted on a cluster. */
export type TopicSettings = {
  readonly name: string;
  readonly partitions: number;
  readonly cleanup: 'delete' | 'compact';
  /** Milliseconds after which records are removed; -1 = never. */
  readonly retentionMs: number;
  /** The largest batch of records a broker takes, in bytes. */
  readonly maxMessageBytes: number;
  /** Other settings by Kafka's names. */
  readonly config?: Readonly<Record<string, string>>;
};

export type ApplyTopicsOptions = {
  readonly connection: KafkaConnection;
  readonly topics: readonly TopicSettings[];
  readonly topicPrefix?: string;
  /** Copies of each record; as many as there are brokers, at most three, unless told. */
  readonly replicationFactor?: number;
  /** Copies that must be written before a record is acknowledged; one fewer than there are, at least one, unless told. */
  readonly minInsyncReplicas?: number;
  /** Changes nothing: a topic that is missing is reported. */
  readonly check?: boolean;
};

export type TopicDrift = { readonly topic: string; readonly setting: string; readonly wanted: string; readonly found: string };
export type TopicsApplied = { readonly created: readonly string[]; readonly unchanged: readonly string[]; readonly drift: readonly TopicDrift[] };

/** So long the brokers of a cluster may take to know a new topic and its leaders. */
const knownWithinMs = 20_000;

type Wanted = { readonly partitions: number; readonly replicationFactor: number; readonly config: Readonly<Record<string, string>> };

/**
 * Creates the topics that are missing. What is there is compared and reported, never changed: more partitions would break the order of
 * keys, and other settings are for people to decide. Topics are named as they are on the cluster, with their prefix.
 * @throws AppError `log.unavailable`
 */
export const applyTopics = async (options: ApplyTopicsOptions): Promise<TopicsApplied> => {
  const admin = adminOf(options.connection);
  try {
    await admin.connect();
    return await apply(admin, options);
  } catch (error) {
    throw asAppError(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

const adminOf = ({ brokers, ssl, sasl }: KafkaConnection): Admin =>
  new kafkajs.Kafka({
    clientId: 'da06-topics', brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING, connectionTimeout: 3_000, requestTimeout: 20_000,
    ...(ssl === undefined ? {} : { ssl }), ...(sasl === undefined ? {} : { sasl: sasl as SASLOptions }),
  }).admin({ retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 2_000 } });

const apply = async (admin: Admin, { topics, topicPrefix = '', check = false, ...replicas }: ApplyTopicsOptions): Promise<TopicsApplied> => {
  const { brokers } = await admin.describeCluster();
  const replicationFactor = replicas.replicationFactor ?? Math.min(3, brokers.length);
  const minInsync = replicas.minInsyncReplicas ?? Math.max(1, replicationFactor - 1);
  const wanted = new Map<string, Wanted>(topics.map((topic) => [`${topicPrefix}${topic.name}`, wantedOf(topic, replicationFactor, minInsync)]));
  const existing = new Set(await admin.listTopics());
  const missing = [...wanted].filter(([topic]) => !existing.has(topic));
  const present = [...wanted].filter(([topic]) => existing.has(topic));

  const drift: TopicDrift[] = check ? missing.map(([topic]) => ({ topic, setting: 'topic', wanted: 'present', found: 'missing' })) : [];
  if (!check && missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map(([topic, { partitions, replicationFactor: factor, config }]) => ({
        topic, numPartitions: partitions, replicationFactor: factor, configEntries: Object.entries(config).map(([name, value]) => ({ name, value })),
      })),
    });
    // Not kafkajs' own wait: that fails at a broker which has not heard of the topics yet.
    await retried(() => admin.fetchTopicMetadata({ topics: missing.map(([topic]) => topic) }), { forMs: knownWithinMs, mayRetry: (error) => isUnknownTopic(error) || isStale(error) });
  }
  if (present.length > 0) drift.push(...(await findDrift(admin, new Map(present))));
  const differing = new Set(drift.map(({ topic }) => topic));
  return { created: check ? [] : missing.map(([topic]) => topic), unchanged: present.map(([topic]) => topic).filter((topic) => !differing.has(topic)), drift };
};

const wantedOf = ({ partitions, cleanup, retentionMs, maxMessageBytes, config = {} }: TopicSettings, replicationFactor: number, minInsync: number): Wanted => ({
  partitions,
  replicationFactor,
  config: { 'cleanup.policy': cleanup, 'retention.ms': String(retentionMs), 'max.message.bytes': String(maxMessageBytes), 'min.insync.replicas': String(minInsync), ...config },
});

const findDrift = async (admin: Admin, wanted: ReadonlyMap<string, Wanted>): Promise<TopicDrift[]> => {
  const drift: TopicDrift[] = [];
  const compare = (topic: string, setting: string, want: string, found: string): void => {
    if (want !== found) drift.push({ topic, setting, wanted: want, found });
  };
  const metadata = await admin.fetchTopicMetadata({ topics: [...wanted.keys()] });
  for (const { name, partitions } of metadata.topics) {
    const want = wanted.get(name);
    if (want === undefined) continue;
    compare(name, 'partitions', String(want.partitions), String(partitions.length));
    compare(name, 'replication.factor', String(want.replicationFactor), String(Math.min(...partitions.map(({ replicas }) => replicas.length))));
  }
  const described = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [...wanted].map(([name, { config }]) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name, configNames: Object.keys(config) })),
  });
  for (const { resourceName, configEntries } of described.resources) {
    for (const [setting, value] of Object.entries(wanted.get(resourceName)?.config ?? {})) {
      compare(resourceName, setting, value, configEntries.find(({ configName }) => configName === setting)?.configValue ?? 'unset');
    }
  }
  return drift;
};

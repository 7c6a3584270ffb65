import type { TopicSettings } from '@da06/kafka';
import { stringify } from 'yaml';

/** Copies on a cluster of three brokers, as `da06 topics apply` would make them there: one may be away. */
const copies = { replicas: 3, minInsync: 2 };

/** The operator compares by type: a number that is written as text would differ for ever. */
const asYaml = (value: string): string | number | boolean => (value === 'true' || value === 'false' ? value === 'true' : /^-?\d+$/.test(value) ? Number(value) : value);

/** A topic as a resource of the Strimzi operator, with the settings that `da06 topics apply --check` looks for. */
const kafkaTopic = ({ name, partitions, cleanup, retentionMs, maxMessageBytes, config }: TopicSettings): object => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name, labels: { 'strimzi.io/cluster': 'da06' } },
  spec: {
    partitions,
    replicas: copies.replicas,
    config: {
      'cleanup.policy': cleanup, 'retention.ms': retentionMs, 'max.message.bytes': maxMessageBytes, 'min.insync.replicas': copies.minInsync,
      ...Object.fromEntries(Object.entries(config).map(([key, value]) => [key, asYaml(value)])),
    },
  },
});

/** The manifest of all topics. */
export const topicsManifest = (topics: readonly TopicSettings[]): string =>
  `# Generated from infra/kafka/src/topics.ts: npm run generate -w @da06/deploy\n${topics.map((topic) => stringify(kafkaTopic(topic), { lineWidth: 0 })).join('---\n')}`;

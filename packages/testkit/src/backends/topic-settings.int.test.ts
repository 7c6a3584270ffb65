import { topicSettings } from '@da06/kafka';
import kafkajs from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kafkaForTests } from './kafka.ts';

const kafka = await kafkaForTests();

describe.skipIf(kafka === undefined)('topics of a cluster', () => {
  it('are taken by a broker with every setting', async () => {
    const prefix = `t-${randomUUID().slice(0, 8)}.`;
    const admin = new kafkajs.Kafka({ clientId: 'test', brokers: kafka?.brokers.split(',') ?? [] }).admin();
    await admin.connect();
    onTestFinished(() => admin.disconnect());
    const wanted = topicSettings.map(({ name, partitions, cleanup, retentionMs, maxMessageBytes, config }) => ({
      topic: `${prefix}${name}`,
      partitions,
      config: { 'cleanup.policy': cleanup, 'retention.ms': String(retentionMs), 'max.message.bytes': String(maxMessageBytes), ...config },
    }));
    await admin.createTopics({
      waitForLeaders: true,
      topics: wanted.map(({ topic, partitions, config }) => ({ topic, numPartitions: partitions, replicationFactor: 1, configEntries: Object.entries(config).map(([name, value]) => ({ name, value })) })),
    });
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: wanted.map(({ topic }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic })) });
    const found = new Map(resources.map(({ resourceName, configEntries }) => [resourceName, Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue]))]));
    for (const { topic, config } of wanted) expect(found.get(topic), topic).toMatchObject(config);
    await admin.deleteTopics({ topics: wanted.map(({ topic }) => topic) });
  });
});

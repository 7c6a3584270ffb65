import kafkajs from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { readTestConfig } from '../config.ts';
import { kafkaForTests } from './kafka.ts';

const kafka = await kafkaForTests();

describe.skipIf(kafka === undefined)('the broker of a run', () => {
  it('serves whoever asks, and is the same for all', async () => {
    expect(readTestConfig().shared).toBeDefined();
    expect((await kafkaForTests())?.brokers).toBe(kafka?.brokers);
    const admin = new kafkajs.Kafka({ clientId: 'test', brokers: kafka?.brokers.split(',') ?? [] }).admin();
    await admin.connect();
    expect((await admin.describeCluster()).brokers.length).toBeGreaterThan(0);
    await admin.disconnect();
  });
});

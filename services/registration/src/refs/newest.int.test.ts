import { applyTopics, createKafkaLog } from '@da06/event-log';
import { parseEvent, stepStartedType, topics } from '@da06/events';
import { readFixture } from '@da06/events/fixtures';
import { topicSettings } from '@da06/kafka';
import { kafkaForTests } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { observeNewest } from './catch-up.ts';

const brokers = (await kafkaForTests())?.brokers;

describe.skipIf(brokers === undefined)('the newest sequence of a topic that an owner appends to', () => {
  it('is found before the places without a record that transactions leave', { timeout: 180_000 }, async () => {
    const connection = { brokers: (brokers ?? '').split(',') };
    const topicPrefix = `${randomBytes(6).toString('hex')}.`;
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: { debug: () => {}, warn: () => {}, error: () => {} } });
    onTestFinished(() => log.close());
    const seen: string[] = [];
    const observe = (sequence: string): void => void seen.push(sequence);
    await observeNewest(log, topics.steps, observe);
    expect(seen).toEqual([]);
    const value = readFixture(stepStartedType);
    const parsed = parseEvent(value);
    const owner = await log.claim({ owner: 'programme', records: [{ topic: topics.steps, key: '9', value }] });
    for (let n = 0; n < 20; n += 1) await owner.append([{ topic: topics.reports, key: 'x', value }, { topic: topics.steps, key: '9', value }]);
    await expect.poll(async () => (await log.ends(topics.steps))[0], { timeout: 60_000 }).toBe(42n);
    await observeNewest(log, topics.steps, observe);
    expect(seen).toEqual([parsed.ok ? parsed.event.sequence : '']);
  });
});

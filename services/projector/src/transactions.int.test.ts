import { applyTopics, createKafkaLog } from '@da06/event-log';
import { indicatorObservedType, stepStartedType, topics } from '@da06/events';
import { readFixture } from '@da06/events/fixtures';
import { topicSettings } from '@da06/kafka';
import { kafkaForTests } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectionLag } from './lag.ts';
import { openStack, type Stack } from './stack.fixture.ts';
import { projectedTopics, projectorGroup } from './topics.ts';

const brokers = (await kafkaForTests())?.brokers;

describe.skipIf(brokers === undefined)('the projection of topics that an owner appends to', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await openStack();
  });
  afterAll(() => stack.close());

  it('is ready and without a lag, although every transaction leaves a place without a record behind it', { timeout: 180_000 }, async () => {
    const connection = { brokers: (brokers ?? '').split(',') };
    const topicPrefix = `${randomBytes(6).toString('hex')}.`;
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: stack.logger });
    onTestFinished(() => log.close());
    const owner = await log.claim({ owner: 'programme', records: [] });
    const append = () => owner.append([{ topic: topics.steps, key: '9', value: readFixture(stepStartedType) }, { topic: topics.reports, key: 'x', value: readFixture(indicatorObservedType) }]);
    for (let n = 0; n < 5; n += 1) await append();
    const projector = stack.projector({ log });
    onTestFinished(() => projector.stop());
    await projector.start();
    await expect.poll(() => projector.ready(), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => projector.lag(), { timeout: 60_000 }).toBe(0);
    for (let n = 0; n < 3; n += 1) await append();
    const whole = async () => {
      for (const topic of projectedTopics) expect(await log.committed(projectorGroup, topic)).toEqual(await log.ends(topic));
    };
    await expect.poll(whole, { timeout: 60_000 }).toBeUndefined();
    expect([await projector.lag(), await projectionLag(log)]).toEqual([0, 0]);
    expect((await log.ends(topics.steps))[0]).toBe(16n);
    expect(projector.fatal).toEqual([]);
  });
});

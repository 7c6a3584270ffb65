import { applyTopics } from '@da06/event-log';
import { topicSettings } from '@da06/kafka';
import { kafkaForTests, tempFolder } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { configOf, testLogger, withRegistering } from './folder.fixture.ts';
import { maiStays, numbers, otherStays, registerGuests, shownStays } from './guests.fixture.ts';
import { eraseInFolder } from './open-eraser.ts';
import type { EraseRequest } from './request.ts';

const brokers = (await kafkaForTests())?.brokers;
const request: EraseRequest = { erasure: { what: 'person', kind: 'cccd', number: numbers.mai, state: 'VNM', reason: 'court-order', note: '' }, dryRun: false, backups: [], newMasterKeyFile: null };

it.skipIf(brokers === undefined)('an erasure on Kafka works on the log alone, and closes the person’s envelopes and no others', async () => {
  const data = join(tempFolder(onTestFinished), 'data');
  const topicPrefix = `${randomBytes(6).toString('hex')}.`;
  const config = configOf(data, { KAFKA_BROKERS: brokers ?? '', KAFKA_TOPIC_PREFIX: topicPrefix });
  await applyTopics({ connection: { brokers: (brokers ?? '').split(',') }, topicPrefix, topics: topicSettings });
  await withRegistering(config, registerGuests);
  expect(await eraseInFolder(config, request, { logger: testLogger })).toMatchObject({ stays: 6, sharedWith: 0 });
  const shown = await withRegistering(config, (registering) => shownStays(registering, [...maiStays, ...otherStays]));
  expect(Object.entries(shown).map(([ref, { identity }]) => [ref, identity])).toEqual([...maiStays.map((ref) => [ref, 'erased']), ...otherStays.map((ref) => [ref, 'shown'])]);
  expect(await eraseInFolder(config, request, { logger: testLogger })).toMatchObject({ keys: 0, masterKey: null });
}, 120_000);

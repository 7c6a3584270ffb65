import { applyTopics, createKafkaLog } from '@da06/event-log';
import { topicSettings } from '@da06/kafka';
import { arrivalGroup, eventBuilders, fixedClock, kafkaForTests, recordOf, spawned, tempFolder } from '@da06/testkit';
import { createKeyedHash, createSystemSealer } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startReceiver, verified } from '../testing/receiver.ts';
import { shownSecret } from './signed.ts';

const brokers = (await kafkaForTests())?.brokers;
const program = fileURLToPath(new URL('../testing/run-signals.ts', import.meta.url));
const hashKey = Buffer.alloc(32, 2);

describe.skipIf(brokers === undefined)('processes that are killed while they tell', () => {
  it('tell again under the same id what was not noted, and nothing that was: another goes on with nothing known', { timeout: 300_000 }, async () => {
    const topicPrefix = `${randomBytes(6).toString('hex')}.`;
    const connection = { brokers: (brokers ?? '').split(',') };
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: { debug: () => {}, warn: () => {}, error: () => {} } });
    onTestFinished(() => log.close());
    const [receiver, secret, vault] = [await startReceiver(), randomBytes(32), createKeyedHash(hashKey)];
    const clock = fixedClock(new Date().toISOString());
    const build = eventBuilders({ clock });
    const key = (index: number): string => vault.personKey({ kind: 'cccd', issuingState: 'VNM', number: `0701900${String(10_000 + index)}` });
    const match = (index: number) => [
      build.watchEntryAdded({ hashes: [vault.mac('watch', key(index))], validFrom: '2026-01-01', expiresOn: '2099-12-31' }),
      build.checkedIn({ ref: `R-${String(index)}`, groups: { person: { personKey: key(index), documentKey: key(index), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' }, arrival: arrivalGroup(clock.now(), true) } }),
    ];
    const append = async (...events: readonly Parameters<typeof recordOf>[0][]): Promise<void> => void (await log.commitUnit({ append: events.map(recordOf) }));
    const run = () => {
      const child = spawned(process.execPath, ['--import', 'tsx', program, brokers ?? '', topicPrefix, tempFolder(onTestFinished)]);
      onTestFinished(async () => void (await child.kill('SIGKILL')));
      return child;
    };
    const told = (): string[] => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { ref: string } }).data.ref);
    const waitFor = (refs: readonly string[]): Promise<void> => expect.poll(told, { timeout: 120_000, interval: 50 }).toEqual(refs);

    await append(...match(0), build.webhookSubscribed({ url: receiver.url, secret: createSystemSealer(hashKey).sealSystem(secret) }));
    const first = run();
    await first.sees(/matches\n/);
    await append(...match(1));
    // The first was there before anybody subscribed, yet is told when nobody has looked at it by then: its alert comes after the subscription.
    await waitFor(['R-0', 'R-1']);
    receiver.answers(() => {});
    await append(...match(2));
    await waitFor(['R-0', 'R-1', 'R-2']);
    await first.kill('SIGKILL');
    receiver.answers(204);
    const second = run();
    await second.sees(/matches\n/);
    await append(...match(3));
    await waitFor(['R-0', 'R-1', 'R-2', 'R-2', 'R-3']);
    const [, , broken, again] = receiver.received;
    expect([again?.id, again?.body]).toEqual([broken?.id, broken?.body]);
    for (const request of receiver.received) expect(verified(shownSecret(secret), request)['type']).toBe('alert.raised');
  });
});

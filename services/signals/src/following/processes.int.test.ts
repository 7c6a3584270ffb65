import { applyTopics, createKafkaLog, readAll, type EventLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { topicSettings } from '@da06/kafka';
import { arrivalGroup, createRandom, eventBuilders, fixedClock, kafkaForTests, raisedIn, recordOf, spawned, tempFolder } from '@da06/testkit';
import { createKeyedHash } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const brokers = (await kafkaForTests())?.brokers;
const program = fileURLToPath(new URL('../testing/run-signals.ts', import.meta.url));
const persons = 60;

const alertsIn = async (log: EventLog): Promise<string[]> => {
  const refs: string[] = [];
  for await (const records of readAll(log, topics.security)) refs.push(...raisedIn(records).map(({ raised }) => raised.ref));
  return refs.sort();
};

describe.skipIf(brokers === undefined)('processes that are killed while they match', () => {
  it('raise no alert twice and miss none: one is killed again and again, and another takes over with nothing known', { timeout: 300_000 }, async () => {
    const topicPrefix = `${randomBytes(6).toString('hex')}.`;
    const connection = { brokers: (brokers ?? '').split(',') };
    await applyTopics({ connection, topicPrefix, topics: topicSettings });
    const log = await createKafkaLog({ connection, topicPrefix, clientId: 'test', cachePath: '', compacted: [], logger: { debug: () => {}, warn: () => {}, error: () => {} } });
    onTestFinished(() => log.close());
    const vault = createKeyedHash(Buffer.alloc(32, 2));
    const random = createRandom(11);
    const clock = fixedClock(new Date().toISOString());
    const build = eventBuilders({ clock, random });
    const key = (index: number): string => vault.personKey({ kind: 'cccd', issuingState: 'VNM', number: `0701900${String(10_000 + index)}` });
    const added = (index: number) => build.watchEntryAdded({ hashes: [vault.mac('watch', key(index))], validFrom: '2026-01-01', expiresOn: '2099-12-31' });
    const stay = (index: number) => build.checkedIn({ ref: `R-${String(index).padStart(3, '0')}`, groups: { person: { personKey: key(index), documentKey: key(index), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' }, arrival: arrivalGroup(clock.now(), true) } });
    const folders = [tempFolder(onTestFinished), tempFolder(onTestFinished)] as const;
    const run = (folder: string) => {
      const child = spawned(process.execPath, ['--import', 'tsx', program, brokers ?? '', topicPrefix, folder]);
      onTestFinished(async () => void (await child.kill('SIGKILL')));
      return child;
    };
    let child = run(folders[0]);
    await child.sees(/matches\n/);
    for (let index = 0; index < persons; index += 1) {
      // Half of the entries come after the stay they are about.
      const told = index % 2 === 0 ? [added(index), stay(index)] : [stay(index), added(index)];
      await log.commitUnit({ append: told.map(recordOf) });
      await setTimeout(random.below(40));
      if (index % 20 === 15) {
        await child.kill('SIGKILL');
        child = run(index > 40 ? folders[1] : folders[0]);
      }
    }
    await expect.poll(() => alertsIn(log), { timeout: 120_000, interval: 500 }).toEqual(Array.from({ length: persons }, (_, index) => `R-${String(index).padStart(3, '0')}`));
    await child.sees(/matches\n/);
    expect(await alertsIn(log)).toHaveLength(persons);
  });
});

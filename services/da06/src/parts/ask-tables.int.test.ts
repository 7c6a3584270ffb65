import { createEmbeddedLog } from '@da06/event-log';
import { topics } from '@da06/events';
import { projectorGroup } from '@da06/projector';
import { tempFolder } from '@da06/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { askTables } from './ask-tables.ts';

it('tables are current once what the log held at a call is projected, also while more comes', async () => {
  const log = createEmbeddedLog({ path: tempFolder(onTestFinished) });
  onTestFinished(() => log.close());
  const tables = askTables(log, { query: () => Promise.resolve([]) });
  const append = async (): Promise<void> => void (await log.commitUnit({ append: [{ topic: topics.security, key: 'a', value: Buffer.from('{}') }] }));
  const project = (offset: bigint): Promise<void> => log.commit(projectorGroup, [{ topic: topics.security, partition: 0, offset }]);
  expect(await tables.current()).toBe(true);
  await append();
  expect(await tables.current()).toBe(false);
  await append();
  await project(1n);
  expect([await tables.current(), await tables.current()]).toEqual([true, false]);
  await project(2n);
  expect([await tables.current(), await tables.current()]).toEqual([true, true]);
});

import { applyTopics } from '@da06/event-log';
import { topics } from '@da06/events';
import { topicSettings } from '@da06/kafka';
import { kafkaForTests, tempFolder } from '@da06/testkit';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { exportLogCommand } from '../commands/export-log.ts';
import { importLogCommand } from '../commands/import-log.ts';
import { topicsApply } from '../commands/topics.ts';
import { openLogOnly } from '../parts/open-log.ts';
import { cli, contents, fill } from './cli.fixture.ts';

const brokers = (await kafkaForTests())?.brokers;
const connection = { brokers: (brokers ?? '').split(',') };

let root: string;
let topicPrefix: string;
beforeEach(() => {
  root = tempFolder(onTestFinished);
  topicPrefix = `${randomBytes(6).toString('hex')}.`;
});
const embedded = (data: string) => cli({ data: join(root, data), callerDir: root });
const onKafka = () => cli({ data: join(root, 'kafka'), callerDir: root }, { kafka: { connection, topicPrefix, compression: 'gzip' } });

type Line = { topic: string; status: string; differences: { setting: string; wanted: string; found: string }[] };
const apply = async (check: boolean): Promise<{ code: number; lines: Line[]; table: string }> => {
  const { context, written } = onKafka();
  const code = await topicsApply(context, { check });
  return { code, lines: written.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Line), table: written.err };
};

describe.skipIf(brokers === undefined)('on a broker', () => {
  it('an embedded log moves to Kafka and back: every key says the same, in the same order', async () => {
    const [source, kafka, back] = [embedded('source'), onKafka(), embedded('back')];
    await fill(source.context);
    await exportLogCommand(source.context, 'there.ndjson.gz');
    expect((await apply(false)).code).toBe(0);
    expect(await importLogCommand(kafka.context, 'there.ndjson.gz', {})).toBe(0);
    expect(await contents(kafka.context)).toEqual(await contents(source.context));
    await expect(importLogCommand(onKafka().context, 'there.ndjson.gz', {})).rejects.toMatchObject({ code: 'log.not-empty' });
    expect(await exportLogCommand(onKafka().context, 'back.ndjson')).toBe(0);
    expect(await importLogCommand(back.context, 'back.ndjson', {})).toBe(0);
    expect(await contents(back.context)).toEqual(await contents(source.context));
  });

  it('what was appended by claims is exported whole, also where places of the log are of no record', async () => {
    expect((await apply(false)).code).toBe(0);
    const { log, close } = await openLogOnly(onKafka().context);
    const event = (topic: string, key: string) => ({ topic, key, value: Buffer.from(`{"k":"${key}"}`) });
    for (const n of [1, 2, 3]) {
      const owner = await log.claim({ owner: 'programme', records: [event(topics.steps, `claim ${n}`), event(topics.reports, `claim ${n}`)] });
      for (const key of ['a', 'b', 'c']) await owner.append([event(topics.steps, key)]);
    }
    await expect.poll(() => log.read({ topic: topics.steps, partition: 0, from: 0n, limit: 100 }), { timeout: 60_000 }).toHaveLength(12);
    expect((await log.ends(topics.steps))[0]).toBeGreaterThan(12n);
    await close();
    const back = embedded('back');
    expect(await exportLogCommand(onKafka().context, 'back.ndjson')).toBe(0);
    expect(await importLogCommand(back.context, 'back.ndjson', {})).toBe(0);
    expect(await contents(back.context)).toEqual(await contents(onKafka().context));
  });

  it('a cluster without topics is named as such, not taken for an empty log', async () => {
    const source = embedded('source');
    await fill(source.context);
    await exportLogCommand(source.context, 'a.ndjson');
    await expect(importLogCommand(onKafka().context, 'a.ndjson', {})).rejects.toMatchObject({ code: 'log.topic-missing' });
  });

  it('topics apply makes what is missing, once, and --check alone says what it would make', async () => {
    const all = (status: string) => topicSettings.map(({ name }) => `${topicPrefix}${name}`).sort().map((topic) => ({ topic, status }));
    const [missing, created, again, checked] = [await apply(true), await apply(false), await apply(false), await apply(true)];
    expect([missing.code, created.code, again.code, checked.code]).toEqual([1, 0, 0, 0]);
    expect(missing.lines[0]).toMatchObject({ status: 'differs', differences: [{ setting: 'topic', wanted: 'present', found: 'missing' }] });
    expect(missing.lines).toHaveLength(topicSettings.length);
    for (const [outcome, status] of [[created, 'created'], [again, 'unchanged'], [checked, 'unchanged']] as const) expect(outcome.lines).toMatchObject(all(status));
  });

  it('topics apply names a topic that differs, and leaves it as it is', async () => {
    await applyTopics({ connection, topicPrefix, topics: topicSettings.map((topic) => (topic.name === topics.stays ? { ...topic, partitions: 2 } : topic)) });
    for (const check of [false, true]) {
      const { code, lines, table } = await apply(check);
      expect(code).toBe(1);
      expect(lines.filter(({ status }) => status !== 'unchanged')).toEqual([{ topic: `${topicPrefix}${topics.stays}`, status: 'differs', differences: [{ setting: 'partitions', wanted: '12', found: '2' }] }]);
      expect(table).toContain('partitions: 2, wanted 12');
    }
  });
});

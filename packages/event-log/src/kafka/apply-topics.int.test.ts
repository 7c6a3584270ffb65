import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { applyTopics, type TopicSettings } from './apply-topics.ts';
import { brokers } from './place.fixture.ts';

const settings = (name: string, rest: Partial<TopicSettings> = {}): TopicSettings => ({ name, partitions: 3, cleanup: 'delete', retentionMs: -1, maxMessageBytes: 1_000_000, ...rest });
const place = () => ({ connection: { brokers: (brokers ?? '').split(',') }, topicPrefix: `${randomBytes(6).toString('hex')}.` });

describe.skipIf(brokers === undefined)('applying topics', () => {
  it('creates what is missing with its settings, and finds nothing to do the next time', async () => {
    const at = place();
    const topics = [settings('a'), settings('b', { partitions: 1, cleanup: 'compact', config: { 'max.compaction.lag.ms': '86400000' } })];
    const names = [`${at.topicPrefix}a`, `${at.topicPrefix}b`];
    expect(await applyTopics({ ...at, topics })).toEqual({ created: names, unchanged: [], drift: [] });
    expect(await applyTopics({ ...at, topics })).toEqual({ created: [], unchanged: names, drift: [] });
  });

  it('names what differs and leaves it as it is', async () => {
    const at = place();
    await applyTopics({ ...at, topics: [settings('a')] });
    const wanted = [settings('a', { partitions: 6, retentionMs: 1_000, config: { 'segment.ms': '1' } }), settings('b')];
    const topic = `${at.topicPrefix}a`;
    const drift = [
      { topic, setting: 'partitions', wanted: '6', found: '3' },
      { topic, setting: 'retention.ms', wanted: '1000', found: '-1' },
      { topic, setting: 'segment.ms', wanted: '1', found: '604800000' },
    ];
    expect(await applyTopics({ ...at, topics: wanted })).toEqual({ created: [`${at.topicPrefix}b`], unchanged: [], drift });
    expect((await applyTopics({ ...at, topics: wanted })).drift).toEqual(drift);
  });

  it('only checking, it creates nothing and reports what is missing', async () => {
    const at = place();
    const missing = { created: [], unchanged: [], drift: [{ topic: `${at.topicPrefix}a`, setting: 'topic', wanted: 'present', found: 'missing' }] };
    expect(await applyTopics({ ...at, topics: [settings('a')], check: true })).toEqual(missing);
    expect(await applyTopics({ ...at, topics: [settings('a')], check: true })).toEqual(missing);
  });
});

import { catalogue, deadLetterTopic, nightsDueTopic, topics } from '@da06/events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { topicSettings } from './topics.ts';

const byName = new Map(topicSettings.map((topic) => [topic.name, topic]));

describe('topics of a cluster', () => {
  it('name each topic once', () => {
    expect(topicSettings.map(({ name }) => name).sort()).toEqual([...byName.keys()].sort());
    expect(topicSettings.length).toBe(2 * Object.keys(topics).length + 2);
  });

  it('hold every topic that events and marks are written to, each with its dead letters', () => {
    const written = new Set([...Object.values(topics), ...Object.values(catalogue).map(({ topic }) => topic)]);
    for (const topic of written) expect([byName.has(topic), byName.has(deadLetterTopic(topic))], topic).toEqual([true, true]);
    expect(byName.has(nightsDueTopic)).toBe(true);
  });

  it('never remove a fact by age or size, nor let a lagging replica become the truth', () => {
    for (const { name, retentionMs, config } of topicSettings) {
      if (name !== nightsDueTopic) expect(retentionMs, name).toBe(-1);
      expect(config, name).toMatchObject({ 'retention.bytes': '-1', 'unclean.leader.election.enable': 'false' });
    }
  });

  it('compact the vault alone, so that what was erased is gone within a day', () => {
    expect(topicSettings.filter(({ cleanup }) => cleanup === 'compact').map(({ name }) => name)).toEqual(['da06.vault']);
    expect(byName.get('da06.vault')?.config['max.compaction.lag.ms']).toBe(String(24 * 60 * 60 * 1000));
  });

  it('are all in the README, with their partitions', () => {
    const table = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8').split('\n').filter((line) => line.startsWith('|'));
    for (const { name, partitions } of topicSettings.filter((topic) => !topic.name.endsWith('.dead-letter'))) {
      expect(table.find((line) => line.includes(`\`${name}\``))?.split('|')[2], name).toMatch(new RegExp(`^ ${partitions}\\b`));
    }
  });

  it('let a dead letter be larger than the record that it holds', () => {
    for (const topic of Object.values(topics)) expect(byName.get(deadLetterTopic(topic))?.maxMessageBytes, topic).toBeGreaterThanOrEqual(2 * (byName.get(topic)?.maxMessageBytes ?? Infinity));
  });
});

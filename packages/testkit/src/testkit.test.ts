import { incidentUpdatedType, indicatorDefinedType, parseEvent, eventTypes } from '@da06/events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom, cut, duplicated, eventBuilders, freePort, permutations, permuted, randomLog, recordOf, redriven, spawned, tempFolder } from './index.ts';

const readable = (value: Uint8Array): string => {
  const parsed = parseEvent(value);
  return parsed.ok ? 'ok' : `${parsed.code} ${parsed.detail}`;
};

describe('event builders', () => {
  it('make an event of every type of the catalogue that passes the door', () => {
    const { clock: _, random: __, ...build } = eventBuilders();
    const made = Object.values(build).map((make) => make());
    expect(made.map(({ type }) => type).sort()).toEqual([...eventTypes].sort());
    expect(made.map((event) => readable(recordOf(event).value))).toEqual(made.map(() => 'ok'));
  });

  it('name the groups of a stay in `sets`', () => {
    expect(eventBuilders().corrected({ groups: { sex: 'F', departure: null } }).data.sets).toEqual(['sex', 'departure']);
  });
});

describe('random logs', () => {
  it('hold the shares that the order proof asks for, over all seeds', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { events, counts } = randomLog({ seed });
      expect(events.length).toBeGreaterThanOrEqual(300);
      expect(events.map((event) => readable(recordOf(event).value)).filter((text) => text !== 'ok')).toEqual([]);
      expect.soft(counts.amendments / counts.events).toBeGreaterThanOrEqual(0.05);
      expect.soft(counts.cancellations / counts.events).toBeGreaterThanOrEqual(0.03);
      expect.soft(counts.early / counts.events).toBeGreaterThanOrEqual(0.05);
      expect.soft(counts.links / counts.events).toBeGreaterThanOrEqual(0.02);
      expect.soft(counts.facilityChanges).toBeGreaterThan(0);
      expect.soft(counts.programme / counts.events).toBeGreaterThanOrEqual(0.08);
      expect.soft(counts.population / counts.events).toBeGreaterThanOrEqual(0.06);
      expect.soft(counts.compliance).toBeGreaterThanOrEqual(5);
      expect.soft(counts.incidents).toBeGreaterThanOrEqual(5);
      expect.soft(counts.security).toBeGreaterThanOrEqual(2);
    }
  });

  it('hold every kind of event of the programme, versions without a gap in each stream, over all seeds', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const next = new Map<string, number>();
      for (const { type, subject, streamversion } of randomLog({ seed }).events) {
        kinds.add(type);
        // Alerts are raised again, and judged by several, on purpose.
        if (streamversion === undefined || type.startsWith('vn.da06.alert.')) continue;
        expect(streamversion).toBe((next.get(subject) ?? 0) + 1);
        next.set(subject, streamversion);
      }
    }
    const programme = eventTypes.filter((type) => type !== indicatorDefinedType && /\.(?:model|step|report|reporter|indicator)\./.test(type) && !/not-deployable/.test(type));
    expect(programme.filter((type) => !kinds.has(type))).toEqual([]);
    expect(programme.length).toBe(13);
  });

  it('hold every kind of record of residents and workers, of which some are amended and withdrawn, over all seeds', () => {
    const events = Array.from({ length: 20 }, (_, index) => randomLog({ seed: index + 1 }).events).flat();
    const kinds = new Set(events.map(({ type }) => type));
    const population = eventTypes.filter((type) => /\.(?:residence|absence|household|birth|death|worker|record|register|statistic|unit)\.|indicator\.defined/.test(type));
    expect(population.filter((type) => !kinds.has(type))).toEqual([]);
    expect(population.length).toBe(13);
  });

  it('hold coach trips, businesses, inspections and outages, each also at a lower revision than before, called off or withdrawn, over all seeds', () => {
    const events = Array.from({ length: 20 }, (_, index) => randomLog({ seed: index + 1 }).events).flat();
    const kinds = eventTypes.filter((type) => /\.(?:coach-trip|business|inspection|outage)\./.test(type));
    expect(kinds.map((type) => [type, events.filter((event) => event.type === type).length > 10])).toEqual(kinds.map((type) => [type, true]));
    expect(kinds.length).toBe(4);
    const undone = events.filter(({ type, data }) => kinds.includes(type) && (('cancelled' in data && data.cancelled === true) || ('withdrawn' in data && data.withdrawn === true)));
    expect(new Set(undone.map(({ type }) => type)).size).toBe(3);
  });

  it('hold incidents, updated, withdrawn and told first by an update, over all seeds', () => {
    const events = Array.from({ length: 20 }, (_, index) => randomLog({ seed: index + 1 }).events).flat();
    const kinds = eventTypes.filter((type) => /\.incident\./.test(type));
    expect(kinds.map((type) => [type, events.filter((event) => event.type === type).length > 10])).toEqual(kinds.map((type) => [type, true]));
    expect(kinds.length).toBe(2);
    expect(events.some(({ type, data }) => type === incidentUpdatedType && 'withdrawn' in data && data.withdrawn === true)).toBe(true);
  });

  it('come out the same from the same seed, and another from another', () => {
    expect(randomLog({ seed: 7 })).toEqual(randomLog({ seed: 7 }));
    expect(randomLog({ seed: 8 }).events).not.toEqual(randomLog({ seed: 7 }).events);
  });
});

describe('reordering', () => {
  const records = Array.from({ length: 200 }, (_, index) => index);
  it('keeps every record', () => {
    const random = createRandom(3);
    expect(permuted(records, random).sort((a, b) => a - b)).toEqual(records);
    expect(redriven(records, random).sort((a, b) => a - b)).toEqual(records);
    expect(cut(records, random, 17).flat()).toEqual(records);
    expect([...new Set(duplicated(records, random))].sort((a, b) => a - b)).toEqual(records);
    expect(duplicated(records, random).length).toBeGreaterThan(200);
    expect(permutations([1, 2, 3, 4])).toHaveLength(24);
  });
});

describe('folders, ports and processes', () => {
  it('removes a folder when told', () => {
    let remove = (): void => {};
    const path = tempFolder((hook) => (remove = hook));
    expect(existsSync(path)).toBe(true);
    remove();
    expect(existsSync(path)).toBe(false);
  });

  it('finds a port, another one each time', async () => {
    const ports: number[] = [];
    for (let asked = 0; asked < 500; asked += 1) ports.push(await freePort());
    expect(Math.min(...ports)).toBeGreaterThan(1024);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('sees what a process says and kills it by its id', async () => {
    const child = spawned(process.execPath, ['-e', 'console.log("here"); setInterval(() => {}, 1000)']);
    expect(await child.sees(/here/)).toBe('here');
    expect(await child.kill()).toBeNull();
    await expect(child.sees(/there/)).rejects.toThrow('Ended before');
  });
});

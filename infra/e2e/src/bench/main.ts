import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../harness/child.ts';
import { figure, readArguments, runSections, writeJson } from '../harness/figures.ts';
import type { Section } from '../harness/figures.ts';
import { startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { residentMemory } from '../harness/memory.ts';
import { facility } from '../harness/stays.ts';
import { sleep, tempFolder } from '../harness/temp.ts';
import { freshness } from './freshness.ts';
import { insertPaths } from './insert-paths.ts';
import { kafka } from './kafka.ts';
import { start } from './start.ts';
import { puts, takeIn } from './take-in.ts';
import { xlsx } from './xlsx.ts';

/** `npm run bench [-- NAME…] [--stays N] [--events N] [--seconds N] [--rows N] [--json FILE]`; the bars are those of the project's quality list. */
const withHost = (work: (host: RunningHost, data: string) => AsyncIterable<ReturnType<typeof figure>>): Section =>
  async function* () {
    const folder = tempFolder('bench');
    const host = await startHost(join(folder.path, 'data'));
    try {
      await host.call('POST', '/v1/facilities', facility);
      yield* work(host, join(folder.path, 'data'));
    } finally {
      await host.stop();
      rmSync(folder.path, { recursive: true, force: true });
    }
  };

type Projected = Readonly<Record<'events' | 'engine' | 'projected' | 'json' | 'engineCpu' | 'projectedCpu' | 'jsonCpu', number>> & { readonly stages: [string, number][] };

const sections: Record<string, Section> = {
  start,
  'take-in': withHost(async function* (host) {
    yield* takeIn(host, option('stays', 100_000));
    await sleep(5_000);
    yield figure('memory after it, MiB', Math.round(residentMemory(host.pid)), '', undefined);
  }),
  put: withHost((host) => puts(host, option('seconds', 10))),
  xlsx: withHost((host) => xlsx(host, option('rows', 20_000))),
  freshness: withHost((host) => freshness(host, option('seconds', 20))),
  projection: async function* () {
    const folder = tempFolder('bench-log');
    const data = join(folder.path, 'data');
    try {
      const host = await startHost(data);
      await host.call('POST', '/v1/facilities', facility);
      for await (const _ of takeIn(host, option('stays', 100_000))) continue;
      await host.stop();
      const { events, engine, projected, json, engineCpu, projectedCpu, jsonCpu, stages } = await runChild<Projected>('projection-run', [data, '20000']);
      yield figure(`${events} events, batches of 20,000: the engine alone, from rows made before, events/s`, Math.round(engine), '', undefined);
      yield figure('projection, events/s', Math.round(projected), '>= 60,000', projected >= 60_000);
      yield figure('the engine alone, from the log’s JSON, events/s', Math.round(json), '', undefined);
      yield figure('projection against the engine alone from the log’s JSON', projected / json, '>= 0.7', projected / json >= 0.7);
      yield figure('projection against the engine alone from rows made before', projected / engine, '', undefined);
      for (const [way, micros] of [['the engine alone, from rows', engineCpu], ['the engine alone, from JSON', jsonCpu], ['projection', projectedCpu]] as const) yield figure(`µs of the processor an event: ${way}`, micros, '', undefined);
      for (const [stage, micros] of stages) yield figure(`µs an event: ${stage}`, micros, '', undefined);
    } finally {
      folder.remove();
    }
  },
  'insert-paths': () => insertPaths(option('stays', 100_000)),
  kafka: () => kafka(option('stays', 100_000)),
  rebuild: async function* () {
    const wanted = option('events', 1_000_000);
    const { events, seconds, equal, before, peak, caughtUpIn } = await runChild<{ events: number; seconds: number; equal: boolean; before: number; peak: number; caughtUpIn: number }>('rebuild-run', [String(wanted)]);
    const bar = (30 * events) / 1_000_000;
    yield figure(`rebuild of ${events} events, s`, seconds, `<= ${bar}, equal content`, equal && seconds <= bar);
    yield figure('memory before, MiB', Math.round(before), '', undefined);
    yield figure('memory at its peak, MiB', Math.round(peak), 'flat: <= before + 300', peak <= before + 300);
    yield figure('the log’s first projection after the last append, s', caughtUpIn, '', undefined);
  },
};

const { names, options } = readArguments(process.argv.slice(2), Object.keys(sections));
const option = (name: string, fallback: number): number => Number(options.get(name) ?? fallback);

const figures = await runSections(sections, names);
writeJson(options.get('json'), figures);
process.exit(figures.some(({ figure: text }) => text.startsWith('not taken')) ? 1 : 0);

import { join } from 'node:path';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { residentMemory } from '../harness/memory.ts';
import { facility } from '../harness/stays.ts';
import { sleep, tempFolder } from '../harness/temp.ts';
import { consolePages } from './console.ts';
import { dashboards } from './dashboards.ts';
import { demonstration } from './demonstration.ts';
import { freshness } from './freshness.ts';
import { insertPaths } from './insert-paths.ts';
import { kafka } from './kafka.ts';
import type { BenchOptions } from './options.ts';
import { population } from './population.ts';
import { projection } from './projection.ts';
import { rebuild } from './rebuild.ts';
import type { BoardsAtSize } from './schema.ts';
import { start } from './start.ts';
import { puts, takeIn } from './take-in.ts';
import { createTourism } from './tourism.ts';
import { watchList } from './watch-list.ts';
import { xlsx } from './xlsx.ts';

type Run = { readonly size: number; readonly say: (text: string) => void; readonly options: BenchOptions; readonly keep: (all: BoardsAtSize) => void };

/** A part of the benchmark that can be asked for by its name. */
export type BenchSection = {
  readonly about: string;
  /** Seconds it takes at a size, on two quiet cores. */
  readonly seconds: (size: number) => number;
  /** The option its size comes from, and the sizes it has without; none = it has no size. */
  readonly sized?: { readonly option: 'stays' | 'events' | 'seconds' | 'rows' | 'residents'; readonly own: readonly number[]; /** Whether a figure at each size is worth a chart: of work, not of time spent. */ readonly grows: boolean };
  readonly run: (run: Run) => AsyncIterable<Figure>;
};

const withHost = (work: (host: RunningHost, run: Run) => AsyncIterable<Figure>) =>
  async function* (run: Run): AsyncGenerator<Figure> {
    const folder = tempFolder('bench');
    try {
      const host = await startHost(join(folder.path, 'data'));
      try {
        await host.call('POST', '/v1/facilities', facility);
        yield* work(host, run);
      } finally {
        await host.stop();
      }
    } finally {
      folder.remove();
    }
  };

const tourism = createTourism();

/** Every section by its name, in the order they run. */
export const benchSections: Readonly<Record<string, BenchSection>> = {
  start: { about: 'from the start of the process to readiness, on an empty folder and again; memory idle', seconds: () => 15, run: start },
  demonstration: { about: 'a first start with the demonstration: serving, loaded, memory idle', seconds: () => 60, run: demonstration },
  'take-in': {
    about: 'batches of 5,000 stays over HTTP, two at a time: stays/s, µs by stage, memory after', seconds: (stays) => 15 + stays / 15_000,
    sized: { option: 'stays', own: [100_000], grows: true },
    run: withHost(async function* (host, { size }) {
      yield* takeIn(host, size);
      await sleep(5_000);
      yield figure('memory after it, MiB', Math.round(residentMemory(host.pid)), '', undefined);
    }),
  },
  put: { about: 'one stay a request over 32 connections', seconds: (seconds) => 10 + seconds, sized: { option: 'seconds', own: [10], grows: false }, run: withHost((host, { size }) => puts(host, size)) },
  xlsx: { about: 'a workbook of so many rows', seconds: (rows) => 15 + rows / 2_000, sized: { option: 'rows', own: [20_000], grows: true }, run: withHost((host, { size }) => xlsx(host, size)) },
  freshness: { about: 'accepted → visible to a query, at 1,000 stays a second', seconds: (seconds) => 15 + seconds, sized: { option: 'seconds', own: [20], grows: false }, run: withHost((host, { size }) => freshness(host, size)) },
  'watch-list': {
    about: '10,000 entries, 50 planted matches in number variants among so many stays: all found, none false, accepted → alert in the log', seconds: (stays) => 30 + stays / 450,
    sized: { option: 'stays', own: [100_000], grows: false }, run: withHost((host, { size }) => watchList(host, { stays: size, entries: 10_000, planted: 50 })),
  },
  projection: {
    about: 'the log into the tables, beside the engine’s own insert of the same bytes; µs by stage, memory', seconds: (stays) => 30 + stays / 5_000,
    sized: { option: 'stays', own: [100_000], grows: true }, run: ({ size, say }) => projection(size, say),
  },
  'insert-paths': {
    about: 'ways rows can take into the tables: client.insert of objects, JSON by file, rows in binary, the projector', seconds: (stays) => 40 + stays / 2_500,
    sized: { option: 'stays', own: [100_000], grows: false }, run: ({ size }) => insertPaths(size),
  },
  kafka: {
    about: 'take-in and projection: embedded log, Kafka, ClickHouse’s own Kafka table engine (needs Java 17)', seconds: (stays) => 60 + stays / 2_500,
    sized: { option: 'stays', own: [100_000], grows: true }, run: ({ size }) => kafka(size),
  },
  rebuild: { about: 'a rebuild beside the live tables, and its memory', seconds: (events) => 20 + events / 8_000, sized: { option: 'events', own: [1_000_000], grows: true }, run: ({ size }) => rebuild(size) },
  population: {
    about: 'registers of residents and workers made inside the engine: their recompute, and queries as of a day', seconds: (residents) => 20 + residents / 15_000,
    sized: { option: 'residents', own: [1_000_000], grows: true }, run: ({ size, options: { folder } }) => population(size, folder === undefined ? undefined : join(folder, `residents-${size}`)),
  },
  tourism: {
    about: 'the views of tourism and compliance, a month and a year of days, on districts made inside the engine', seconds: (stays) => 60 + stays / 60_000,
    sized: { option: 'stays', own: [100_000, 1_000_000, 10_000_000], grows: true },
    run: ({ size, options: { folder } }) => tourism(size, folder === undefined ? undefined : join(folder, `tourism-${size}`)),
  },
  console: { about: 'the console over the demonstration in a headless Chromium: first figures, whole boards, kB of script, a stay to the screen', seconds: () => 120, run: consolePages },
  dashboards: {
    about: 'every panel of every dashboard, and people’s views, on districts made inside the engine', seconds: (stays) => 40 + (stays < 50_000_000 ? stays / 60_000 : stays / 100_000),
    sized: { option: 'stays', own: [1_000_000, 10_000_000], grows: true },
    run: ({ size, options: { registers, folder }, keep }) => dashboards(size, { registers, folder: folder === undefined ? undefined : join(folder, String(size)), keep }),
  },
};

import { createEmbeddedLog } from '@da06/event-log';
import { createHybridClock, topics } from '@da06/events';
import { createProjector } from '@da06/projector';
import { loadLocality } from '@da06/reference';
import { createRegistration } from '@da06/registration';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createDistrict, createPopulation, openings, sendAll, type DistrictOptions, type PopulationTruth, type Sending, type SendSummary, type Truth } from '@da06/simulator';
import { recordOf } from '@da06/testkit';
import { createVault } from '@da06/vault';
import { createEmbeddedWarehouse, type Warehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { tempFolder } from '../harness/temp.ts';
import type { Fact as Published } from './population/facts.ts';
import type { Fact } from './programme/facts.ts';
import { newestReceipt } from './newest-receipt.ts';
import { playProgramme } from './programme/play-programme.ts';
import type { WatchFacts } from './security/facts.ts';
import { playWatchList } from './security/play-watch-list.ts';

export type Played = { readonly truth: Truth; readonly openedAt: number; readonly programme: readonly Fact[]; readonly population: PopulationTruth; readonly published: readonly Published[]; readonly watch: WatchFacts; readonly summary: SendSummary; readonly wrong: readonly string[]; readonly warehouse: Warehouse; readonly close: () => Promise<void> };

/** A district, and about how many residents its registers are told of. */
export type PlayedOptions = DistrictOptions & { readonly residents: number };

const day = 86_400_000;

/** Plays a district, a programme, a population of so many residents and a watch-list beside it into registration, signals, log, projector and engine of this process, each request received when its feed sends it. One at a time: a process holds one engine. */
export const playDistrict = async ({ residents, ...options }: PlayedOptions): Promise<Played> => {
  const openedAt = Date.parse(`${options.from}T00:00:00+07:00`) - day;
  const folder = tempFolder('district');
  const log = createEmbeddedLog({ path: join(folder.path, 'log'), partitions: { [topics.stays]: 4 } });
  const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
  await warehouse.migrate();
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const logger = createLogger({ name: 'district', level: 'error' });
  const metrics = createMetrics();
  const adminKey = 'da06_administrator-of-a-district';
  const registration = createRegistration({
    log, vault, locality: loadLocality(), adminKey, refsPath: join(folder.path, 'refs'), receiptKeysPath: join(folder.path, 'receipt-keys'),
    // Units and definitions are published when it starts: as a district opens, not today.
    clock: { now: () => openedAt }, sequence: createHybridClock({ now: Date.now }), logger, metrics,
  });
  await registration.start();
  const published = (await Promise.all(Array.from({ length: log.partitions(topics.registry) }, (_, partition) => log.read({ topic: topics.registry, partition, from: 0n, limit: 10_000 })))).flat().map(({ value }) => JSON.parse(Buffer.from(value).toString()) as Published);
  const transport = async (sending: Sending): Promise<Response> =>
    registration.fetch(new Request(`http://localhost${sending.path}`, { method: sending.method, headers: { authorization: `Bearer ${adminKey}`, 'content-type': sending.contentType }, body: sending.body }), { receivedAt: sending.at });
  const wrong: string[] = [];
  const patience = { patienceMs: 60_000, now: () => performance.now(), sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)), receiptTime: 'sent', concurrency: 32 } as const;
  const onDifference = ({ sending, wrong: words }: { sending: Sending; wrong: readonly string[] }): void => void wrong.push(`${sending.method} ${sending.path} at ${new Date(sending.at).toISOString()}: ${words.join(', ')}`);
  const district = createDistrict(options);
  await sendAll({ ...patience, sendings: openings(district.facilities, openedAt), transport, onDifference });
  const truth = district.truth();
  const watchList = playWatchList({ log, vault, path: join(folder.path, 'signals'), logger, adminKey, authenticate: registration.authenticate }, truth);
  await watchList.before(openedAt);
  const summary = await sendAll({ ...patience, sendings: district.sendings(), transport, onDifference });
  const people = createPopulation({ preset: options.preset, seed: options.seed, from: options.from, days: options.days, residents });
  await sendAll({ ...patience, sendings: people.sendings(), transport, onDifference });
  // The programme's own service is not asked: its events are put beside those of the stays, as its owner would append them.
  const programme = playProgramme({ seed: options.seed, from: options.from, days: options.days, events: 300 });
  await log.commitUnit({ append: programme.map(recordOf) });
  const population = people.truth();
  const watch = await watchList.after(newestReceipt({ truth, openedAt, programme, population }));

  const projector = createProjector({ log, warehouse, vault, clock: { now: Date.now }, logger, metrics, onFatal: (error) => void wrong.push(`projection: ${String(error)}`) });
  await projector.start();
  while ((await projector.lag()) > 0 && wrong.length === 0) await patience.sleep(20);
  return {
    truth, population, published, openedAt, programme, watch, summary, wrong, warehouse,
    close: async () => {
      await projector.stop();
      await registration.stop();
      await log.close();
      await warehouse.close();
      folder.remove();
    },
  };
};

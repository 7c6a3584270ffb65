import { createEmbeddedLog, readAll } from '@da06/event-log';
import { createHybridClock, topics, type AlertRaisedData } from '@da06/events';
import { askTables } from '@da06/host';
import { createProjector } from '@da06/projector';
import { loadLocality } from '@da06/reference';
import { createRegistration } from '@da06/registration';
import { createLogger, createMetrics } from '@da06/service-kit';
import { createSignals, type Signals } from '@da06/signals';
import { createDistrict, openings, sendAll, type DistrictOptions, type Sending, type Truth } from '@da06/simulator';
import { raisedIn } from '@da06/testkit';
import { createVault } from '@da06/vault';
import { createEmbeddedWarehouse } from '@da06/warehouse';
import { join } from 'node:path';
import { tempFolder } from '../harness/temp.ts';
import { day as dayMs, dayNumber, midnight } from '../truth/local-time.ts';
import { recordOfPlant, type Plant } from './plants.ts';

export type Played = {
  readonly truth: Truth;
  readonly alerts: readonly AlertRaisedData[];
  /** The newest day when the rules were last asked. */
  readonly lastDay: number;
  readonly stays: number;
  readonly sweeps: number;
  /** CPU time of all of them, ms. */
  readonly sweepCpuMs: number;
  /** Answers that were not as the truth has them, and failures. */
  readonly wrong: readonly string[];
};

type Playing = { readonly plants: readonly Plant[]; readonly sweepDays: number; readonly sweepsARun: number; readonly say?: (text: string) => void };

/**
 * Plays a district with plants beside it into registration, log, projector, engine and signals of this process, each request received when it is sent; asks the rules at the
 * end of every `sweepDays` days. After every `sweepsARun` of them the signals begin anew.
 */
export const playRules = async (options: DistrictOptions, { plants, sweepDays, sweepsARun, say }: Playing): Promise<Played> => {
  const openedAt = Date.parse(`${options.from}T00:00:00+07:00`) - dayMs;
  const folder = tempFolder('rules');
  const log = createEmbeddedLog({ path: join(folder.path, 'log'), partitions: { [topics.stays]: 4 } });
  const warehouse = await createEmbeddedWarehouse({ path: join(folder.path, 'clickhouse') });
  await warehouse.migrate();
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const [logger, metrics, locality] = [createLogger({ name: 'rules', level: 'error' }), createMetrics(), loadLocality()];
  const adminKey = 'da06_administrator-of-a-district';
  let now = openedAt;
  const clock = { now: () => now };
  const wrong: string[] = [];
  const registration = createRegistration({ log, vault, locality, adminKey, refsPath: join(folder.path, 'refs'), receiptKeysPath: join(folder.path, 'receipt-keys'), clock, sequence: createHybridClock({ now: Date.now }), logger, metrics });
  await registration.start();
  const projector = createProjector({ log, warehouse, vault, clock: { now: Date.now }, logger, metrics: createMetrics(), onFatal: (error) => void wrong.push(`projection: ${String(error)}`) });
  await projector.start();
  const startSignals = async (): Promise<Signals> => {
    const signals = createSignals({
      log, locality, vault: () => vault, path: join(folder.path, 'signals'), clock, sequence: createHybridClock({ now: Date.now }), authenticate: () => Promise.reject(new Error('nobody asks')), logger, metrics: createMetrics(), alone: true,
      rules: { tables: askTables(log, warehouse), everyMs: 2 ** 30 }, onFatal: (error) => void wrong.push(`signals: ${String(error)}`),
    });
    await signals.start();
    return signals;
  };
  let signals = await startSignals();

  const transport = async (sending: Sending): Promise<Response> =>
    registration.fetch(new Request(`http://localhost${sending.path}`, { method: sending.method, headers: { authorization: `Bearer ${adminKey}`, 'content-type': sending.contentType }, body: sending.body }), { receivedAt: sending.at });
  const patience = { patienceMs: 60_000, now: () => performance.now(), sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)), receiptTime: 'sent', concurrency: 32 } as const;
  const send = async (sendings: Iterable<Sending>): Promise<void> =>
    void (await sendAll({ ...patience, sendings, transport, onDifference: ({ sending, wrong: words }) => void wrong.push(`${sending.method} ${sending.path} at ${new Date(sending.at).toISOString()}: ${words.join(', ')}`) }));
  const sendPlant = async (facility: string, body: unknown, at: number): Promise<void> => {
    const request = new Request(`http://localhost${facility === '' ? '/v1/facilities' : `/v1/facilities/${facility}/stays`}`, { method: 'POST', headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const answer = await registration.fetch(request, { receivedAt: at });
    const text = await answer.text();
    if (facility === '' ? answer.status !== 201 : !text.includes('"rejected":0')) wrong.push(`${facility}: ${String(answer.status)} ${text}`);
  };

  const district = createDistrict(options);
  await send(openings(district.facilities, openedAt));
  for (const { facilities } of plants) for (const { body } of facilities) await sendPlant('', body, openedAt);
  const planted = plants.flatMap(({ facilities }) => facilities.flatMap(({ body, stays }) => stays.map((stay) => ({ facility: body.id, stay })))).sort((a, b) => a.stay.toldAt - b.stay.toldAt);
  const sendings = district.sendings()[Symbol.iterator]();
  let waiting = sendings.next();
  const [firstDay, counts] = [dayNumber(openedAt) + 1, { sweeps: 0, cpu: 0 }];
  for (let day = firstDay; day < firstDay + options.days; day += sweepDays) {
    const until = midnight(Math.min(day + sweepDays, firstDay + options.days));
    const next: Sending[] = [];
    for (; waiting.done !== true && waiting.value.at < until; waiting = sendings.next()) next.push(waiting.value);
    now = until;
    await send(next);
    for (const { facility, stay } of planted.filter(({ stay: { toldAt } }) => toldAt >= midnight(day) && toldAt < until)) await sendPlant(facility, [recordOfPlant(stay)], stay.toldAt);
    while ((await projector.lag()) > 0 && wrong.length === 0) await patience.sleep(5);
    const used = process.cpuUsage();
    if (await signals.sweep()) counts.sweeps += 1;
    const { user, system } = process.cpuUsage(used);
    counts.cpu += (user + system) / 1000;
    if (counts.sweeps % sweepsARun === 0) {
      await signals.stop();
      signals = await startSignals();
    }
    say?.(`${String(counts.sweeps)} sweeps`);
  }
  const alerts: AlertRaisedData[] = [];
  for await (const records of readAll(log, topics.security)) alerts.push(...raisedIn(records).map(({ raised }) => raised));
  const [row] = await warehouse.query<{ stays: string }>('SELECT toString(count()) AS stays FROM da06.stays');
  await signals.stop();
  await projector.stop();
  await registration.stop();
  await log.close();
  await warehouse.close();
  folder.remove();
  return { truth: district.truth(), alerts, lastDay: firstDay + options.days - 1, stays: Number(row?.stays ?? 0), sweeps: counts.sweeps, sweepCpuMs: counts.cpu, wrong };
};

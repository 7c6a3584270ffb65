import { consoleDescribed } from '@da06/console';
import { demonstrationPrefix } from '@da06/domain';
import { AppError } from '@da06/errors';
import { createHybridClock } from '@da06/events';
import { programmeDescribed } from '@da06/programme';
import type { Programme } from '@da06/programme';
import { loadLocality } from '@da06/reference';
import type { Registration } from '@da06/registration';
import { signalsDescribed } from '@da06/signals';
import type { Signals } from '@da06/signals';
import { createClickHouseHttp } from '@da06/warehouse';
import type { Warehouse } from '@da06/warehouse';
import type { Config } from '../config.ts';
import { createDemonstration } from '../demonstration/demonstration.ts';
import type { Demonstration, DemonstrationDeps } from '../demonstration/demonstration.ts';
import { planToLive } from '../demonstration/programme.ts';
import { isUntouched } from '../demonstration/is-untouched.ts';
import { finishRemoval } from '../demonstration/remove.ts';
import { removeHostFile, writeHostFile } from '../data-folder/host-file.ts';
import { createClosers } from '../parts/closers.ts';
import { makeProgramme } from '../parts/make-programme.ts';
import { makeRegistration } from '../parts/make-registration.ts';
import { makeSignals } from '../parts/make-signals.ts';
import { warnWhenExposed } from '../parts/exposed.ts';
import { openDoor } from '../parts/open-door.ts';
import { listenClickHouse } from './clickhouse-port.ts';
import { hostDescribed } from './documented.ts';
import { createHostOperations } from './host-operations.ts';
import { createFrontDoor } from './front-door.ts';
import { admitTo, createRoleOfKey } from './key-check.ts';
import { openFolder } from './open-folder.ts';
import type { FolderDeps, OpenFolder } from './open-folder.ts';

type HostAddresses = { readonly url: string; readonly clickhouseUrl: string | null; readonly adminKeyPath: string; readonly empty: boolean; readonly demonstration: ReturnType<Demonstration['state']> };

export type HostDeps = FolderDeps & {
  /** The demonstration that an empty folder gets and another goes on with; none unless told. */
  readonly demonstration?: Pick<DemonstrationDeps, 'plan' | 'tell'>;
};

export type Host = {
  /** Opens the doors; resolves when the host is ready. */
  readonly start: () => Promise<HostAddresses>;
  /** Takes no new request, finishes what was begun, flushes and lets the folder go. */
  readonly stop: () => Promise<void>;
  readonly folder: OpenFolder;
  /** What is there of the demonstration, as queries see it. */
  readonly simulated: () => Promise<{ readonly facilities: number; readonly stays: number }>;
};

/** What stands in the description beside registration's own routes. */
const others = {
  operations: [...programmeDescribed.operations, ...signalsDescribed.operations, ...consoleDescribed.operations, ...hostDescribed.operations],
  roles: { ...programmeDescribed.roles, ...signalsDescribed.roles, ...consoleDescribed.roles, ...hostDescribed.roles },
};

/**
 * Everything in one process on one data folder: registration, the programme, watch-list and alerts, projection, queries.
 * @throws AppError `data.in-use`, `config.invalid`.
 */
export const createHost = async (config: Config, deps: HostDeps): Promise<Host> => {
  const { logger } = deps;
  const locality = loadLocality(config.localityDir);
  const folder = await openFolder(config, deps);
  const closers = createClosers();
  closers.add(() => folder.close());
  const stop = async (): Promise<void> => {
    removeHostFile(folder.paths.hostFile);
    await closers.closeAll();
  };
  const { log, adminKey, metrics } = folder;
  const sequence = createHybridClock({ now: Date.now });
  const onFatal = deps.onFatal ?? (() => {});
  let registration: Registration;
  let programme: Programme;
  let signals: Signals;
  const addresses: { url: string; clickhouseUrl: string | null; adminKeyPath: string } = { url: '', clickhouseUrl: null, adminKeyPath: folder.paths.adminKey };
  try {
    registration = makeRegistration(config, { locality, log, ...folder.sealing(), adminKey, metrics, sequence, logger: logger.child({ part: 'registration' }), others });
    programme = makeProgramme(config, { locality, log, warehouse: folder.warehouse, sequence, authenticate: registration.authenticate, url: () => addresses.url, metrics, logger: logger.child({ part: 'programme' }), onFatal });
    signals = makeSignals(config, { locality, log, warehouse: folder.warehouse, vault: () => folder.sealing().vault, sequence, authenticate: registration.authenticate, metrics, logger: logger.child({ part: 'signals' }), onFatal });
  } catch (error) {
    await stop();
    throw error;
  }
  closers.add(() => registration.stop());
  closers.add(() => programme.stop());
  closers.add(() => signals.stop());
  const demonstration = deps.demonstration === undefined ? undefined : createDemonstration({
    ...deps.demonstration, path: folder.paths.demonstration, fetch: registration.fetch, programme: { plan: planToLive(locality), fetch: programme.fetch, countNow: programme.countNow }, adminKey, isEmpty: () => isUntouched(log), gathered: folder.projector.gather, lag: folder.projector.lag, now: Date.now, logger: logger.child({ part: 'demonstration' }),
  });
  const roleOfKey = createRoleOfKey({ adminKey, registration });

  /** Whatever happens to the demonstration, the host serves. */
  const told = (error: unknown): void => logger.error({ code: error instanceof AppError ? error.code : 'internal', err: error }, 'the demonstration is left as it is: see "The demonstration"');
  const start = async (): Promise<HostAddresses> => {
    try {
      warnWhenExposed(config.hostname, logger);
      const queries = createClickHouseHttp({ warehouse: folder.warehouse, onError: (error) => logger.error({ err: error }, 'a query failed by a fault of ours'), admit: admitTo(config.hostname, roleOfKey) });
      const clickhouse = await listenClickHouse(config, queries, logger);
      if (clickhouse !== undefined) closers.add(() => clickhouse.close());
      addresses.clickhouseUrl = clickhouse?.url ?? null;
      const operations = createHostOperations({ config, folder, locality, registration, programme, signals, demonstration, onFatal });
      const door = createFrontDoor({ folder, registration, programme, signals, demonstration: () => demonstration?.state() ?? 'off', operations, roleOfKey, hostname: config.hostname, addresses, logger });
      const server = await openDoor(config, 8080, door.fetch);
      closers.add(() => server.close());
      closers.add(() => Promise.resolve(door.stop()));
      addresses.url = server.url;
      writeHostFile(folder.paths.hostFile, { pid: process.pid, url: server.url, clickhouseUrl: addresses.clickhouseUrl });
      await finishRemoval(folder).catch(told);
      await registration.start();
      await programme.start();
      await signals.start();
      closers.add(async () => demonstration?.stop());
      await demonstration?.start().catch(told);
      logger.info({ url: server.url, clickhouseUrl: addresses.clickhouseUrl }, 'ready');
      return { ...addresses, empty: (await door.counts()).stays === 0, demonstration: demonstration?.state() ?? 'off' };
    } catch (error) {
      await stop();
      throw error;
    }
  };
  return { start, stop, folder, simulated: () => countSimulated(folder.warehouse) };
};

const countSimulated = async (warehouse: Pick<Warehouse, 'query'>): Promise<{ readonly facilities: number; readonly stays: number }> => {
  const of = (view: string): string => `(SELECT count() FROM da06.${view} WHERE startsWith(facility_id, '${demonstrationPrefix}'))`;
  const [row] = await warehouse.query<{ facilities: string; stays: string }>(`SELECT toString(${of('facilities')}) AS facilities, toString(${of('stays')}) AS stays`);
  return { facilities: Number(row?.facilities ?? 0), stays: Number(row?.stays ?? 0) };
};

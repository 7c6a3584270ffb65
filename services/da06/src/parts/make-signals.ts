import type { EventLog } from '@da06/event-log';
import type { HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import type { Auth, Logger, Metrics } from '@da06/service-kit';
import { createSignals } from '@da06/signals';
import type { Signals } from '@da06/signals';
import type { Vault } from '@da06/vault';
import type { Warehouse } from '@da06/warehouse';
import type { Config } from '../config.ts';
import { dataPaths } from '../data-folder/paths.ts';
import { alertCounts } from './alert-counts.ts';
import { askTables } from './ask-tables.ts';

export type SignalsParts = {
  readonly locality: Locality;
  readonly log: EventLog;
  /** Undefined = this process has no tables: it counts nothing, and its rules do not run. */
  readonly warehouse: Pick<Warehouse, 'query'> | undefined;
  /** As it is now: after a change of the master key it is another. */
  readonly vault: () => Vault;
  readonly sequence: HybridClock;
  readonly authenticate: Auth['authenticate'];
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly onFatal: (error: unknown) => void;
};

/** Watch-list and alerts on a log, with their own part of the data folder. */
export const makeSignals = (config: Config, { warehouse, ...parts }: SignalsParts): Signals =>
  createSignals({
    ...parts, alone: config.kafka === undefined, path: dataPaths(config.data).signals(parts.log.id), clock: { now: Date.now },
    ...(warehouse !== undefined && { counts: alertCounts(warehouse) }),
    ...(warehouse !== undefined && { rules: { tables: askTables(parts.log, warehouse), everyMs: config.sweepSeconds * 1000 } }),
  });

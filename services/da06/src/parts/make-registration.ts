import type { EventLog } from '@da06/event-log';
import type { HybridClock } from '@da06/events';
import type { Locality } from '@da06/reference';
import { createRegistration, createTakeInPool } from '@da06/registration';
import type { Registration } from '@da06/registration';
import type { Described, Logger, Metrics } from '@da06/service-kit';
import type { LocalityKeys, Vault } from '@da06/vault';
import { availableParallelism } from 'node:os';
import type { Config } from '../config.ts';
import { dataPaths } from '../data-folder/paths.ts';

export type RegistrationParts = {
  readonly locality: Locality;
  readonly log: EventLog;
  readonly vault: Vault;
  /** The secrets the vault was made of: threads of take-in make their own. */
  readonly keys: LocalityKeys;
  readonly adminKey: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The process's one hybrid clock. */
  readonly sequence: HybridClock;
  /** Routes of the same process, for the description at /docs. */
  readonly others?: Described;
};

/** Threads that check and seal records beside the one that decides and answers; more than the cores would only wait for each other. */
const takeInThreads = Math.min(2, availableParallelism());

/** Take-in by threads, under the secrets a vault is made of. */
export const makeTakeIn = (config: Config, { locality, vault, keys }: Pick<RegistrationParts, 'locality' | 'vault' | 'keys'>): ReturnType<typeof createTakeInPool> =>
  createTakeInPool({ locality, localityDir: config.localityDir, vault, workers: takeInThreads, ...keys });

/** Registration on a log, with its own part of the data folder. */
export const makeRegistration = (config: Config, { keys, ...parts }: RegistrationParts): Registration => {
  const paths = dataPaths(config.data);
  return createRegistration({
    ...parts, refsPath: paths.refs(parts.log.id), receiptKeysPath: paths.receiptKeys,
    clock: { now: Date.now },
    takeIn: makeTakeIn(config, { ...parts, keys }),
  });
};

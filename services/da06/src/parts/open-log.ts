import { createEmbeddedLog, createKafkaLog } from '@da06/event-log';
import type { EmbeddedLog, EventLog } from '@da06/event-log';
import { topics } from '@da06/events';
import type { Logger } from '@da06/service-kit';
import { vaultTopic } from '@da06/vault';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CliContext } from '../cli/context.ts';
import type { Config } from '../config.ts';
import { takeLock } from '../data-folder/lock.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { resumeRotation } from '../master-key/open-keys.ts';
import { patiently } from './patiently.ts';

/** A log that is open; `embedded` is the same one when it lies in the data folder. */
export type OpenLog = { readonly log: EventLog; readonly embedded: EmbeddedLog | undefined };

/** Stays go to four partitions by their subject; every other topic has one. Fixed with the first record of a folder. */
const partitions = { [topics.stays]: 4 };

export type OpenLogOptions = {
  readonly logger: Logger;
  /** Names this process to the brokers. */
  readonly clientId: string;
  /** How long to wait for a cluster that does not answer yet, in milliseconds. */
  readonly waitMs: number;
  /** Whether identities are opened or sealed by this process: then the keys of persons are kept at hand. */
  readonly withKeys: boolean;
};

/** Opens the log that the configuration names: Kafka's, or the one in the data folder. @throws AppError `log.unavailable`, `data.in-use`. */
export const openLog = async (config: Config, { logger, clientId, waitMs, withKeys }: OpenLogOptions): Promise<OpenLog> => {
  const paths = dataPaths(config.data);
  if (config.kafka === undefined) {
    const embedded = createEmbeddedLog({ path: paths.log, partitions });
    return { log: embedded, embedded };
  }
  const kafka = { ...config.kafka, clientId, cachePath: join(paths.root, 'cache', clientId), compacted: withKeys ? [vaultTopic] : [], logger };
  const log = await patiently(() => createKafkaLog(kafka), { forMs: waitMs, logger });
  return { log, embedded: undefined };
};

/** The log alone, for commands that need nothing else. The data folder is held meanwhile when the log lies in it. @throws AppError `data.in-use`. */
export const openLogOnly = async (context: CliContext): Promise<{ readonly log: EventLog; readonly close: () => Promise<void> }> => {
  const { config, logger } = context;
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  const unfinished = existsSync(paths.erasePending);
  const lock = config.kafka === undefined || unfinished ? takeLock(paths.lock) : undefined;
  try {
    const { log } = await openLog(config, { logger, clientId: 'da06-cli', waitMs: 0, withKeys: true });
    // Chunks under two master keys would be opened by nobody elsewhere.
    if (unfinished) await resumeRotation({ config, log, logger });
    return {
      log,
      close: async () => {
        await log.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
};

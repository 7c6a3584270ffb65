import { loadLocality } from '@da06/reference';
import { loadReceiptKeys } from '@da06/registration';
import type { Logger } from '@da06/service-kit';
import { createVault } from '@da06/vault';
import type { Config } from '../config.ts';
import { takeLock } from '../data-folder/lock.ts';
import { dataPaths, makeDataFolder } from '../data-folder/paths.ts';
import { openKeys } from '../master-key/open-keys.ts';
import { createClosers } from '../parts/closers.ts';
import { openLog } from '../parts/open-log.ts';
import { erase } from './erase.ts';
import type { EraseDeps } from './erase.ts';
import type { EraseOutcome, EraseRequest, OnEraseProgress } from './request.ts';

/**
 * Erases in a data folder that nobody holds, its log in it or on Kafka. Neither tables nor engine are opened: nothing in them changes, and the
 * record is projected by the next start.
 * @throws AppError `data.in-use` while a host or registration runs.
 */
export const eraseInFolder = async (config: Config, request: EraseRequest, more: Pick<EraseDeps, 'logger' | 'unit' | 'step'> & { readonly logger: Logger; readonly onProgress?: OnEraseProgress }): Promise<EraseOutcome> => {
  const { onProgress, ...rest } = more;
  const paths = dataPaths(config.data);
  makeDataFolder(paths);
  const closers = createClosers();
  const lock = takeLock(paths.lock);
  closers.add(() => Promise.resolve(lock.release()));
  try {
    const locality = loadLocality(config.localityDir);
    const { log } = await openLog(config, { logger: more.logger, clientId: 'da06-erase', waitMs: 0, withKeys: true });
    closers.add(() => log.close());
    const keys = await openKeys({ config, log, logger: more.logger });
    createVault({ ...keys, store: log }); // refuses a master key that does not fit
    const receiptKeys = await loadReceiptKeys(paths.receiptKeys, Date.now);
    return await erase(
      {
        ...rest, paths, source: config.masterKey, log, locality, keys, receiptKeys, identityMonths: config.identityMonths ?? locality.retention.identityMonths, manifestMonths: locality.retention.manifestMonths,
        actor: 'admin:folder', now: Date.now, alone: (work) => work(),
      },
      request,
      onProgress,
    );
  } finally {
    await closers.closeAll();
  }
};

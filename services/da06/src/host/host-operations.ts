import type { Programme } from '@da06/programme';
import type { Locality } from '@da06/reference';
import { loadReceiptKeys } from '@da06/registration';
import type { Registration } from '@da06/registration';
import type { Signals } from '@da06/signals';
import type { Config } from '../config.ts';
import type { Demonstration } from '../demonstration/demonstration.ts';
import { removeDemonstration } from '../demonstration/remove.ts';
import { erase } from '../erase/erase.ts';
import { localOperations } from '../operations/local.ts';
import type { HostOperations } from '../operations/operations.ts';
import { makeTakeIn } from '../parts/make-registration.ts';
import type { OpenFolder } from './open-folder.ts';

export type HostOperationsDeps = {
  readonly config: Config;
  readonly folder: OpenFolder;
  readonly locality: Locality;
  readonly registration: Registration;
  readonly programme: Programme;
  readonly signals: Signals;
  readonly demonstration: Demonstration | undefined;
  /** Told when registration cannot be taken up again: the process should end, the next start finishes what is pending. */
  readonly onFatal: (error: unknown) => void;
};

/** The operations of a running host. An erasure and a backup wait for each other: a copy of a vault under two master keys would be opened by nobody. */
export const createHostOperations = ({ config, folder, locality, registration, programme, signals, demonstration, onFatal }: HostOperationsDeps): HostOperations => {
  const { log, logger, paths } = folder;
  const operations = localOperations(folder);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Registration is away meanwhile (503, senders come again), projection and queries go on. */
  const withoutRegistration = async <T>(newMasterKeyFile: string | null, work: () => Promise<T>): Promise<T> => {
    await registration.stop();
    let given: string | undefined;
    try {
      const result = await work();
      given = newMasterKeyFile ?? undefined;
      return result;
    } finally {
      try {
        const sealing = await folder.renewSealing(given);
        await registration.start({ vault: sealing.vault, takeIn: makeTakeIn(config, { locality, ...sealing }) });
      } catch (error) {
        onFatal(error);
      }
    }
  };

  /** What they know is read from the log anew when some of it was removed. */
  const withoutReaders = async <T>(work: () => Promise<T>): Promise<T> => {
    await programme.stop();
    await signals.stop();
    try {
      return await work();
    } finally {
      await programme.start().catch(onFatal);
      await signals.start().catch(onFatal);
    }
  };

  return {
    ...operations,
    backup: (to) => inTurn(() => operations.backup(to)),
    removeDemonstration: (dryRun, onProgress) =>
      inTurn(() =>
        removeDemonstration({
          folder, dryRun, onProgress,
          alone: async (work) => {
            await demonstration?.end();
            return await withoutReaders(() => withoutRegistration(null, work));
          },
        }),
      ),
    erase: (request, onProgress, actor) =>
      inTurn(async () =>
        erase(
          {
            paths, source: config.masterKey, log, logger, locality, keys: folder.sealing().keys, receiptKeys: await loadReceiptKeys(paths.receiptKeys, Date.now),
            identityMonths: config.identityMonths ?? locality.retention.identityMonths, manifestMonths: locality.retention.manifestMonths, actor, now: Date.now, alone: (work) => withoutRegistration(request.newMasterKeyFile, work),
          },
          request,
          onProgress,
        ),
      ),
  };
};

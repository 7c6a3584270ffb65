import { loadReceiptKeys } from '@da06/registration';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { withOperations } from '../cli/operations.ts';
import { closeIdentities } from '../backup/close-identities.ts';
import { restoreFolder } from '../backup/restore.ts';
import { eraseInFolder } from '../erase/open-eraser.ts';
import { readRecords, verifyRecord, type ErasureRecord } from '../erase/record.ts';
import { openFolder } from '../host/open-folder.ts';
import { waitForProjection } from '../operations/local.ts';
import { openLogOnly } from '../parts/open-log.ts';

export const backupCommand = async (context: CliContext, folder: string): Promise<ExitCode> => {
  const outcome = await withOperations(context, (operations) => operations.backup(fileArgument(context, folder)));
  printJson(context, outcome);
  context.err.write(`The master key (fingerprint ${outcome.masterKey}) is not in the backup: keep a copy of it apart, or nobody can open the identities (README, Keys and secrets).\n`);
  return exitCodes.done;
};

type RestoreOptions = { masterKey?: string; withoutIdentities?: boolean; erasures?: string[] };

export const restoreCommand = async (context: CliContext, folder: string, options: RestoreOptions): Promise<ExitCode> => {
  const { config, logger } = context;
  const named = (file: string): string => fileArgument(context, file);
  if (options.withoutIdentities === true && options.masterKey !== undefined) throw wrongUse('--master-key and --without-identities exclude each other.');
  if (options.withoutIdentities === true && options.erasures !== undefined) throw wrongUse('--erasures and --without-identities exclude each other: without identities nothing is left to erase.');
  const records = (options.erasures ?? []).flatMap((file) => readRecords(named(file)));
  await assertSigned(named(folder), records);
  let outcome = await restoreFolder(named(folder), config.data, {
    source: config.masterKey, masterKeyFile: options.masterKey === undefined ? undefined : named(options.masterKey), withoutIdentities: options.withoutIdentities === true,
  });
  if (options.withoutIdentities === true) {
    const { log, close } = await openLogOnly(context);
    await closeIdentities(log).finally(close);
    context.err.write('Restored without identities: what was sealed before cannot be opened here. A new master key is made.\n');
  } else if (records.length > 0) {
    const erased = await eraseInFolder(config, { erasure: { what: 'replay', records }, dryRun: false, backups: [], newMasterKeyFile: null }, { logger });
    context.err.write(`Carried out again: ${records.length} records of erasures, ${erased.keys} keys destroyed.\n`);
    if (erased.masterKey !== null) {
      outcome = { ...outcome, masterKey: erased.masterKey.to };
      context.err.write(`The master key of the restored folder is another one now (fingerprint ${erased.masterKey.to}): renew the copy that you keep apart, and destroy the old one (README, Keys and secrets).\n`);
    }
  } else context.err.write(`Erasures since ${outcome.at} are not in this backup: carry them out again with da06 erase --replay FILE.\n`);
  context.err.write(`Restored the log and the keys; projecting ${outcome.events} events …\n`);
  const opened = await openFolder(config, { logger });
  try {
    await waitForProjection(() => opened.projector.lag(), Number.POSITIVE_INFINITY);
  } finally {
    await opened.close();
  }
  printJson(context, outcome);
  return exitCodes.done;
};

/** Records that the backup's own receipt keys did not sign are refused before anything is restored, so that no folder is left with what they meant to erase. */
const assertSigned = async (backup: string, records: readonly ErasureRecord[]): Promise<void> => {
  const keys = join(backup, 'receipt-keys');
  if (records.length === 0 || !existsSync(keys)) return;
  const { jwks } = await loadReceiptKeys(keys, Date.now);
  for (const record of records) await verifyRecord(record, jwks);
};

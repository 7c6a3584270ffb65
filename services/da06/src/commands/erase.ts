import { localDay } from '@da06/domain';
import { ErasureReason } from '@da06/events';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { findTarget } from '../cli/target.ts';
import { eraseInFolder } from '../erase/open-eraser.ts';
import { readRecords } from '../erase/record.ts';
import { Erasure } from '../erase/request.ts';
import type { EraseOutcome, EraseRequest, OnEraseProgress } from '../erase/request.ts';
import { createProgress } from '../import/progress.ts';
import { remoteOperations } from '../operations/remote.ts';

export const erasureReasons: readonly string[] = ErasureReason.options;

type Common = { newMasterKeyFile?: string; backup?: string[]; dryRun?: boolean };
type EraseOptions = Common & { kind?: string; number?: string; state: string; birth?: string; reason?: string; note?: string; replay?: string };

/** Destroys the identities of one person, or again those of earlier records; 1 when there is nothing to destroy. */
export const eraseCommand = async (context: CliContext, options: EraseOptions): Promise<ExitCode> => {
  const erasure = options.replay === undefined ? await personOf(options) : { what: 'replay' as const, records: readFile(() => readRecords(fileArgument(context, options.replay ?? ''))) };
  if (erasure.what === 'replay' && erasure.records.length === 0) throw wrongUse('The file holds no record.');
  const outcome = await run(context, erasure, options);
  const { records, ...summary } = outcome;
  printJson(context, erasure.what === 'replay' || records[0] === undefined ? summary : { ...summary, record: records[0] });
  if (outcome.keys === 0) {
    context.err.write(erasure.what === 'replay' ? 'Nothing is left to destroy: these erasures hold here.\n' : 'Nothing found: no key of this person or birth is in the vault. Nothing was changed or recorded.\n');
    return erasure.what === 'replay' ? exitCodes.done : exitCodes.differences;
  }
  tellWhatIsLeft(context, outcome);
  return exitCodes.done;
};

/** Destroys identities that were kept for as long as they may be; without `apply` it only counts them. */
export const retentionCommand = async (context: CliContext, options: Common & { apply?: boolean; asOf?: string }): Promise<ExitCode> => {
  const erasure = parsed({ what: 'retention', asOf: options.asOf ?? null }, '--as-of takes a day, YYYY-MM-DD.');
  // A mistyped year must not destroy the identities of guests who are in the house.
  if (options.apply === true && options.asOf !== undefined && options.asOf > localDay(Date.now())) throw wrongUse(`--apply takes no day that is still to come (${options.asOf}).`);
  const outcome = await run(context, erasure, { ...options, dryRun: options.apply !== true });
  const { asOf, cutoff, tripCutoff, stays, registerRecords, trips, keys, persons, held, records, masterKey } = outcome;
  printJson(context, { asOf, cutoff, tripCutoff, stays, registerRecords, trips, keys, persons, held, applied: masterKey !== null, ...(records[0] !== undefined && { masterKey, id: records[0].id, receipt: records[0].receipt }) });
  if (masterKey !== null) tellWhatIsLeft(context, outcome);
  else if (keys > 0) context.err.write('Only counted: --apply destroys the keys of these identities.\n');
  return exitCodes.done;
};

/** Changes the master key and erases nobody. */
export const rotateMasterCommand = async (context: CliContext, options: Common): Promise<ExitCode> => {
  const outcome = await run(context, { what: 'none' }, options);
  printJson(context, { masterKey: outcome.masterKey, backups: outcome.backups });
  tellWhatIsLeft(context, outcome);
  return exitCodes.done;
};

const personOf = async ({ kind, number, state, birth, reason, note }: EraseOptions): Promise<Erasure> => {
  if (birth !== undefined && reason !== undefined) return parsed({ what: 'birth', ref: birth, reason, note: note ?? '' }, 'The reference of a birth is wanted, and a note of at most 4,000 characters.');
  if (kind === undefined || number === undefined || reason === undefined) throw wrongUse('Give --kind, --number and --reason, or --birth REF and --reason, or --replay FILE.');
  const given = number === '-' ? await numberFromInput() : number;
  return parsed({ what: 'person', kind, number: given, state, reason, note: note ?? '' }, 'A number is wanted, and a note of at most 4,000 characters.');
};

/** All that is piped in; at a terminal one line, asked for, so that nobody waits before an empty screen. */
const numberFromInput = async (): Promise<string> => {
  if (!process.stdin.isTTY) return (await text(process.stdin)).trim();
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question('Số giấy tờ, rồi Enter · Number of the document, then Enter: ')).trim();
  } catch (error) {
    // Ctrl+C or Ctrl+D instead of a number.
    if ((error as Error).name === 'AbortError') throw wrongUse('No number was given; nothing was changed.');
    throw error;
  } finally {
    lines.close();
  }
};

const parsed = (erasure: unknown, why: string): Erasure => {
  const result = Erasure.safeParse(erasure);
  if (!result.success) throw wrongUse(why);
  return result.data;
};

const readFile = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw wrongUse('The file of records cannot be read.');
    throw error;
  }
};

/** By the folder's host; without one, and on a cluster, on the folder and the log themselves. */
const run = async (context: CliContext, erasure: Erasure, options: Common): Promise<EraseOutcome> => {
  const { config, logger } = context;
  const request: EraseRequest = {
    erasure, dryRun: options.dryRun === true, backups: (options.backup ?? []).map((folder) => fileArgument(context, folder)),
    newMasterKeyFile: options.newMasterKeyFile === undefined ? null : fileArgument(context, options.newMasterKeyFile),
  };
  const cluster = config.kafka !== undefined && config.clickhouse !== undefined;
  const target = cluster ? undefined : await findTarget(config);
  const { onProgress, stop } = eraseProgress(context);
  try {
    return target === undefined ? await eraseInFolder(config, request, { logger, onProgress }) : await remoteOperations(target).erase(request, onProgress, '');
  } finally {
    stop();
  }
};

/** A bar for each part of the work. */
const eraseProgress = (context: CliContext): { readonly onProgress: OnEraseProgress; readonly stop: () => void } => {
  let bar: (ReturnType<typeof createProgress> & { readonly of: string }) | undefined;
  return {
    onProgress: (done, total, part) => {
      if (bar?.of !== `${part} ${total}`) {
        bar?.stop();
        bar = { of: `${part} ${total}`, ...createProgress({ total, format: `${part} {bar} {percentage}% | {value}/{total} ${part === 'reading' ? 'records' : 'records of keys'} | {eta_formatted} left`, isTTY: context.err.isTTY === true }) };
      }
      bar.update(done, '');
    },
    stop: () => bar?.stop(),
  };
};

const tellWhatIsLeft = (context: CliContext, { dryRun, masterKey, external, backups, sharedWith }: EraseOutcome): void => {
  if (sharedWith > 0) context.err.write(`${sharedWith} stays or records of others lose an envelope with it: it lies under a key that a wrong number shares with its holder.\n`);
  if (dryRun || masterKey === null) return;
  context.err.write(`The master key is another one now (fingerprint ${masterKey.to}): renew the copy that you keep apart, and destroy the old one (README, Keys and secrets).\n`);
  if (external) context.err.write('Put the next master key in its place before the next start: nothing starts with the old one.\n');
  context.err.write(backups.length === 0 ? 'Backups that were not named are under the old master key: their identities can be opened by nobody now.\n' : `Backups brought along: ${backups.join(', ')}. Others are under the old master key: their identities can be opened by nobody now.\n`);
};

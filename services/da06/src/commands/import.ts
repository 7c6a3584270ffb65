import { accessSync, constants, statSync } from 'node:fs';
import { z } from 'zod';
import { defaultLimits } from '../import/batches.ts';
import { findPath, formatOfFile } from '../import/format.ts';
import type { ImportFormat, ImportSubject, QrShared } from '../import/format.ts';
import { importFile } from '../import/import-file.ts';
import { createProgress } from '../import/progress.ts';
import { fetchMarkedFile } from '../import/marked-file.ts';
import { createMarkedReport, createReceiptsFile, createReport, dropOldReport } from '../import/report.ts';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { ask, getTarget } from '../cli/target.ts';
import { withHost } from '../cli/with-host.ts';

type Options = { facility?: string; register?: Extract<ImportSubject, { register: unknown }>['register']; format?: ImportFormat; receipts?: string; report?: string; batch: string } & QrShared;

const timeoutMs = 60_000;
const patienceMs = 20_000;

/** Sends a file to the folder's host, or to one that it starts for its time. */
export const importCommand = async (context: CliContext, name: string, options: Options): Promise<ExitCode> => {
  const file = fileArgument(context, name);
  const size = sizeOf(file);
  const format = options.format ?? formatOfFile(file);
  if (format === undefined) throw wrongUse(`What ${name} holds cannot be told from its ending; say --format.`);
  const of = subjectOf(options);
  if (findPath(format, of) === undefined) throw wrongUse(`A register takes xlsx, csv, ndjson and json, no ${format}.`);
  const shared = sharedOf(format, options);
  const maxRecords = Number(options.batch);
  if (!(Number.isInteger(maxRecords) && maxRecords >= 1 && maxRecords <= 5_000)) throw wrongUse('--batch takes a number from 1 to 5000.');
  const receipts = options.receipts === undefined ? undefined : createReceiptsFile(fileArgument(context, options.receipts));
  const reportPath = fileArgument(context, options.report ?? `${file}.rejected.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
  dropOldReport(reportPath);

  return await withHost(context, 'this import', async () => {
    const path = findPath(format, of, await kindOf(context, of));
    if (path === undefined) throw wrongUse(`Trips of a coach come as csv, ndjson or json, not as ${format}.`);
    const progress = createProgress({ total: size, format: `${name} {bar} {percentage}% | {text} | {eta_formatted} left`, isTTY: context.err.isTTY === true });
    try {
      const summary = await importFile({
        file,
        of,
        path,
        format,
        limits: { ...defaultLimits, maxRecords },
        report: format === 'xlsx' ? createMarkedReport(reportPath, (batch) => fetchMarkedFile(batch, { target: () => getTarget(context.config), path, timeoutMs })) : createReport(reportPath),
        shared,
        receipts,
        send: { target: () => getTarget(context.config), timeoutMs, patienceMs, now: () => performance.now(), sleep },
        onProgress: (bytes, { accepted, rejected, seconds }) => progress.update(bytes, `${accepted} accepted, ${rejected} rejected, ${Math.round(accepted / Math.max(seconds, 0.001))}/s`),
        onRetry: (why) => void context.err.write(`No answer to a batch (${why}): sending it again.\n`),
      });
      progress.stop();
      printJson(context, summary);
      if (summary.report !== null) context.err.write(`Rejected records are listed in ${summary.report}\n`);
      return summary.rejected > 0 ? exitCodes.differences : exitCodes.done;
    } finally {
      progress.stop();
    }
  });
};

/** The kind of the facility; undefined of a register, and of a facility that the host does not show: it says so when the first batch comes. */
const kindOf = async (context: CliContext, of: ImportSubject): Promise<string | undefined> => {
  if (!('facility' in of)) return undefined;
  const response = await ask(await getTarget(context.config), `/v1/facilities/${encodeURIComponent(of.facility)}`);
  return response.ok ? FacilityKind.parse(await response.json()).kind : undefined;
};
const FacilityKind = z.object({ kind: z.string() });

/** @throws CliFailure 2 unless exactly one is named. */
const subjectOf = ({ facility, register }: Options): ImportSubject => {
  if (facility !== undefined && register === undefined) return { facility };
  if (register !== undefined && facility === undefined) return { register };
  throw wrongUse('Say whose records they are: --facility of stays or of a coach’s trips, or --register residents, workers or incidents.');
};

/** The guests of a list of QR texts need an arrival and a reason; other files say them of each. @throws CliFailure 2. */
const sharedOf = (format: ImportFormat, { arrival, expectedDeparture, room, reason }: Options): QrShared => {
  const shared = { ...(arrival !== undefined && { arrival }), ...(expectedDeparture !== undefined && { expectedDeparture }), ...(room !== undefined && { room }), ...(reason !== undefined && { reason }) };
  if (format === 'qr' && (arrival === undefined || reason === undefined)) throw wrongUse('A list of QR texts needs --arrival and --reason; --expected-departure and --room may be added.');
  if (format !== 'qr' && Object.keys(shared).length > 0) throw wrongUse('--arrival, --expected-departure, --room and --reason are for lists of QR texts alone.');
  return shared;
};

const sizeOf = (file: string): number => {
  try {
    accessSync(file, constants.R_OK);
    const stat = statSync(file);
    if (stat.isFile()) return stat.size;
  } catch {
    // told below
  }
  throw wrongUse(`${file} cannot be read.`);
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { wrongUse } from '../cli/exit.ts';
import { arrayBatches, textBatches } from './batches.ts';
import type { BatchLimits, FileBatch } from './batches.ts';
import { importFormats, withShared } from './format.ts';
import type { ImportFormat, ImportRegister, ImportSubject, QrShared } from './format.ts';
import type { createReceiptsFile, Report } from './report.ts';
import { sendBatch } from './send-batch.ts';
import type { SendOptions } from './send-batch.ts';

export type ImportSummary = {
  file: string; /** '' of a register. */ facility: string; register?: ImportRegister; format: ImportFormat;
  received: number; accepted: number; duplicate: number; amended: number; late: number; rejected: number;
  batches: number; retries: number; seconds: number; report: string | null;
};

export type ImportOptions = {
  readonly file: string;
  readonly of: ImportSubject;
  /** Where its records go. */
  readonly path: string;
  readonly format: ImportFormat;
  readonly limits: BatchLimits;
  readonly send: Omit<SendOptions, 'path' | 'contentType' | 'onRetry'>;
  readonly report: Report;
  /** Of a list of QR texts: what holds for all of them. */
  readonly shared?: QrShared;
  readonly receipts: ReturnType<typeof createReceiptsFile> | undefined;
  readonly onProgress: (bytes: number, summary: ImportSummary) => void;
  readonly onRetry: (why: string) => void;
};

const counts = ['received', 'accepted', 'duplicate', 'amended', 'late', 'rejected'] as const;

/**
 * Sends a file in batches, in order: a later line about the same reference amends an earlier one.
 * @throws CliFailure 2 for an unreadable file or a refused request, 3 when no host answers.
 */
export const importFile = async (options: ImportOptions): Promise<ImportSummary> => {
  const { contentType } = importFormats[options.format];
  const started = options.send.now();
  const summary: ImportSummary = {
    file: options.file, facility: '', ...options.of, format: options.format,
    received: 0, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 0, batches: 0, retries: 0, seconds: 0, report: null,
  };
  const send: SendOptions = {
    ...options.send,
    path: withShared(options.path, options.shared ?? {}),
    contentType,
    onRetry: (why) => {
      summary.retries += 1;
      options.onRetry(why);
    },
  };
  for await (const batch of batchesOf(options)) {
    const answer = await sendBatch(batch, send);
    options.receipts?.add(answer);
    await options.report.add(batch, answer);
    for (const name of counts) summary[name] += answer[name];
    summary.batches += 1;
    summary.seconds = Math.round(options.send.now() - started) / 1000;
    options.onProgress(batch.bytesRead, summary);
  }
  summary.report = options.report.written();
  if (summary.received === 0) throw wrongUse(`${options.file} holds no record.`);
  return summary;
};

async function* batchesOf({ file, format, limits }: ImportOptions): AsyncGenerator<FileBatch> {
  const { shape } = importFormats[format];
  if (shape === 'whole') yield wholeFile(file);
  else if (shape === 'array') yield* arrayBatches(readArray(file), statSync(file).size, limits);
  else yield* textBatches(createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>, shape, limits);
}

/** A file that is read where it is sent: what its records are shows in the answer. */
const wholeFile = (file: string): FileBatch => {
  const body = readFileSync(file);
  return { body, records: 0, firstIndex: 0, lines: [], bytesRead: body.length };
};

/** A JSON file is read whole before its first record is sent: half of a cut-off file is worse than none of it. */
const readArray = (file: string): readonly unknown[] => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    // The parser's message repeats a piece of the file, which may be a person's.
    const place = /position \d+/.exec((cause as Error).message)?.[0] ?? 'its end';
    throw wrongUse(`${file} is not readable JSON (at ${place}); nothing was sent.`);
  }
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
};

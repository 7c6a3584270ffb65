import { AppError } from '@da06/errors';
import type { EmbeddedLog, EventLog } from '@da06/event-log';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { blockBytes, blockRecords, createDigest, entryLine, exportVersion } from './format.ts';
import type { Entry, Header } from './format.ts';

export type ExportOptions = {
  /** Topics whose records are exported. */
  readonly topics: readonly string[];
  /** Compacted topics: of these the live values. */
  readonly compacted: readonly string[];
  /** Milliseconds of now. */
  readonly now: () => number;
  readonly gzip?: boolean;
  /** Whether the stream is ended after the last line; true unless told. */
  readonly end?: boolean;
  readonly onProgress?: (records: number, total: number) => void;
};

export type LogSummary = {
  /** When the export began. */
  readonly at: string;
  readonly records: number;
  /** Live values of compacted topics. */
  readonly values: number;
};

type ReadableLog = Pick<EventLog, 'entries' | 'read' | 'ends'> & { /** Of a log that can remove records: how many places are empty for that reason. */ readonly countRemoved?: EmbeddedLog['countRemoved'] };
type Totals = { records: number; values: number };

/**
 * Writes the log as it is when this is called: what is appended meanwhile is left out. Memory stays flat, whatever the log's size.
 * @throws AppError `log.offset-out-of-range` when records are missing in the log; nothing is left out in silence.
 */
export const exportLog = async (log: ReadableLog, into: Writable, options: ExportOptions): Promise<LogSummary> => {
  const ends = new Map<string, readonly bigint[]>();
  for (const topic of options.topics) ends.set(topic, await log.ends(topic));
  const header: Header = {
    da06Log: exportVersion,
    at: new Date(options.now()).toISOString(),
    topics: Object.fromEntries([...ends].map(([topic, of]) => [topic, { partitions: of.length, records: Number(of.reduce((sum, end) => sum + end, 0n)) }])),
    compacted: [...options.compacted],
  };
  const totals: Totals = { records: 0, values: 0 };
  const text = exportText(header, countedEntries(log, ends, options, totals));
  const end = options.end ?? true;
  if (options.gzip === true) await pipeline(text, createGzip(), into, { end });
  else await pipeline(text, into, { end });
  return { at: header.at, ...totals };
};

/** The file's text, a block and its seal at a time. */
async function* exportText(header: Header, entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  const digest = createDigest();
  let text = '';
  let sealed = 0;
  let count = 0;
  let bytes = 0;
  const add = (line: string): void => {
    digest.add(line);
    text += `${line}\n`;
  };

  add(JSON.stringify(header));
  for await (const entry of entries) {
    add(entryLine(entry));
    count += 1;
    bytes += entry.value.byteLength;
    if (count - sealed < blockRecords && bytes < blockBytes) continue;
    add(digest.seal('check', count));
    yield text;
    text = '';
    sealed = count;
    bytes = 0;
  }
  add(digest.seal('end', count));
  yield text;
}

/**
 * Live values first, so that they are there before the records that need them. They are read after the ends were: a key of a person
 * is in the log before or with the first record that needs it, so that none of an exported record can be missing.
 */
async function* countedEntries(log: ReadableLog, ends: ReadonlyMap<string, readonly bigint[]>, { compacted, onProgress }: ExportOptions, totals: Totals): AsyncGenerator<Entry> {
  for (const topic of compacted) {
    for (const [key, value] of log.entries(topic)) {
      totals.values += 1;
      yield { topic, key, value };
    }
  }
  const total = Number([...ends.values()].flat().reduce((sum, end) => sum + end, 0n));
  for (const [topic, of] of ends) {
    for (const [partition, end] of of.entries()) {
      for await (const records of readUpTo(log, topic, partition, end)) {
        yield* records;
        totals.records += records.length;
        onProgress?.(totals.records, total);
      }
    }
  }
}

async function* readUpTo(log: ReadableLog, topic: string, partition: number, end: bigint): AsyncGenerator<readonly Entry[]> {
  for (let from = 0n; from < end; ) {
    const limit = Math.min(blockRecords, Number(end - from));
    const read = await log.read({ topic, partition, from, limit, maxBytes: blockBytes });
    const records = read.filter(({ offset }) => offset < end);
    const to = read.length > records.length ? end : ((records.at(-1)?.offset ?? end - 1n) + 1n);
    const missing = Number(to - from) - records.length;
    // A cluster's log refuses by itself to read over a gap, and has places that are of no record: a transaction leaves one behind it.
    if (missing > 0 && log.countRemoved !== undefined && missing !== log.countRemoved({ topic, partition, from, to })) throw new AppError('log.offset-out-of-range', { detail: 'Records are missing: the log cannot be exported whole.', context: { topic, partition, from: from.toString() } });
    yield records;
    from = to;
  }
}

import { AppError } from '@da06/errors';
import type { EventLog, Unit } from '@da06/event-log';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogSummary } from './export-log.ts';
import { blockRecords, broken, createDigest, readEntry, readHeader, sealKind } from './format.ts';
import type { Entry, Header } from './format.ts';
import { linesOf } from './lines.ts';

export type ImportOptions = {
  /** Appends also to a log that holds records. Repeats change nothing that is counted. */
  readonly intoExisting?: boolean;
  readonly gzip?: boolean;
  readonly onProgress?: (records: number, total: number) => void;
};

type WritableLog = Pick<EventLog, 'commitUnit' | 'ends' | 'entries' | 'get'>;

/**
 * Appends an exported log, a block at a time, each after its seal was checked: nothing damaged is ever appended. Order per key and
 * every byte stay; offsets and partitions are this log's own.
 * @throws AppError `log.not-empty`; `log.export-broken` for a file that was cut or changed, of which the blocks before the fault may be in the log by then.
 */
export const importLog = async (log: WritableLog, from: Readable, options: ImportOptions = {}): Promise<LogSummary> => {
  try {
    return await takeIn(log, options.gzip === true ? unpacked(from) : from, options);
  } catch (error) {
    throw isOfGzip(error) ? broken('It cannot be unpacked to its end.') : error;
  } finally {
    from.destroy();
  }
};

/** Not `pipeline`: of two errors it may tell the one that the first brought about. */
const unpacked = (from: Readable): Readable => {
  const gunzip = createGunzip();
  from.once('error', (error) => gunzip.destroy(error));
  return from.pipe(gunzip);
};

const isOfGzip = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

const takeIn = async (log: WritableLog, source: AsyncIterable<Buffer>, options: ImportOptions): Promise<LogSummary> => {
  const lines = linesOf(source);
  const first = await lines.next();
  if (first.done === true) throw broken('It is empty.');
  const digest = createDigest();
  digest.add(first.value);
  const header = readHeader(first.value);
  const total = Object.values(header.topics).reduce((sum, { records }) => sum + records, 0);
  const totals = { records: 0, values: 0 };
  let block: Entry[] = [];
  let ended = false;

  const keep = async (): Promise<void> => {
    // The first block's seal also says that the header is whole; only then the log is looked at.
    if (totals.records + totals.values === 0 && options.intoExisting !== true) await assertEmpty(log, header);
    const unit = unitOf(log, block, header);
    if (block.length > 0) await log.commitUnit(unit);
    totals.records += unit.append.length;
    totals.values += block.length - unit.append.length;
    block = [];
    options.onProgress?.(totals.records, total);
  };

  for await (const line of lines) {
    if (ended) throw broken('Something follows its end.');
    const kind = sealKind(line);
    if (kind === undefined) {
      if (block.length >= blockRecords) throw broken('A seal is missing.');
      block.push(readEntry(line));
    } else {
      if (line.toString('latin1') !== digest.seal(kind, totals.records + totals.values + block.length)) throw broken('A seal does not fit what is before it.');
      await keep();
      ended = kind === 'end';
    }
    digest.add(line);
  }
  if (!ended) throw broken('Its end is missing.');
  return { at: header.at, ...totals };
};

/**
 * A live value that is there stays: in an export from before a change of the master key the same keys of persons lie under the old one, and
 * taking them over would close what can be opened, and bring back what was erased.
 */
const unitOf = (log: WritableLog, block: readonly Entry[], header: Header): Unit => {
  const compacted = new Set(header.compacted);
  return { append: block.filter(({ topic }) => !compacted.has(topic)), puts: block.filter(({ topic, key }) => compacted.has(topic) && log.get(topic, key) === undefined) };
};

const assertEmpty = async (log: WritableLog, { topics, compacted }: Header): Promise<void> => {
  for (const topic of Object.keys(topics)) {
    if ((await log.ends(topic)).some((end) => end > 0n)) throw notEmpty(topic);
  }
  for (const topic of compacted) {
    for (const _value of log.entries(topic)) throw notEmpty(topic);
  }
};

const notEmpty = (topic: string): AppError => new AppError('log.not-empty', { detail: `There are some in ${topic}; --into-existing adds to them.`, context: { topic } });

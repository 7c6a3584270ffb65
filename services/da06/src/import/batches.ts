/** Part of a file as it is sent: whole records, with their places in the file. */
export type FileBatch = {
  readonly body: Buffer;
  readonly records: number;
  /** Records before this batch. */
  readonly firstIndex: number;
  /** 1-based line (or array element) of each record in the file. */
  readonly lines: readonly number[];
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
};

export type BatchLimits = { readonly maxRecords: number; readonly maxBytes: number };
export const defaultLimits: BatchLimits = { maxRecords: 5_000, maxBytes: 16 * 1024 * 1024 };

/** A record of a text file: its bytes with the line end, and the line it starts on. */
type TextRecord = { readonly bytes: Buffer; readonly line: number };

const lineFeed = 0x0a;
const quote = 0x22;
/** A quoted field longer than this many lines is taken for a quote that was never closed. */
const maxLinesPerRecord = 50;

/** Cuts a stream into lines (NDJSON), or into CSV records, in which a quoted field may hold line ends. */
async function* readTextRecords(stream: AsyncIterable<Buffer>, quoted: boolean): AsyncGenerator<TextRecord & { bytesRead: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let bytesRead = 0;
  let line = 1;
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    bytesRead += chunk.length;
    let start = 0;
    for (;;) {
      const end = quoted ? endOfCsvRecord(rest, start) : rest.indexOf(lineFeed, start);
      if (end === -1) break;
      const bytes = rest.subarray(start, end + 1);
      yield { bytes, line, bytesRead };
      line += quoted ? countLineFeeds(bytes) : 1;
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  // What is left had no line end, or an open quote: line by line, so that one bad record does not swallow the others.
  let start = 0;
  while (start < rest.length) {
    const end = rest.indexOf(lineFeed, start);
    const stop = end === -1 ? rest.length : end + 1;
    yield { bytes: rest.subarray(start, stop), line, bytesRead };
    line += 1;
    start = stop;
  }
}

const endOfCsvRecord = (bytes: Buffer, from: number): number => {
  let open = false;
  let lines = 0;
  let firstEnd = -1;
  for (let i = from; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === quote) open = !open;
    else if (byte === lineFeed) {
      if (!open) return i;
      if (firstEnd === -1) firstEnd = i;
      lines += 1;
      if (lines >= maxLinesPerRecord) return firstEnd;
    }
  }
  return -1;
};

const countLineFeeds = (bytes: Buffer): number => {
  let count = 0;
  for (const byte of bytes) if (byte === lineFeed) count += 1;
  return count;
};

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === lineFeed);

/** Batches of an NDJSON or CSV stream; each CSV batch starts with the file's header. */
export async function* textBatches(stream: AsyncIterable<Buffer>, shape: 'lines' | 'csv', limits: BatchLimits = defaultLimits): AsyncGenerator<FileBatch> {
  let header: Buffer | undefined;
  let parts: Buffer[] = [];
  let lines: number[] = [];
  let size = 0;
  let firstIndex = 0;
  let bytesRead = 0;
  const take = (): FileBatch => {
    const batch = { body: Buffer.concat(header === undefined ? parts : [header, ...parts]), records: lines.length, firstIndex, lines, bytesRead };
    firstIndex += lines.length;
    parts = [];
    lines = [];
    size = 0;
    return batch;
  };
  for await (const record of readTextRecords(stream, shape === 'csv')) {
    bytesRead = record.bytesRead;
    if (isBlank(record.bytes)) continue;
    if (shape === 'csv' && header === undefined) {
      header = withLineEnd(record.bytes);
      continue;
    }
    if (lines.length >= limits.maxRecords || (size > 0 && size + record.bytes.length > limits.maxBytes)) yield take();
    parts.push(record.bytes);
    lines.push(record.line);
    size += record.bytes.length;
  }
  if (lines.length > 0) yield take();
}

const withLineEnd = (bytes: Buffer): Buffer => (bytes.at(-1) === lineFeed ? bytes : Buffer.concat([bytes, Buffer.from('\n')]));

/** Batches of a JSON array that was read whole. */
export function* arrayBatches(items: readonly unknown[], bytesRead: number, limits: BatchLimits = defaultLimits): Generator<FileBatch> {
  let parts: string[] = [];
  let size = 0;
  let firstIndex = 0;
  const take = (): FileBatch => {
    const batch = {
      body: Buffer.from(`[${parts.join(',')}]`),
      records: parts.length,
      firstIndex,
      lines: parts.map((_, place) => firstIndex + place + 1),
      bytesRead: Math.round((bytesRead * (firstIndex + parts.length)) / Math.max(1, items.length)),
    };
    firstIndex += parts.length;
    parts = [];
    size = 0;
    return batch;
  };
  for (const item of items) {
    const text = JSON.stringify(item);
    if (parts.length >= limits.maxRecords || (size > 0 && size + text.length > limits.maxBytes)) yield take();
    parts.push(text);
    size += text.length;
  }
  if (parts.length > 0) yield take();
}

import { AppError } from '@da06/errors';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * An exported log is lines of JSON: the header, then the live values of compacted topics and the records, partition by partition in
 * their order. After every few of them, and last of all, a seal gives the digest of every byte before it.
 */
export const exportVersion = 1;

export const Header = z.strictObject({
  da06Log: z.literal(exportVersion),
  /** When the export began. */
  at: z.iso.datetime(),
  /** Topics with records: what was in them when the export began. */
  topics: z.record(z.string(), z.strictObject({ partitions: z.int().min(1), records: z.int().min(0) })),
  /** Topics of which the live values follow. */
  compacted: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

/** A record or a live value: its bytes are `v` as text when they are UTF-8, else `b` in base64. */
const Entry = z.union([z.strictObject({ t: z.string(), k: z.string(), v: z.string() }), z.strictObject({ t: z.string(), k: z.string(), b: z.base64() })]);
export type Entry = { readonly topic: string; readonly key: string; readonly value: Uint8Array };

export const entryLine = ({ topic, key, value }: Entry): string => {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return JSON.stringify(isUtf8(bytes) ? { t: topic, k: key, v: bytes.toString('utf8') } : { t: topic, k: key, b: bytes.toString('base64') });
};

/** @throws AppError `log.export-broken` */
export const readEntry = (line: Buffer): Entry => {
  const entry = parseLine(Entry, line, 'a record');
  return { topic: entry.t, key: entry.k, value: 'v' in entry ? Buffer.from(entry.v, 'utf8') : Buffer.from(entry.b, 'base64') };
};

/** @throws AppError `log.export-broken` */
export const readHeader = (line: Buffer): Header => parseLine(Header, line, 'the header');

/** Errors of the parsers are kept out of the message: they would repeat a piece of the file. */
const parseLine = <T>(schema: z.ZodType<T>, line: Buffer, what: string): T => {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    throw broken(`A line is not readable as ${what}.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw broken(`A line is not ${what} of version ${exportVersion}.`);
  return parsed.data;
};

export const broken = (detail: string): AppError => new AppError('log.export-broken', { detail });

/** A seal follows at least every so many entries or bytes of values: nothing is taken over before the seal behind it was checked. */
export const blockRecords = 2_000;
export const blockBytes = 4 * 1024 * 1024;

const sealBegins = { check: Buffer.from('{"check":'), end: Buffer.from('{"end":') };
/** `end` is the seal behind which nothing follows. */
export type SealKind = keyof typeof sealBegins;

/** Which seal a line claims to be, told without reading it: whether it is right is for `Digest.seal` to say, byte by byte. */
export const sealKind = (line: Buffer): SealKind | undefined => {
  const begins = (kind: SealKind): boolean => line.subarray(0, sealBegins[kind].length).equals(sealBegins[kind]);
  return begins('check') ? 'check' : begins('end') ? 'end' : undefined;
};

export type Digest = {
  /** Takes in lines, each without its newline. */
  readonly add: (line: string | Buffer) => void;
  /** The line that seals everything before it. */
  readonly seal: (kind: SealKind, entries: number) => string;
};

/** The running digest of a file's lines, the same for who writes and who reads it. */
export const createDigest = (): Digest => {
  const hash = createHash('sha256');
  return {
    add: (line) => void hash.update(line).update('\n'),
    seal: (kind, entries) => JSON.stringify({ [kind]: { records: entries, sha256: hash.copy().digest('hex') } }),
  };
};

import { AppError } from '@da06/errors';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { createXmlParser, type XmlHandlers } from './xml-parser.ts';
import { unreadable, workbookLimits, type Budget } from './budget.ts';

/** The parts of a workbook by name; nothing is unpacked before it is asked for. */
export type Archive = {
  readonly has: (name: string) => boolean;
  /** Reads one part as XML while it is unpacked; `handlers` may throw `stop` to end it early. @throws AppError. */
  readonly parse: (name: string, handlers: XmlHandlers) => Promise<void>;
};

/** Thrown by a handler that has seen enough of a part. */
export const stop = Symbol('stop');

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens the archive that a workbook is. @throws AppError `workbook.old-format`, `workbook.encrypted`, `workbook.unreadable`, `workbook.too-large`. */
export const openArchive = async (bytes: Uint8Array, budget: Budget): Promise<Archive> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    // A protected workbook is wrapped in the same container as the old format; the name of its stream is UTF-16.
    throw new AppError(buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'workbook.encrypted' : 'workbook.old-format');
  }
  const { zip, entries } = await listEntries(buffer);
  const find = (name: string): Entry | undefined => entries.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    parse: async (name, handlers) => {
      const entry = find(name);
      if (entry === undefined) throw unreadable(`The part ${name} is missing.`);
      const parser = createXmlParser(handlers, (detail) => unreadable(`${name}: ${detail}`));
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const decode = (chunk?: Uint8Array): string => {
        try {
          return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        } catch (cause) {
          throw unreadable(`${name} is not UTF-8.`, cause);
        }
      };
      try {
        let inflated = 0;
        for await (const chunk of inflate(zip, entry)) {
          inflated += chunk.byteLength;
          budget.inflated(chunk.byteLength, { inflated, packed: entry.compressedSize });
          parser.write(decode(chunk));
        }
        parser.write(decode());
        parser.end();
      } catch (error) {
        if (error !== stop) throw error;
      }
    },
  };
};

const listEntries = async (buffer: Buffer): Promise<{ readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> }> => {
  const entries = new Map<string, Entry>();
  try {
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
    if (zip.entryCount > workbookLimits.entries) throw new AppError('workbook.too-large');
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw unreadable('Two of its parts have the same name.');
      if (entry.isEncrypted()) throw new AppError('workbook.encrypted');
      entries.set(name, entry);
      if (entries.size > workbookLimits.entries) throw new AppError('workbook.too-large');
    }
    return { zip, entries };
  } catch (error) {
    throw error instanceof AppError ? error : unreadable('It is no archive, or it is cut off.', error);
  }
};

/** The bytes of a part as they come out. Whatever the library finds wrong with them is the file's fault. */
async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let stream: AsyncIterator<Uint8Array> | undefined;
  try {
    const opened = await broken(zip.openReadStreamPromise(entry), entry);
    stream = opened[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    for (let next = await broken(stream.next(), entry); next.done !== true; next = await broken(stream.next(), entry)) yield next.value;
  } finally {
    await stream?.return?.();
  }
}

const broken = async <T>(step: Promise<T>, entry: Entry): Promise<T> => {
  try {
    return await step;
  } catch (cause) {
    throw unreadable(`The part ${entry.fileName.slice(0, 80)} is damaged.`, cause);
  }
};

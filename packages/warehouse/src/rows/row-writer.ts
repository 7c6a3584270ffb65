import { AppError } from '@da06/errors';
import { millisOf } from './instant.ts';

/** Rows are written into pieces of this size: one allocation for thousands of rows. */
const pieceBytes = 1024 * 1024;
/** Up to this length a loop beats a call into the runtime. */
const shortText = 64;

/** Value of a hexadecimal digit by its character code, 0 for others. */
const nibbles = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())));

const separatorInside = (): AppError => new AppError('warehouse.rejected', { detail: 'a text holds NUL' });

/**
 * Writes rows in ClickHouse's RowBinary. Every method writes one value at the end of the row; `finish` gives the row and begins the next. A row that does
 * not fit any more moves on to a new piece, so that rows which were given out stay as they are.
 */
export const createRowWriter = () => {
  let piece = Buffer.allocUnsafeSlow(pieceBytes);
  let start = 0;
  let at = 0;

  const room = (bytes: number): void => {
    if (at + bytes <= piece.length) return;
    const next = Buffer.allocUnsafeSlow(Math.max(pieceBytes, (at - start + bytes) * 2));
    piece.copy(next, 0, start, at);
    at -= start;
    start = 0;
    piece = next;
  };
  const u8 = (value: number): void => {
    room(1);
    piece[at++] = value;
  };
  const varint = (value: number): void => {
    room(5);
    let rest = value;
    while (rest > 127) {
      piece[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    piece[at++] = rest;
  };
  const u32 = (value: number): void => {
    room(4);
    at = piece.writeUInt32LE(value >>> 0, at);
  };
  const u32BE = (value: number): void => {
    room(4);
    at = piece.writeUInt32BE(value, at);
  };
  /** Bytes of a text without its length. NUL separates texts in a register, so none may hold it. */
  const raw = (text: string): void => {
    room(text.length * 3);
    if (text.length > shortText) {
      if (text.includes('\0')) throw separatorInside();
      at += piece.write(text, at);
      return;
    }
    const began = at;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 0) throw separatorInside();
      if (code > 127) {
        if (text.includes('\0')) throw separatorInside();
        at = began + piece.write(text, began);
        return;
      }
      piece[at++] = code;
    }
  };
  /** Hex digits from `from` on as bytes. */
  const hex = (text: string, from: number, bytes: number): void => {
    room(bytes);
    for (let index = from, end = from + bytes * 2; index < end; index += 2) piece[at++] = ((nibbles[text.charCodeAt(index)] ?? 0) << 4) | (nibbles[text.charCodeAt(index + 1)] ?? 0);
  };
  /** The same bytes, last first. */
  const hexReversed = (text: string, from: number, bytes: number): void => {
    room(bytes);
    for (let index = from + bytes * 2 - 2; index >= from; index -= 2) piece[at++] = ((nibbles[text.charCodeAt(index)] ?? 0) << 4) | (nibbles[text.charCodeAt(index + 1)] ?? 0);
  };
  const i64 = (value: number): void => {
    const high = Math.floor(value / 4_294_967_296);
    u32(value - high * 4_294_967_296);
    u32(high);
  };

  return {
    u8,
    u32BE,
    varint,
    raw,
    hex,
    u16: (value: number): void => {
      u8(value & 255);
      u8(value >>> 8);
    },
    text: (value: string): void => {
      varint(Buffer.byteLength(value));
      raw(value);
    },
    /** A UUID as the engine keeps it: two numbers of 64 bits, each with its lowest byte first. */
    uuid: (value: string): void => {
      const digits = value.replaceAll('-', '');
      hexReversed(digits, 0, 8);
      hexReversed(digits, 16, 8);
    },
    i64,
    instant: (value: string): void => {
      const millis = millisOf(value);
      if (Number.isNaN(millis)) throw new AppError('warehouse.rejected', { detail: 'not a time' });
      i64(millis);
    },
    /** Runs what writes a text's bytes, and puts their number before them. At most 16,383 bytes. */
    sized: (write: () => void): void => {
      room(2);
      const fromStart = at - start;
      at += 2;
      write();
      const lengthAt = start + fromStart;
      const length = at - lengthAt - 2;
      if (length > 16_383) throw new AppError('warehouse.rejected', { detail: 'too long' });
      piece[lengthAt] = (length & 127) | 128;
      piece[lengthAt + 1] = length >>> 7;
    },
    finish: (): Uint8Array => {
      const row = piece.subarray(start, at);
      start = at;
      return row;
    },
    /** Forgets what was written of a row. */
    abandon: (): void => {
      at = start;
    },
  };
};
export type RowWriter = ReturnType<typeof createRowWriter>;

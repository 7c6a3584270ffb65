/** Rows are written into pieces of this size: one allocation for thousands of rows. */
const pieceBytes = 1024 * 1024;

const dash = 0x2d;
/** Where the two halves of a UUID stand in its text. */
const uuidHalves = [[0, 18], [19, 36]] as const;

/** Value of a hexadecimal digit by its byte, 0 for others. */
const nibbles = Uint8Array.from({ length: 256 }, (_, code) => Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())));

/**
 * Writes rows in ClickHouse's RowBinary. Every method writes at the end of the row; `finish` gives the row and begins the next. Rows that were given out
 * stay as they are: one that does not fit begins a new piece.
 */
export const createRowWriter = () => {
  let piece = new Uint8Array(0);
  let start = 0;
  let at = 0;

  const u8 = (value: number): void => {
    piece[at] = value;
    at += 1;
  };
  const varint = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      u8((rest & 127) | 128);
      rest >>>= 7;
    }
    u8(rest);
  };
  const u32 = (value: number): void => {
    piece[at] = value;
    piece[at + 1] = value >>> 8;
    piece[at + 2] = value >>> 16;
    piece[at + 3] = value >>> 24;
    at += 4;
  };
  const copy = (from: Uint8Array, begin: number, end: number): void => {
    const into = piece;
    let place = at;
    for (let index = begin; index < end; index += 1, place += 1) into[place] = from[index] ?? 0;
    at = place;
  };

  /** Hex digits as bytes; dashes are passed over. */
  const hex = (from: Uint8Array, begin: number, end: number): void => {
    const into = piece;
    let place = at;
    for (let index = begin; index < end; index += 2, place += 1) {
      if (from[index] === dash) index += 1;
      into[place] = ((nibbles[from[index] ?? 0] ?? 0) << 4) | (nibbles[from[index + 1] ?? 0] ?? 0);
    }
    at = place;
  };

  return {
    /** Begins a row of at most so many bytes. */
    begin: (most: number): void => {
      at = start;
      if (start + most <= piece.length) return;
      piece = new Uint8Array(Math.max(pieceBytes, most));
      start = 0;
      at = 0;
    },
    u8,
    varint,
    copy,
    u16: (value: number): void => {
      u8(value & 255);
      u8(value >>> 8);
    },
    u32BE: (value: number): void => {
      u8(value >>> 24);
      u8((value >>> 16) & 255);
      u8((value >>> 8) & 255);
      u8(value & 255);
    },
    i64: (value: number): void => {
      const high = Math.floor(value / 4_294_967_296);
      u32(value - high * 4_294_967_296);
      u32(high);
    },
    text: (from: Uint8Array, begin: number, end: number): void => {
      varint(end - begin);
      copy(from, begin, end);
    },
    hex,
    /** A UUID as the engine keeps it: two numbers of 64 bits, each with its lowest byte first. */
    uuid: (from: Uint8Array, begin: number): void => {
      for (const [first, last] of uuidHalves) {
        const before = at;
        hex(from, begin + first, begin + last);
        for (let low = before, high = at - 1; low < high; low += 1, high -= 1) {
          const byte = piece[low] ?? 0;
          piece[low] = piece[high] ?? 0;
          piece[high] = byte;
        }
      }
    },
    /** Leaves room for the length of what follows, two bytes; `fill` writes it. */
    open: (): number => {
      at += 2;
      return at - start;
    },
    fill: (from: number): void => {
      const length = at - start - from;
      piece[start + from - 2] = (length & 127) | 128;
      piece[start + from - 1] = length >>> 7;
    },
    finish: (): Uint8Array => {
      const row = piece.subarray(start, at);
      start = at;
      return row;
    },
  };
};
export type RowWriter = ReturnType<typeof createRowWriter>;

import { instantBytes, millisAt } from './instant.ts';

/** Reads what comes next and moves on; false when it is something else: then the whole reading is given up. */
export type Read = () => boolean;
/** Whether the bytes of a text are as they must be. */
export type Check = (bytes: Uint8Array, from: number, to: number) => boolean;
export type Field = { readonly name: string; readonly read: Read; readonly optional?: boolean };

/** Where a text of the event lies: `from` and `to` by slot; `millis` of slots that are times, 0 = null or absent. */
export type Slots = { readonly from: Int32Array; readonly to: Int32Array; readonly millis: Float64Array };

const quote = 0x22;
const backslash = 0x5c;
/** Characters that stand for themselves in a text. */
const plain = Uint8Array.from({ length: 256 }, (_, code) => (code >= 0x20 && code < 0x80 && code !== quote && code !== backslash ? 1 : 0));
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A reader of JSON that is written without blanks and whose form is known. It makes no objects and no strings: texts are noted as places in the bytes.
 * What it does not expect it gives up on, so that a slower and more patient reader can decide.
 */
export const createJsonReader = (slotCount: number) => {
  const slots: Slots = { from: new Int32Array(slotCount), to: new Int32Array(slotCount), millis: new Float64Array(slotCount) };
  let bytes: Uint8Array = new Uint8Array(0);
  let at = 0;
  let end = 0;
  /** Whether bytes above 127 are known to be well-formed UTF-8. */
  let trusted = false;

  const sign = (code: number): boolean => {
    if (bytes[at] !== code) return false;
    at += 1;
    return true;
  };
  const literal = (text: Uint8Array): boolean => {
    const source = bytes;
    const from = at;
    const { length } = text;
    for (let index = 0; index < length; index += 1) if (source[from + index] !== text[index]) return false;
    at = from + length;
    return true;
  };

  /** A text with an escape: decoded behind the end of the bytes. */
  const escaped = (slot: number, from: number): boolean => {
    let to = from;
    while (to < end && bytes[to] !== quote) to += bytes[to] === backslash ? 2 : 1;
    let text: Uint8Array;
    try {
      text = encoder.encode(JSON.parse(decoder.decode(bytes.subarray(from - 1, to + 1))) as string);
    } catch {
      return false;
    }
    const longer = new Uint8Array(bytes.length + text.length);
    longer.set(bytes);
    longer.set(text, bytes.length);
    slots.from[slot] = bytes.length;
    slots.to[slot] = longer.length;
    bytes = longer;
    at = to + 1;
    return !text.includes(0);
  };

  const text = (slot: number, check?: Check): Read => () => {
    if (!sign(quote)) return false;
    const source = bytes;
    const from = at;
    let to = from;
    while (plain[source[to] ?? 0] === 1 || (trusted && (source[to] ?? 0) > 0x7f)) to += 1;
    if (source[to] === backslash) return escaped(slot, from) && (check === undefined || check(bytes, slots.from[slot] ?? 0, slots.to[slot] ?? 0));
    return taken(slot, from, to, check);
  };
  /** A text of known length, whose check admits no quote and no escape. */
  const fixed = (slot: number, length: number, check: Check): Read => () => sign(quote) && taken(slot, at, at + length, check);
  /** A long text, whose check admits no escape. */
  const long = (slot: number, check: Check): Read => () => sign(quote) && taken(slot, at, bytes.indexOf(quote, at), check);
  const taken = (slot: number, from: number, to: number, check: Check | undefined): boolean => {
    if (to < from || to >= end || bytes[to] !== quote) return false;
    slots.from[slot] = from;
    slots.to[slot] = to;
    at = to + 1;
    return check === undefined || check(bytes, from, to);
  };

  const instant = (slot: number): Read => () => {
    if (bytes[at] !== quote || bytes[at + instantBytes + 1] !== quote) return false;
    const millis = millisAt(bytes, at + 1);
    at += instantBytes + 2;
    slots.millis[slot] = millis;
    return !Number.isNaN(millis);
  };

  const nullWord = encoder.encode('null');
  const nullable = (read: Read): Read => () => (bytes[at] === 0x6e ? literal(nullWord) : read());

  const wholeNumber = (most: number, into: (value: number) => void): Read => () => {
    const from = at;
    let value = 0;
    for (let code = bytes[at] ?? 0; code >= 0x30 && code <= 0x39 && at - from < 11; code = bytes[at] ?? 0) {
      value = value * 10 + code - 0x30;
      at += 1;
    }
    into(value);
    return at > from && value <= most && (bytes[from] !== 0x30 || at === from + 1);
  };

  const words = { yes: encoder.encode('true'), no: encoder.encode('false') };
  const bool = (into: (value: boolean) => void): Read => () => {
    const yes = bytes[at] === 0x74;
    into(yes);
    return literal(yes ? words.yes : words.no);
  };

  const array = (read: Read): Read => () => {
    if (!sign(0x5b)) return false;
    if (sign(0x5d)) return true;
    do if (!read()) return false;
    while (sign(0x2c));
    return sign(0x5d);
  };

  /** An object with these fields, each once. They are found fastest in the order in which they are named here. */
  const object = (fields: readonly Field[]): Read => {
    const names = fields.map(({ name }) => encoder.encode(`"${name}":`));
    const reads = fields.map(({ read }) => read);
    const required = fields.reduce((mask, { optional = false }, index) => (optional ? mask : mask | (1 << index)), 0);
    const find = (from: number): number => {
      for (let tried = 0, index = from; tried < names.length; tried += 1, index = index + 1 === names.length ? 0 : index + 1) if (literal(names[index] as Uint8Array)) return index;
      return -1;
    };
    return () => {
      if (!sign(0x7b)) return false;
      let seen = 0;
      if (!sign(0x7d)) {
        let next = 0;
        do {
          const index = find(next);
          if (index < 0 || (seen & (1 << index)) !== 0 || !(reads[index] as Read)()) return false;
          seen |= 1 << index;
          next = index + 1 === names.length ? 0 : index + 1;
        } while (sign(0x2c));
        if (!sign(0x7d)) return false;
      }
      return (seen & required) === required;
    };
  };

  return {
    slots,
    /** The bytes that slots are places of, once they were read. */
    bytes: (): Uint8Array => bytes,
    text, fixed, long, instant, nullable, wholeNumber, bool, array, object,
    /** Reads the whole of `value`. `utf8` = its bytes are known to be well-formed. */
    run: (read: Read, value: Uint8Array, utf8: boolean): boolean => {
      bytes = value;
      at = 0;
      end = value.length;
      trusted = utf8;
      slots.from.fill(0);
      slots.to.fill(0);
      slots.millis.fill(0);
      return read() && at === end;
    },
  };
};

import { ndjson, stayOf } from '../harness/stays.ts';

/** Bodies by reference ('' for a batch), as bytes: those that are sent first, and those that count. */
type Bodies = { readonly warm: readonly (readonly [ref: string, body: Buffer])[]; readonly counted: readonly (readonly [ref: string, body: Buffer])[] };

export const staysEach = 5_000;
const warmBatches = 4;
const warmPuts = 2_000;
/** More than any host of this kind answers. */
const putsASecond = 5_000;

export const batchBodies = (stays: number): Bodies => {
  const now = Date.now();
  const batch = (prefix: string, from: number): readonly [string, Buffer] => ['', Buffer.from(ndjson(staysEach, { now, prefix, from }))];
  return {
    warm: Array.from({ length: warmBatches }, (_, place) => batch('WARM', place * staysEach)),
    counted: Array.from({ length: Math.ceil(stays / staysEach) }, (_, place) => batch('BT', place * staysEach)),
  };
};

export const putBodies = (seconds: number): Bodies => {
  const now = Date.now();
  const put = (prefix: string, n: number): readonly [string, Buffer] => {
    const stay = stayOf(n, { now, prefix });
    return [String(stay['ref']), Buffer.from(JSON.stringify(stay))];
  };
  return { warm: Array.from({ length: warmPuts }, (_, n) => put('WARM', n)), counted: Array.from({ length: seconds * putsASecond }, (_, n) => put('PUT', n)) };
};

/** Ids as UUID version 7 (RFC 9562): they sort by time, so that an index over them grows at its end. */
export const createIds = (deps: { readonly now: () => number; readonly random: (bytes: number) => Uint8Array }): (() => string) => {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  let stamped = -1;
  let stamp = '';
  return () => {
    // Random bytes are asked for in bulk: a call to the system for each id would cost more than the rest of its event.
    if (used + 10 > pool.length) {
      pool = deps.random(10 * 512);
      used = 0;
    }
    const now = deps.now();
    if (now !== stamped) {
      stamped = now;
      const hex = now.toString(16).padStart(12, '0');
      stamp = `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
    }
    let id = `${stamp}${hexAt(pool, used).slice(1)}${hexAt(pool, used + 1)}-${bytesInHex[((pool[used + 2] as number) & 0x3f) | 0x80] as string}${hexAt(pool, used + 3)}-`;
    for (let place = used + 4; place < used + 10; place += 1) id += hexAt(pool, place);
    used += 10;
    return id;
  };
};

const hexAt = (bytes: Uint8Array, place: number): string => bytesInHex[bytes[place] as number] as string;

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

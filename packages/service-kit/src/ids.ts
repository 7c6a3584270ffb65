/** Ids as UUID version 7 (RFC 9562): they sort by time, so that an index over them grows at its end. */
export const createIds = (deps: { readonly now: () => number; readonly random: (bytes: number) => Uint8Array }): (() => string) => {
  // Random bytes are asked for in bulk, and written as digits in one go: a call to the system for each id would cost more than the rest of its event.
  let digits = '';
  let used = 0;
  let stamped = -1;
  let stamp = '';
  const bytes = Buffer.alloc(idLength);
  return () => {
    if (used + digitsEach > digits.length) {
      digits = Buffer.from(deps.random(digitsEach * 512)).toString('hex');
      used = 0;
    }
    const now = deps.now();
    if (now !== stamped) {
      stamped = now;
      const hex = now.toString(16).padStart(12, '0');
      stamp = `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
    }
    const own = digits.slice(used, used + digitsEach);
    used += digitsEach;
    const variant = variants[Number.parseInt(own.charAt(3), 16) & 3] ?? '';
    // Written out and read back: put together of parts it would be kept as a tree of them, and ids are kept for long.
    bytes.write(`${stamp}${own.slice(0, 3)}-${variant}${own.slice(4, 7)}-${own.slice(7)}`, 'latin1');
    return bytes.toString('latin1');
  };
};

const idLength = 36;
/** Random digits of an id: three after the version, one that gives the variant's two free bits, fifteen after it. */
const digitsEach = 19;
const variants = ['8', '9', 'a', 'b'] as const;

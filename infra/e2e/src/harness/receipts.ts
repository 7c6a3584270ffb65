import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** Counts the accepted records of a receipts file while it grows, reading only what is new. */
export const followReceipts = (file: string): (() => number) => {
  const piece = Buffer.allocUnsafe(1024 * 1024);
  let at = 0;
  let rest = '';
  let accepted = 0;
  return () => {
    if (!existsSync(file)) return accepted;
    const descriptor = openSync(file, 'r');
    try {
      for (let read = readSync(descriptor, piece, 0, piece.length, at); read > 0; read = readSync(descriptor, piece, 0, piece.length, at)) {
        at += read;
        const lines = (rest + piece.toString('latin1', 0, read)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) accepted += Number(/"accepted":(\d+)/.exec(line)?.[1] ?? 0);
      }
    } finally {
      closeSync(descriptor);
    }
    return accepted;
  };
};

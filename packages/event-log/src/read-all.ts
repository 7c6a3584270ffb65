import type { EventLog, LogRecord } from './port.ts';

const piece = { limit: 40_000, maxBytes: 32 * 1024 * 1024 };

/** The records of a topic in pieces, partition by partition, from `from` up to `to` (one offset a partition; the beginning and the end unless told). */
export async function* readAll(log: EventLog, topic: string, range: { readonly from?: readonly bigint[]; readonly to?: readonly bigint[] } = {}): AsyncGenerator<readonly LogRecord[]> {
  const ends = range.to ?? (await log.ends(topic));
  for (const [partition, end] of ends.entries()) {
    let at = range.from?.[partition] ?? 0n;
    while (at < end) {
      const left = end - at;
      const records = await log.read({ topic, partition, from: at, ...piece, limit: left < BigInt(piece.limit) ? Number(left) : piece.limit });
      const last = records.at(-1);
      if (last === undefined) break;
      // Where offsets have gaps, so many records may reach beyond `end`.
      yield records.filter(({ offset }) => offset < end);
      at = last.offset + 1n;
    }
  }
}

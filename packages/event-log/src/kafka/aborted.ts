import type { AbortedTransaction, RawRecord } from './kafkajs.ts';

/** The key of a control record: its version, then how the transaction ended (0 = aborted). */
const isAbortMarker = ({ isControlRecord, key }: RawRecord): boolean => isControlRecord && key?.readInt16BE(2) === 0;

/**
 * Tells, of records in the order of their offsets, which belong to a transaction that was aborted. A broker hands such records out and names the
 * transactions beside them; each lasts from its first offset to its producer's marker. Not kafkajs' own filter: of two that began before the
 * first record it passes the second over until the next one.
 */
export const abortedOf = (transactions: readonly AbortedTransaction[]): ((record: RawRecord) => boolean) => {
  const begins = transactions.map(({ producerId, firstOffset }) => ({ producerId, at: BigInt(firstOffset) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const aborting = new Set<string>();
  let next = 0;
  return (record) => {
    const { producerId, inTransaction } = record.batchContext;
    if (!inTransaction) return false;
    for (let begin = begins[next]; begin !== undefined && begin.at <= BigInt(record.offset); begin = begins[next]) {
      aborting.add(begin.producerId);
      next += 1;
    }
    if (isAbortMarker(record)) aborting.delete(producerId);
    return aborting.has(producerId);
  };
};

import type { ExpectedRecords, ExpectedStays, ExpectedTrips } from '../truth/expected.ts';

/** `sent` = the receipt time is the sending's own. `clock` = it is the host's: then what depends on it (lateness, warnings of age) is not compared. */
export type ReceiptTime = 'sent' | 'clock';

/** Warnings that tell how long ago something was when it was received. */
const codesOfAge: ReadonlySet<string> = new Set(['arrival.stale', 'expected-departure.past', 'permitted-until.past']);

/** What an answer says otherwise than it must, as words; empty = nothing. */
export const compareAnswer = (expected: ExpectedRecords | ExpectedStays | ExpectedTrips, answer: Omit<ExpectedStays, 'about'>, receiptTime: ReceiptTime): string[] => {
  const names = ['received', 'accepted', 'duplicate', 'amended', 'rejected', ...(receiptTime === 'sent' ? (['late'] as const) : [])] as const;
  const counts = names.filter((name) => expected[name] !== answer[name]).map((name) => `${name} ${answer[name]} instead of ${expected[name]}`);
  const codes = new Set([...Object.keys(expected.codes), ...Object.keys(answer.codes)]);
  const wrong = [...codes].filter((code) => (receiptTime === 'sent' || !codesOfAge.has(code)) && (expected.codes[code] ?? 0) !== (answer.codes[code] ?? 0));
  return [...counts, ...wrong.map((code) => `${code} ${answer.codes[code] ?? 0} times instead of ${expected.codes[code] ?? 0}`)];
};

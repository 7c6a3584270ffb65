import { dayMs, localDay, startOfLocalDay } from '@da06/domain';
import type { Change, Stay } from './stay.ts';

/** Codes that a whole, sound record of a stay gets when it is received at a moment. */
export const codesOfRecord = ({ record, doubts }: Pick<Stay, 'record' | 'doubts'>, receivedAt: number): string[] => {
  const { arrivedAt, hourKnown, expectedAt, departedAt } = record;
  const startOfYesterday = startOfLocalDay(receivedAt) - dayMs;
  const codes = [...doubts];
  if (!hourKnown) codes.push('arrival.time-missing');
  if (arrivedAt < startOfYesterday) codes.push('arrival.stale');
  if (departedAt === undefined && expectedAt < startOfYesterday) codes.push('expected-departure.past');
  if ((departedAt ?? expectedAt) >= arrivedAt + 30 * dayMs) codes.push('stay.over-30-days');
  return codes;
};

/** Codes of a change that is sent by itself. */
export const codesOfChange = (change: Change, receivedAt: number): string[] => {
  const startOfYesterday = startOfLocalDay(receivedAt) - dayMs;
  if (change.type === 'extend' && change.until < startOfYesterday) return ['expected-departure.past'];
  return change.type === 'correct' && change.what === 'arrival' && change.arrivedAt < startOfYesterday ? ['arrival.stale'] : [];
};

/** First day on which the old identity paper has no value (Law on Identity 26/2023). */
const oldPapersEnd = '2025-01-01';

/** The warning that a paper gets by itself. */
export const doubtsOfPaper = (kind: string, arrivedAt: number): string[] => (kind === 'cmnd' && localDay(arrivedAt) >= oldPapersEnd ? ['document.cmnd-expired'] : []);

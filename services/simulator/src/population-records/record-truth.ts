import { instant } from '@da06/domain';
import type { Sending } from '../feed/sending.ts';
import type { TruthPopulationRequest, TruthRecord } from '../population/truth.ts';
import type { Entry } from './entry.ts';
import type { RecordRequest } from './send-day.ts';

/** A record that leaves an event, as the truth tells it. */
export const recordOf = ({ ref, revision = 0, again, verb, fact }: Entry, n: number, at: number): TruthRecord => {
  const base = { n, receivedAt: instant(at), ref, revision, outcome: again ? ('amended' as const) : ('accepted' as const) };
  if (verb === 'withdraw') return { ...base, register: fact.register, what: 'withdraw' };
  return fact.register === 'residents' ? { ...base, register: 'residents', ...fact.content } : { ...base, register: 'workers', ...fact.content };
};

/** A request, as the truth tells it. */
export const requestOf = ({ register }: RecordRequest, { at, method, path, expected }: Sending): TruthPopulationRequest => {
  if (expected.about !== 'records') throw new TypeError('A register is sent records.');
  const { received, accepted, duplicate, amended, rejected, codes } = expected;
  return { register, receivedAt: instant(at), method, path, received, accepted, duplicate, amended, rejected, codes };
};

import { createDraw } from '../random.ts';
import type { Sending } from '../feed/sending.ts';
import type { Entry } from './entry.ts';
import type { Outgoing } from './office.ts';
import { recordBody, type RecordFormat } from './record-body.ts';
import { recordItem } from './record-item.ts';

/** One request with the records in it. */
export type RecordRequest = { readonly at: number; readonly register: Outgoing['register']; readonly entries: readonly Entry[]; readonly form: 'batch' | 'put' | 'withdraw'; readonly format: RecordFormat; readonly repeats: boolean };

type Formats = { readonly format: RecordFormat; readonly single: boolean };
/** How a commune's office sends, by the last digit of its code. */
const formats: readonly Formats[] = [{ format: 'ndjson', single: false }, { format: 'csv', single: false }, { format: 'json', single: false }, { format: 'json', single: true }, { format: 'ndjson', single: true }];
/** More than so many are not sent one by one. */
const mostSingle = 4;
const stream = 74;

/** Requests that carry what offices have to send, a second apart from `at` on; of a few the repeat follows at once. */
export function* requestsOf(outgoing: readonly Outgoing[], at: number, { seed, duplicate, batch }: { readonly seed: number; readonly duplicate: number; readonly batch: number }): Generator<RecordRequest> {
  let moment = at;
  for (const { register, sender, entries } of outgoing) {
    const { format, single } = formats[Number(sender.slice(5, 6)) % formats.length] as Formats;
    const records = entries.filter(({ verb }) => verb === 'put');
    const size = single && records.length <= mostSingle ? 1 : batch;
    const pieces = Array.from({ length: Math.ceil(records.length / size) }, (_, place) => records.slice(place * size, (place + 1) * size));
    const requests = [
      ...pieces.map((piece) => ({ register, entries: piece, format, form: size === 1 ? ('put' as const) : ('batch' as const) })),
      ...entries.filter(({ verb }) => verb === 'withdraw').map((entry) => ({ register, entries: [entry], format, form: 'withdraw' as const })),
    ];
    for (const request of requests) {
      const draw = createDraw(seed, stream, moment / 1_000);
      moment += 1_000;
      yield { ...request, at: moment, repeats: false };
      // What is older than the register's own is recorded each time it comes: no repeat of it is a duplicate.
      if (!draw.chance(duplicate) || request.form === 'withdraw' || request.entries.some(({ codes }) => codes.includes('record.revision-older'))) continue;
      moment += 1_000;
      yield { ...request, at: moment, repeats: true };
    }
  }
}

type Counts = { received: number; accepted: number; duplicate: number; amended: number; late: number; rejected: number; codes: Record<string, number> };

/** The request itself. One that is not `wanted` has no body. */
export const sendingOf = ({ at, register, entries, form, format, repeats }: RecordRequest, seed: number, wanted: boolean): Sending => {
  const counts: Counts = { received: 0, accepted: 0, duplicate: 0, amended: 0, late: 0, rejected: 0, codes: {} };
  for (const { flaw, again, codes } of entries) {
    counts.received += 1;
    if (flaw !== undefined) counts.rejected += 1;
    else {
      counts.accepted += 1;
      if (repeats) counts.duplicate += 1;
      else if (again) counts.amended += 1;
    }
    for (const code of flaw === undefined ? codes : [...codes, flaw.code]) counts.codes[code] = (counts.codes[code] ?? 0) + 1;
  }
  const common = { at, facility: `@${register}`, expected: { about: 'records' as const, ...counts } };
  const ref = entries[0]?.ref ?? '';
  if (form === 'batch') return { ...common, method: 'POST', path: `/v1/${register}`, ...(wanted ? recordBody(format, entries, seed) : { contentType: '', body: '' }) };
  const body = (): string => JSON.stringify(form === 'withdraw' ? { revision: entries[0]?.revision, reason: 'Nhập nhầm (mô phỏng)' } : recordItem(entries[0] as Entry, seed));
  return { ...common, method: form === 'put' ? 'PUT' : 'POST', path: `/v1/${register}/${ref}${form === 'withdraw' ? '/withdraw' : ''}`, contentType: 'application/json', body: wanted ? body() : '' };
};

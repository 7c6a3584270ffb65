import { codes } from '@da06/errors';
import type { PopulationRegister } from '@da06/events';
import { ownUnitsOf } from '@da06/reference';
import { actorOf, type KeyHolder } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context } from 'hono';
import { previewBatch, recordBatch } from '../commit/record-batch.ts';
import type { RecordBatch } from '../commit/staging.ts';
import type { AnswerItem, Outcome } from '../commit/answer.ts';
import { jsonStream } from '../http/json-stream.ts';
import { itemsDigest } from '../receipts/items-digest.ts';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';
import type { FileRow } from '../portal-sheet/results.ts';
import type { TakeInBody, TakeInContext } from '../take-in/types.ts';

/** Whose records a request brings: the stays of a facility, or its trips, or a register's; `unit` = that of a commune's key. */
export type Subject = { readonly facility: FacilityRecord } | { /** Id of the operator. */ readonly trips: string } | { readonly register: PopulationRegister; readonly unit?: string };

export type Request = { readonly holder: KeyHolder; readonly of: Subject; readonly body: TakeInBody; readonly single: boolean; /** Unix ms. */ readonly receivedAt: number; readonly validateOnly: boolean; readonly keepRows?: boolean };
export type Taken = Outcome & { readonly receipt: string | null; /** The records as their file has them, where they were to be kept. */ readonly rows?: readonly FileRow[] };

/** One request from bytes to a receipt: prepared, decided and durable, then signed. With `validateOnly` nothing is recorded and nothing signed. */
export const takeRecords = async (service: Service, request: Request): Promise<Taken> => {
  const { of, validateOnly, receivedAt, keepRows = false } = request;
  const started = performance.now();
  const { shape, columns, pieces, rows: kept } = await service.takeIn.prepare(request.body, { ...contextOf(of), receivedAt, ...(keepRows ? { keepRows } : {}) });
  const rows = kept === undefined ? {} : { rows: kept };
  const batch: RecordBatch = { ...scopeOf(service, of), shape, columns, single: request.single, actor: actorOf(request.holder), receivedAt, vault: service.vault };
  const preparedAt = performance.now();
  if (validateOnly) return { ...unrecorded(previewBatch(service.committer, batch, pieces)), receipt: null, ...rows };
  const outcome = await recordBatch(service.committer, batch, pieces);
  const committedAt = performance.now();
  const receipt = service.receiptKeys.sign({ iat: Math.floor(receivedAt / 1000), ...signedOf(of), counts: outcome.counts, items: itemsDigest(outcome.items) });
  service.metrics.batch(outcome.counts, { prepare: (preparedAt - started) / 1000, commit: (committedAt - preparedAt) / 1000, sign: (performance.now() - committedAt) / 1000 });
  return { ...outcome, receipt, ...rows };
};

type ContextOf<Context> = Context extends unknown ? Omit<Context, 'receivedAt' | 'keepRows'> : never;

const contextOf = (of: Subject): ContextOf<TakeInContext> => {
  if (!('facility' in of)) return of;
  const { registered, versions, closedOn = null } = of.facility;
  return { facility: { id: registered.id, versions, closedOn } };
};

type ScopeOf<Batch extends RecordBatch> = Batch extends unknown ? Omit<Batch, 'shape' | 'columns' | 'single' | 'actor' | 'receivedAt' | 'vault'> : never;

const scopeOf = (service: Service, of: Subject): ScopeOf<RecordBatch> => {
  if ('facility' in of) return { facility: of.facility.registered.id };
  return 'trips' in of ? of : { register: of.register, ownUnits: of.unit === undefined ? undefined : ownUnitsOf(service.locality, of.unit) };
};

/** What a receipt names its records by; readers of before look for a facility. */
const signedOf = (of: Subject): { readonly facility: string; readonly register?: PopulationRegister } => {
  if ('facility' in of) return { facility: of.facility.registered.id };
  return 'trips' in of ? { facility: of.trips } : { facility: '', register: of.register };
};

/** A preview's new events have no id: none was recorded. A duplicate's is real. */
const unrecorded = (outcome: Outcome): Outcome => ({ ...outcome, items: outcome.items.map((item) => (item.status === 'duplicate' ? item : { ...item, eventId: null })) });

export const isValidateOnly = (c: Context): boolean => c.req.query('validate') === 'only';

/** A batch's answer: 200 all accepted, 207 some, 422 none. */
export const batchAnswer = ({ counts, items, receipt }: Taken): Response =>
  new Response(jsonStream({ ...counts, receipt }, 'items', items), { status: batchStatus(counts), headers: { 'content-type': 'application/json' } });

const batchStatus = ({ accepted, rejected }: Taken['counts']): number => (rejected === 0 ? 200 : accepted === 0 ? 422 : 207);

/** The same answer as the file itself with what became of each row; the receipt is in the header `DA06-Receipt`. */
export const fileAnswer = ({ counts, receipt }: Taken, file: ReadableStream<Uint8Array>): Response =>
  new Response(file, {
    status: batchStatus(counts),
    headers: { 'content-type': workbookType, 'content-disposition': 'attachment; filename="ket-qua.xlsx"', ...(receipt !== null && { 'da06-receipt': receipt }) },
  });

/** The answer about one record: the item with its receipt; refused, it is a problem too (its `status` is then the item's, as the contract has it). */
export const itemAnswer = ({ items, seen, receipt }: Taken, isPut: boolean): Response => {
  const item = items[0] as AnswerItem;
  if (item.status === 'rejected') return refusedItem(item, receipt);
  const status = isPut ? (item.status === 'accepted' ? 201 : 200) : seen[0] === true ? 200 : 202;
  return Response.json({ ...item, receipt }, { status });
};

const refusedItem = (item: AnswerItem, receipt: string | null): Response => {
  const code = item.faults.find(({ severity }) => severity === 'reject')?.code ?? 'request.invalid';
  const body = { type: `/v1/errors#${code}`, title: codes[code].en, code, vi: codes[code].vi, ...item, receipt };
  return Response.json(body, { status: 422, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
};

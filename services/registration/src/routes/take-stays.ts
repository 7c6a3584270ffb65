import { codes } from '@da06/errors';
import { actorOf, type KeyHolder } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context } from 'hono';
import { previewBatch, recordBatch } from '../commit/record-batch.ts';
import type { StayBatch } from '../commit/stage-batch.ts';
import type { AnswerItem, Outcome } from '../commit/answer.ts';
import { jsonStream } from '../http/json-stream.ts';
import { itemsDigest } from '../receipts/items-digest.ts';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';
import { giveBack, type FileFormat, type FileRow } from '../portal-sheet/give-back.ts';
import type { TakeInBody } from '../take-in/types.ts';

export type Request = { readonly holder: KeyHolder; readonly facility: FacilityRecord; readonly body: TakeInBody; readonly single: boolean; /** Unix ms. */ readonly receivedAt: number; readonly validateOnly: boolean; readonly keepRows?: boolean };
export type Taken = Outcome & { readonly receipt: string | null; /** The records as their file has them, where they were to be kept. */ readonly rows?: readonly FileRow[] };

/** One request from bytes to a receipt: prepared, decided and durable, then signed. With `validateOnly` nothing is recorded and nothing signed. */
export const takeStays = async (service: Service, request: Request): Promise<Taken> => {
  const { facility, validateOnly, receivedAt, keepRows = false } = request;
  const started = performance.now();
  const id = facility.registered.id;
  const { shape, columns, pieces, rows: kept } = await service.takeIn.prepare(request.body, { facility: { id, versions: facility.versions, closedOn: facility.closedOn ?? null }, receivedAt, ...(keepRows ? { keepRows } : {}) });
  const rows = kept === undefined ? {} : { rows: kept };
  const batch: StayBatch = { shape, columns, facility: id, single: request.single, actor: actorOf(request.holder), receivedAt, vault: service.vault };
  const preparedAt = performance.now();
  if (validateOnly) return { ...unrecorded(previewBatch(service.committer, batch, pieces)), receipt: null, ...rows };
  const outcome = await recordBatch(service.committer, batch, pieces);
  const committedAt = performance.now();
  const receipt = service.receiptKeys.sign({ iat: Math.floor(receivedAt / 1000), facility: id, counts: outcome.counts, items: itemsDigest(outcome.items) });
  service.metrics.batch(outcome.counts, { prepare: (preparedAt - started) / 1000, commit: (committedAt - preparedAt) / 1000, sign: (performance.now() - committedAt) / 1000 });
  return { ...outcome, receipt, ...rows };
};

/** A preview's new events have no id: none was recorded. A duplicate's is real. */
const unrecorded = (outcome: Outcome): Outcome => ({ ...outcome, items: outcome.items.map((item) => (item.status === 'duplicate' ? item : { ...item, eventId: null })) });

export const isValidateOnly = (c: Context): boolean => c.req.query('validate') === 'only';

/** A batch's answer: 200 all accepted, 207 some, 422 none. */
export const batchAnswer = ({ counts, items, receipt }: Taken): Response =>
  new Response(jsonStream({ ...counts, receipt }, 'items', items), { status: batchStatus(counts), headers: { 'content-type': 'application/json' } });

const batchStatus = ({ accepted, rejected }: Taken['counts']): number => (rejected === 0 ? 200 : accepted === 0 ? 422 : 207);

/** The same answer as the file itself with what became of each row; the receipt is in the header `DA06-Receipt`. */
export const fileAnswer = ({ counts, items, receipt, rows = [] }: Taken, format: FileFormat): Response =>
  new Response(giveBack({ format, items, rows }), {
    status: batchStatus(counts),
    headers: { 'content-type': workbookType, 'content-disposition': 'attachment; filename="ket-qua.xlsx"', ...(receipt !== null && { 'da06-receipt': receipt }) },
  });

/** The answer about one stay: the item with its receipt; refused, it is a problem too (its `status` is then the item's, as the contract has it). */
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

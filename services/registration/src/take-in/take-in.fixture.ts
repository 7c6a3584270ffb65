import { loadLocality } from '@da06/reference';
import { createVault } from '@da06/vault';
import { sampleContext, sampleShared } from './samples.ts';
import { createTakeIn } from './take-in.ts';
import type { PreparedBatch, PreparedItem, TakeInBody, FacilityContext, TakeInContext } from './types.ts';

const kept = new Map<string, Uint8Array>();
const vault = createVault({ masterKey: new Uint8Array(32).fill(1), hashKey: new Uint8Array(32).fill(2), store: { get: (_topic, key) => kept.get(key) } });
export const deps = { locality: loadLocality(), vault };
const takeIn = createTakeIn(deps);

const bodyOf = (format: TakeInBody['format'], bytes: Uint8Array, ref: string): TakeInBody => {
  if (isSingle(format)) return { format, ref, bytes };
  return format === 'qr' ? { format, shared: sampleShared, bytes } : { format, bytes };
};

const isSingle = (format: TakeInBody['format']): format is 'put' | 'patch' | 'check-out' | 'cancel' => format === 'put' || format === 'patch' || format === 'check-out' || format === 'cancel';

/** Prepares a value or text in a format, at the samples' hotel unless told otherwise. */
export const prepare = (format: TakeInBody['format'], content: unknown, context: Partial<FacilityContext> = {}, ref = 'FD-1'): Promise<Prepared> => prepareIn({ ...sampleContext, ...context }, format, content, ref);

/** The same in any context, such as that of a register. */
export const prepareIn = async (context: TakeInContext, format: TakeInBody['format'], content: unknown, ref = 'FD-1'): Promise<Prepared> => {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const batch = await takeIn.prepare(bodyOf(format, bytes, ref), context);
  for (const { keyChunk } of batch.pieces) if (keyChunk !== undefined) kept.set(keyChunk.key, keyChunk.value);
  return { ...batch, items: itemsOf(batch) };
};

/** A prepared batch, with all its records in a row. */
export type Prepared = PreparedBatch & { readonly items: readonly PreparedItem[] };

export const itemsOf = ({ pieces }: PreparedBatch): readonly PreparedItem[] => pieces.flatMap(({ items }) => [...items]);

export const prepareOne = async (format: TakeInBody['format'], value: unknown, context: Partial<FacilityContext> = {}, ref = 'FD-1'): Promise<PreparedItem> => {
  const { items } = await prepare(format, isSingle(format) ? value : [value], context, ref);
  return items[0] as PreparedItem;
};

/** Code and pointer of each fault. */
export const told = ({ faults }: PreparedItem): string[] => faults.map(({ code, pointer }) => `${code} ${pointer}`);

/** The event's data that a committer would write of a draft. */
export const dataOf = ({ draft }: PreparedItem): { groups: Record<string, unknown>; sets: string[]; sealed?: { personKey: string; keyId: string; blob: string }; [name: string]: unknown } =>
  JSON.parse(`{${String(draft?.dataJson ?? '')}}`) as ReturnType<typeof dataOf>;

/** What was sealed of a draft, opened. */
export const identityOf = (item: PreparedItem): Record<string, unknown> => {
  const { sealed } = dataOf(item);
  return sealed === undefined ? { ...item.draft?.toSeal } : vault.open(sealed);
};

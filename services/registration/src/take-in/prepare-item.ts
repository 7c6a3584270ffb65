import { hash as digest } from 'node:crypto';
import { AppError } from '@da06/errors';
import { canonicalJson, sha256, TooDeep } from '@da06/service-kit/canonical-json';
import type { Outcome } from './draft/outcome.ts';
import { imageKeys } from './fields/kbtt-fields.ts';
import { isObject, type JsonObject } from './fields/read-claim.ts';
import { shown } from './fields/read-field.ts';
import { maxItemBytes } from './limits.ts';
import type { At, Finding, RawItem, StayDraft, TakeInFormat } from './types.ts';

/** A record after all rules, with findings instead of faults: small enough to be sent between threads. */
export type LeanItem = { readonly index: number; readonly at?: At; readonly ref: string; readonly hash: string; readonly found: readonly Finding[]; readonly row?: JsonObject; readonly draft?: StayDraft };

/** How the records of a body are prepared. `ref` is the address's, where it has one. */
export type ItemRule = {
  readonly format: TakeInFormat;
  readonly ref: string | undefined;
  /** Whether records are kept as their file has them. */
  readonly keepRows: boolean | undefined;
  /** What a record, with what its reader found, comes to. */
  readonly outcomeOf: (value: JsonObject, before: readonly Finding[]) => Outcome;
};

type ReadItem = RawItem & { readonly line?: Uint8Array; readonly row?: JsonObject };

/** Checks one record; never throws for what the record holds. @throws AppError `item.too-large`. */
export const prepareItem = (item: ReadItem, rule: ItemRule): LeanItem => {
  const lean = checkItem(item, rule);
  return rule.keepRows === true ? { ...lean, row: item.row ?? ('value' in item && isObject(item.value) ? item.value : {}) } : lean;
};

const checkItem = (item: ReadItem, { format, ref: given = '', outcomeOf }: ItemRule): LeanItem => {
  const place = item.at === undefined ? { index: item.index } : { index: item.index, at: item.at };
  if ('unreadable' in item) return { ...place, ref: given, hash: item.line === undefined ? hashOf(item.row ?? {}).hash : digest('sha256', item.line, 'hex'), found: [item.unreadable, ...(item.found ?? [])] };
  const { hash, size } = hashOf(item.row ?? item.value);
  if (hash === '') return { ...place, ref: given, hash, found: [{ pointer: '', code: 'item.unreadable' }] };
  // UTF-8 takes at most three bytes a UTF-16 unit: short texts need no counting.
  if (size * 3 > maxItemBytes && sizeWithoutImages(item.value, format) > maxItemBytes) throw new AppError('item.too-large', { context: { index: item.index } });
  if (!isObject(item.value)) return { ...place, ref: given, hash, found: [{ pointer: '', code: 'item.not-an-object', received: shown(item.value) }] };
  const { ref, found, draft } = outcomeOf(item.value, item.found ?? []);
  return draft === undefined ? { ...place, ref, hash, found } : { ...place, ref, hash, found, draft };
};

/** SHA-256 of the RFC 8785 JSON; '' if the record is nested too deep to be one. */
export const hashOf = (value: unknown): { readonly hash: string; readonly size: number } => {
  try {
    const text = canonicalJson(value);
    return { hash: sha256(text), size: text.length };
  } catch (error) {
    if (error instanceof TooDeep) return { hash: '', size: 0 };
    throw error;
  }
};

/** Photographs of papers do not count towards a portal record's size: they are dropped. */
const sizeWithoutImages = (value: unknown, format: TakeInFormat): number => {
  const counted = format.startsWith('kbtt-') && isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !imageKeys.has(key))) : value;
  return Buffer.byteLength(JSON.stringify(counted));
};

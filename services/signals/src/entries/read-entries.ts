import { formsOf, normaliseNumber, vietnameseOnly, type PaperForm } from '@da06/domain';
import { AppError, fault, type Fault } from '@da06/errors';
import type { WatchEntryAddedData } from '@da06/events';
import { watchReasons, type Locality } from '@da06/reference';
import { checkJson, InvalidBody } from '@da06/service-kit';
import type { Vault } from '@da06/vault';
import { z } from 'zod';

/** Of one person: so many papers, old and new ones. */
const mostPapers = 7;
const mostEntries = 50_000;

export const EntryBody = z.object({
  papers: z.array(z.object({
    kind: z.string().max(40).default('').describe('cccd, cmnd, passport …; left out where it is not known: then every identity paper and passport that the number can be of.'),
    number: z.string().min(1).max(40).describe('With or without blanks and dots; an identity number of 10 or 11 digits gets its zeros back.'),
    issuingState: z.string().max(60).default('').describe('Of a passport; any state if left out.'),
  })).min(1).max(mostPapers).describe('Papers of one person. The numbers are hashed and forgotten.'),
  reasonClass: z.string().describe('wanted, missing, entry-ban, exit-ban, probation, other.'),
  validFrom: z.iso.date().optional().describe('First local day; today if left out. Not ahead.'),
  expiresOn: z.iso.date().describe('Last local day.'),
});

/** An entry as it was sent: what the event tells but for its id, or every fault of it. No fault repeats a value. */
export type ReadEntry = { readonly entry: Omit<WatchEntryAddedData, 'entry' | 'simulated'>; readonly faults: readonly [] } | { readonly entry: undefined; readonly faults: readonly Fault[] };

export type EntrySetting = { readonly locality: Locality; readonly hashes: Pick<Vault, 'mac' | 'personKey'>; readonly today: string };

/** The bodies of a request: one object, an array, or a line each. @throws AppError `request.unreadable`, `batch.too-many-items`. */
export const readItems = (bytes: Uint8Array, isLines: boolean): readonly unknown[] => {
  const text = decode(bytes);
  const items = isLines ? text.split('\n').filter((line) => line.trim() !== '').map(parseLine) : asArray(parse(text));
  if (items.length > mostEntries) throw new AppError('batch.too-many-items');
  return items;
};

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('request.unreadable', { detail: 'The body is not UTF-8.' });
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('request.unreadable', { detail: 'The body is not JSON.' });
  }
};

/** A line that cannot be read is an item with a fault, as a text is none that an entry could be. */
const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
};

/** Reads one entry: each number in every form a stay may have kept it in, hashed. */
export const readEntry = (value: unknown, { locality, hashes, today }: EntrySetting): ReadEntry => {
  let body: z.output<typeof EntryBody>;
  try {
    body = checkJson(value, EntryBody);
  } catch (error) {
    if (error instanceof InvalidBody) return { entry: undefined, faults: error.faults.map(withoutValue) };
    throw error;
  }
  const { papers, reasonClass, validFrom = today, expiresOn } = body;
  const faults: Fault[] = [];
  if (!watchReasons.some(({ reason }) => reason === reasonClass)) faults.push(fault('/reasonClass', 'watch-entry.reason-unknown'));
  if (validFrom > today) faults.push(fault('/validFrom', 'watch-entry.valid-from-ahead'));
  if (expiresOn < today || expiresOn < validFrom) faults.push(fault('/expiresOn', 'watch-entry.expired'));
  const hashed = new Set<string>();
  for (const [index, paper] of papers.entries()) {
    const read = formsOfPaper(paper, `/papers/${String(index)}`, locality);
    faults.push(...read.faults.map(withoutValue));
    for (const form of read.forms) hashed.add(hashes.mac('watch', keyOf(form, hashes)));
  }
  return faults.length > 0 ? { entry: undefined, faults } : { entry: { hashes: [...hashed].sort(), reasonClass, validFrom, expiresOn }, faults: [] };
};

type Paper = z.output<typeof EntryBody>['papers'][number];

const formsOfPaper = ({ kind: sent, number, issuingState }: Paper, at: string, locality: Locality): ReturnType<typeof formsOf> => {
  const kind = sent.trim().toLowerCase();
  if (kind !== '' && !locality.isDocumentKind(kind)) return { forms: [], faults: [fault(`${at}/kind`, 'document.kind-unknown')] };
  const state = issuingState === '' ? '' : locality.nationality(issuingState);
  if (state === undefined) return { forms: [], faults: [fault(`${at}/issuingState`, 'nationality.unknown')] };
  return formsOf({ kind, number: normaliseNumber(number), issuingState: state }, `${at}/number`);
};

/** The key a stay keeps the paper under: of the person, or of the document alone where any state may have issued it. */
const keyOf = ({ kind, number, issuingState }: PaperForm, hashes: EntrySetting['hashes']): string =>
  issuingState === '' && !vietnameseOnly.has(kind) ? hashes.mac('document', kind, number) : hashes.personKey({ kind, issuingState, number });

/** The value could be the number of a person: an answer does not need it, the sender has it. */
const withoutValue = ({ received: _, ...rest }: Fault): Fault => rest;


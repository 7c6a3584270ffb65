import { prepareIn } from '../take-in.fixture.ts';
import type { PreparedItem, RegisterContext } from '../types.ts';
import { residentContext, sampleChange, sampleWorker, workerContext } from './samples.ts';
import type { Change } from './resident-fields.ts';

type Json = Record<string, unknown>;
type Edits = Readonly<Record<string, unknown>>;

/** A record with values at dotted paths; undefined takes a value away. */
export const edited = (record: Json, edits: Edits): Json => {
  const copy = structuredClone(record);
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split('.');
    const holder = keys.slice(0, -1).reduce<Json>((inner, key) => (inner[key] ??= {}) as Json, copy);
    holder[keys.at(-1) ?? ''] = value;
  }
  return JSON.parse(JSON.stringify(copy)) as Json;
};

const one = async (context: RegisterContext, record: Json): Promise<PreparedItem> => (await prepareIn(context, 'json', [record])).items[0] as PreparedItem;

/** What a changed sample of a change comes to. */
export const resident = (change: Change, edits: Edits = {}, context: Partial<RegisterContext> = {}): Promise<PreparedItem> => one({ ...residentContext, ...context }, edited(sampleChange(change), edits));

/** Code and pointer of each fault that refuses. */
export const refusals = ({ faults }: PreparedItem): string[] => faults.filter(({ severity }) => severity === 'reject').map(({ code, pointer }) => `${code} ${pointer}`);

/** What a changed sample of a worker comes to. */
export const worker = (edits: Edits = {}, context: Partial<RegisterContext> = {}): Promise<PreparedItem> => one({ ...workerContext, ...context }, edited(sampleWorker(), edits));

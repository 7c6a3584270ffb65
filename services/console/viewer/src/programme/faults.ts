import { ApiProblem } from '../api/problem.ts';
import type { Language } from '../panels/renderer.ts';

/** One fault of a body: where it is by JSON Pointer, and where in a workbook if it came as one. */
export type FaultTold = { readonly pointer: string; readonly code: string; readonly vi: string; readonly en: string; readonly received: string | undefined; readonly cell: string | undefined };

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The faults that an answer holds, those of a success too: what was understood though it was written oddly. */
export const faultsOf = (body: unknown): readonly FaultTold[] => {
  const { faults } = record(body);
  if (!Array.isArray(faults)) return [];
  return faults.map((one: unknown) => {
    const { pointer, code, vi, en, received, at } = record(one);
    const { sheet, cell } = record(at);
    const place = [text(sheet), text(cell)].filter((part) => part !== undefined);
    return { pointer: text(pointer) ?? '', code: text(code) ?? '', vi: text(vi) ?? '', en: text(en) ?? text(vi) ?? '', received: text(received), cell: place.length > 0 ? place.join(' – ') : undefined };
  });
};

/** Refusals of a command that have no pointer, by the field of the form that mends them. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'step.cause-required': '/cause', 'step.at-in-future': '/at', 'step.at-too-early': '/at', 'step.on-behalf-required': '/onBehalfOf', 'step.on-behalf-unknown': '/onBehalfOf', 'model.unit-unknown': '/unit', 'text.personal': '/note',
};

/** What a refusal says: by field where it names one, else of the whole form. The server's detail is English and kept for a person who reads it. */
export type Refusal = { readonly fields: ReadonlyMap<string, string>; readonly whole: string | undefined };

export const refusalOf = (error: unknown, language: Language): Refusal => {
  if (!(error instanceof ApiProblem)) throw error;
  const said = (told: Pick<FaultTold, 'vi' | 'en' | 'cell' | 'received'>): string => told[language];
  const faults = faultsOf(error.body);
  if (faults.length > 0) return { fields: new Map(faults.map((one) => [one.pointer, said(one)])), whole: undefined };
  const field = fieldOfCode[error.code];
  const day = /\d{4}-\d\d-\d\d/.exec(error.detail ?? '')?.[0];
  const words = `${error[language]}${day === undefined ? '' : ` (${day.split('-').reverse().join('/')})`}`;
  return field === undefined ? { fields: new Map(), whole: words } : { fields: new Map([[field, words]]), whole: undefined };
};

/** The state as it is now, from an answer that says somebody else was first (412). */
export const currentOf = (error: unknown): unknown => (error instanceof ApiProblem && error.status === 412 ? record(error.body)['current'] : undefined);

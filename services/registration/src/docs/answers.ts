import type { Content, Operation } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import { batchExample, itemExample, rejectedExample } from './examples.ts';
import type { Json } from './schemas.ts';

/** A body of JSON. */
export const json = (schema: string | Json, example?: unknown): Readonly<Record<string, Content>> => ({ 'application/json': { schema, ...(example !== undefined && { example }) } });
/** A list of what a schema describes. */
export const arrayOf = (schema: string): Json => ({ type: 'array', items: { $ref: `#/components/schemas/${schema}` } });
/** A query of what takes records. */
export const validate = { validate: '"only": the same answer with receipt null, nothing recorded.' };
type Example = Readonly<Record<string, unknown>>;
/** Answers about one record: an item that was taken, and one that was refused. */
export const singleOf = (taken: Example, rejected: Example): { readonly item: Readonly<Record<string, Content>>; readonly refused: Readonly<Record<string, Content>> } => ({
  item: json('ItemAnswer', { ...taken, receipt: 'eyJhbGciOiJFZERTQSJ9…' }),
  refused: { 'application/problem+json': { schema: 'ItemAnswer', example: { code: 'sex.unknown', ...rejected, receipt: 'eyJhbGciOiJFZERTQSJ9…' } } },
});
export const single = singleOf(itemExample, rejectedExample);
/** Answers about a change of one stay. */
export const change = {
  200: { description: 'Recorded, or a duplicate.', content: single.item },
  202: { description: 'Recorded; no check-in of this reference is known yet (warning stay.not-seen-yet).', content: single.item },
  422: { description: 'Refused, with every fault.', content: single.refused },
};
/** Answers about a batch. */
export const batchOf = (example: Example, none: string): Operation['answers'] => ({
  200: { description: 'All accepted.', content: json('BatchAnswer') },
  207: { description: 'Some accepted.', content: json('BatchAnswer', example) },
  422: { description: none, content: json('BatchAnswer') },
});
export const batch = batchOf(batchExample, 'None accepted, no item (batch.empty), or a facility that registers no stays.');
/** A workbook. */
export const binary: Json = { type: 'string', contentMediaType: workbookType, contentEncoding: 'binary' };
/** The same answers, also as the file with the results in it. */
export const withFile = (answers: Operation['answers']): Operation['answers'] =>
  Object.fromEntries(Object.entries(answers).map(([status, { description, content }]) => [status, { description, content: { ...content, [workbookType]: { schema: binary } } }]));

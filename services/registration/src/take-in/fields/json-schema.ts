import type { Field } from './field.ts';

/** The part of JSON Schema 2020-12 (as OpenAPI 3.1 uses it) that a table of fields needs. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly enum?: readonly (string | null)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
};

/** Lists of a locality pack: names of document kinds and reasons. */
export type Lists = { readonly documentKinds: readonly string[]; readonly reasons: readonly string[] };

type Draft = { type: string; properties: Record<string, Draft | JsonSchema>; required: string[] };
const isDraft = (schema: Draft | JsonSchema | undefined): schema is Draft => schema !== undefined && 'properties' in schema;

/** What `/openapi.json` says of a record: made of the same rows that check it. Unknown keys are allowed, with a warning. */
export const jsonSchemaOf = (rows: readonly Field<string>[], lists: Lists): JsonSchema => {
  const root: Draft = { type: 'object', properties: {}, required: [] };
  for (const row of rows) {
    let holder = root;
    for (const key of row.path.slice(0, -1)) {
      const known = holder.properties[key];
      const next: Draft = isDraft(known) ? known : { type: 'object', properties: {}, required: [] };
      holder.properties[key] = next;
      if (row.required && !holder.required.includes(key)) holder.required.push(key);
      holder = next;
    }
    const key = row.path.at(-1) ?? '';
    holder.properties[key] = valueSchema(row, lists);
    if (row.required) holder.required.push(key);
  }
  return root;
};

const valueSchema = ({ field, type, max, required, allowed, en }: Field<string>, lists: Lists): JsonSchema => {
  if (type === 'integer') return { type: required ? 'integer' : ['integer', 'null'], minimum: 0, description: en };
  const named = field === 'documentKind' ? lists.documentKinds : field === 'reason' ? lists.reasons : allowed;
  if (type === 'number') return { type: required ? ['integer', 'string'] : ['integer', 'string', 'null'], description: en };
  const text: JsonSchema = { type: required ? 'string' : ['string', 'null'], maxLength: max, description: en };
  return named === undefined ? text : { ...text, enum: required ? named : [...named, null, ''] };
};

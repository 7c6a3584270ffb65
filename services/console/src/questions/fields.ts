import type { AnswerField, Value } from '../api.ts';
import { instantOf } from './instant.ts';

/** An answer of the engine, every value a text. */
export type Texts = { readonly meta: readonly { readonly name: string; readonly type: string }[]; readonly data: readonly (readonly string[])[] };

const plain = (type: string): string => type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');

const kindOf = (type: string): AnswerField['type'] => {
  if (/^(?:U?Int|Float|BFloat|Decimal)/.test(type)) return 'number';
  if (type.startsWith('DateTime')) return 'time';
  return type === 'Bool' ? 'boolean' : 'string';
};

/** The zone that a column's times are written in: its own, or that of the session. */
const zoneOf = (type: string, session: string): string => /'([^']+)'/.exec(type)?.[1] ?? session;

/** How the engine writes NULL in formats of texts. */
const nothing = 'ᴺᵁᴸᴸ';

/** A figure that is left out is not a number; JSON has no word for that, so it goes on as the engine's text (`nan`). */
const numberOf = (text: string): Value => {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
};

const valueOf = (text: string, kind: AnswerField['type'], zone: string): Value => {
  switch (kind) {
    case 'number': return numberOf(text);
    case 'time': return instantOf(text, zone);
    case 'boolean': return text === 'true';
    case 'string': return text;
  }
};

/** Rows of the engine (`JSONCompactStrings`, which alone tells what is not a number from nothing) as columns; `zone` is that of its sessions. Days stay texts. */
export const fieldsOf = ({ meta, data }: Texts, zone: string): readonly AnswerField[] =>
  meta.map(({ name, type }, index) => {
    const bare = plain(type);
    const kind = kindOf(bare);
    const own = zoneOf(bare, zone);
    const mayLack = type.includes('Nullable(');
    return { name, type: kind, values: data.map(({ [index]: text = nothing }) => (mayLack && text === nothing ? null : valueOf(text, kind, own))) };
  });

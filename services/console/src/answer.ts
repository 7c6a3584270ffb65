import type { Answer } from '@da06/dashboards';
import type { AnswerField, Value } from './api.ts';

const plain = (type: string): string => type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');

const kindOf = (type: string): AnswerField['type'] => {
  const bare = plain(type);
  if (/^(?:U?Int|Float|Decimal)/.test(bare)) return 'number';
  if (bare.startsWith('DateTime')) return 'time';
  return bare === 'Bool' ? 'boolean' : 'string';
};

/** `2026-11-20 18:30:00` as the engine writes it, in the column's zone; without a zone it is UTC. Vietnam has no summer time. */
const instant = (text: string, type: string): number => Date.parse(`${text.replace(' ', 'T')}${type.includes('Asia/Ho_Chi_Minh') ? '+07:00' : 'Z'}`);

const valueOf = (value: unknown, kind: AnswerField['type'], type: string): Value => {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'number': return Number(value);
    case 'time': return typeof value === 'string' ? instant(value, type) : null;
    case 'boolean': return Boolean(value);
    case 'string': return typeof value === 'string' ? value : JSON.stringify(value);
  }
};

/** Rows of the engine (`JSONCompact`) as columns. */
export const fieldsOf = ({ meta, data }: Answer): readonly AnswerField[] =>
  meta.map(({ name, type }, index) => {
    const kind = kindOf(type);
    return { name, type: kind, values: data.map((row) => valueOf(row[index], kind, type)) };
  });

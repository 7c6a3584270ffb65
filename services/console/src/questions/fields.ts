import type { Answer } from '@da06/dashboards';
import type { AnswerField, Value } from '../api.ts';
import { instantOf } from './instant.ts';

const plain = (type: string): string => type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');

const kindOf = (type: string): AnswerField['type'] => {
  if (/^(?:U?Int|Float|BFloat|Decimal)/.test(type)) return 'number';
  if (type.startsWith('DateTime')) return 'time';
  return type === 'Bool' ? 'boolean' : 'string';
};

/** The zone that a column's times are written in: its own, or that of the session. */
const zoneOf = (type: string, session: string): string => /'([^']+)'/.exec(type)?.[1] ?? session;

const valueOf = (value: unknown, kind: AnswerField['type'], zone: string): Value => {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'number': return Number(value);
    case 'time': return typeof value === 'string' ? instantOf(value, zone) : null;
    case 'boolean': return value === true;
    case 'string': return typeof value === 'string' ? value : JSON.stringify(value);
  }
};

/** Rows of the engine (`JSONCompact`) as columns; `zone` is that of its sessions. Days stay texts. */
export const fieldsOf = ({ meta, data }: Pick<Answer, 'meta' | 'data'>, zone: string): readonly AnswerField[] =>
  meta.map(({ name, type }, index) => {
    const bare = plain(type);
    const kind = kindOf(bare);
    const own = zoneOf(bare, zone);
    return { name, type: kind, values: data.map((row) => valueOf(row[index], kind, own)) };
  });

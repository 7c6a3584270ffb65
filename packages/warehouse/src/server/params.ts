import type { Settings } from '../connection.ts';
import type { Params } from '../warehouse.ts';

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\0': '\\0' };

const escaped = (text: string): string => text.replace(/[\\\t\n\r\b\f\0]/g, (sign) => escapes[sign] ?? sign);

/**
 * Values of `{x:Type}` as a server reads them from `param_x`: the escaped form of TabSeparated. Not the client's own form, which escapes quotes
 * as well: a text that stands for an array (`['a','b']`) would not be one any more.
 */
export const paramSettings = (params: Params): Settings =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string') return [`param_${name}`, escaped(value)];
      if (typeof value === 'boolean') return [`param_${name}`, value ? '1' : '0'];
      if (typeof value === 'number') return [`param_${name}`, String(value)];
      return [`param_${name}`, `[${value.map((one) => `'${escaped(one).replaceAll("'", "\\'")}'`).join(',')}]`];
    }),
  );

import { formattedValueToString, type DisplayValue, type InterpolateFunction, type ScopedVars } from '@grafana/data';
import type { Choice } from '@da06/console/api';

/** What a link may name: choices of variables, and the range as it stands in the URL (`now-7d`, or Unix milliseconds). */
export type LinkContext = { readonly variables: Readonly<Record<string, Choice>>; readonly range: { readonly from: number | string; readonly to: number | string } };

type Column = { readonly name: string; readonly values: readonly unknown[]; readonly display?: (value: unknown) => DisplayValue };
type DataContext = { readonly frame?: { readonly fields: readonly Column[] }; readonly field?: Column; readonly rowIndex?: number };

const contextOf = (scoped: ScopedVars | undefined): DataContext => {
  const value: unknown = scoped?.['__dataContext']?.value;
  return typeof value === 'object' && value !== null ? value : {};
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

const shownText = (column: Column | undefined, value: unknown): string => {
  const shown = column?.display?.(value);
  return shown === undefined ? textOf(value) : formattedValueToString(shown);
};

/** `__data.fields["Mã"]`, `__value.raw`, `__value.text`, `__field.name` of the cell a link stands in; undefined for another name. */
const ofCell = (path: string, { frame, field, rowIndex = 0 }: DataContext): string | undefined => {
  const named = /^__data\.fields(?:\["([^"]+)"\]|\['([^']+)'\]|\[(\d+)\]|\.([^.[]+))(?:\.(text|numeric))?$/u.exec(path);
  if (named !== null) {
    const name = named[1] ?? named[2] ?? named[4];
    const other = name === undefined ? frame?.fields[Number(named[3])] : frame?.fields.find((one) => one.name === name);
    const value = other?.values[rowIndex];
    return named[5] === 'text' ? shownText(other, value) : textOf(value);
  }
  switch (path) {
    case '__value.raw': case '__value': case '__value.numeric': return textOf(field?.values[rowIndex]);
    case '__value.text': return shownText(field, field?.values[rowIndex]);
    case '__field.name': return field?.name ?? '';
    default: return undefined;
  }
};

const written = (name: string, choice: Choice, format: string | undefined): string => {
  const values = choice === 'all' ? ['$__all'] : choice;
  if (format === 'queryparam') return values.map((value) => `var-${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const text = values.join(',');
  return format === 'uriencode' || format === 'percentencode' ? encodeURIComponent(text) : text;
};

const place = /\$\{([^}:]+)(?::([^}]+))?\}|\$(\w+)/gu;

/** Writes variables, the range and values of a cell into a text; what is unknown stays as it is. */
export const replacer = ({ variables, range }: LinkContext): InterpolateFunction => (target, scoped, outer) => {
  const general = typeof outer === 'string' ? outer : undefined;
  return (target ?? '').replace(place, (whole: string, braced: string | undefined, own: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare ?? '';
    const format = own ?? general;
    if (name === '__url_time_range') return `from=${encodeURIComponent(range.from)}&to=${encodeURIComponent(range.to)}`;
    if (name === '__from') return String(range.from);
    if (name === '__to') return String(range.to);
    const cell = ofCell(name, contextOf(scoped));
    if (cell !== undefined) return written('', [cell], format);
    const choice = variables[name];
    return choice === undefined ? whole : written(name, choice, format);
  });
};

/** Markup that may stand in a page as it is. Only `html` makes it, so that no text gets in unescaped. */
export type Html = { readonly markup: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const markupOf = (value: string | number | Html | readonly Html[]): string => {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** Writes markup in which every text that is put in is escaped. */
export const html = (pieces: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html => ({
  markup: pieces.map((piece, index) => piece + (index < values.length ? markupOf(values[index] ?? '') : '')).join(''),
});

import type { DataFrame, Field, InterpolateFunction, LinkModel, ValueLinkConfig } from '@grafana/data';

/** A path of this console, or another page: no address that runs something. */
const isSafe = (href: string): boolean => /^(?:\/(?!\/)|https?:\/\/)/i.test(href);

/**
 * Links of a field's cells, with what they name written in. @grafana/data has the same, but decodes an address after it was written:
 * a value with `&` in it would become a parameter of its own.
 */
export const linksOf = (field: Field, frame: DataFrame, replace: InterpolateFunction) => ({ valueRowIndex }: ValueLinkConfig): LinkModel<Field>[] =>
  (field.config.links ?? []).flatMap(({ url, title, targetBlank }) => {
    const scoped = { __dataContext: { value: { data: [frame], frame, field, ...(valueRowIndex === undefined ? {} : { rowIndex: valueRowIndex }) } } };
    const href = replace(url, scoped, 'uriencode');
    return isSafe(href) ? [{ href, title: replace(title, scoped), target: targetBlank === true ? '_blank' : undefined, origin: field }] : [];
  });

/**
 * The value of an indicator of which one place has one row, for the places that a condition keeps: counts add up, a quotient is that of the sums.
 * NULL where there is no row or nothing to divide by; NaN where a part of it is left out.
 */
export const counted = (code: string): string => `if(countIf(code = '${code}') = 0, NULL, sumIf(count, code = '${code}'))`;
export const quotient = (code: string, factor: number): string =>
  `if(countIf(code = '${code}') = 0 OR sumIf(base, code = '${code}') = 0, NULL, ${factor === 1 ? '' : `${factor} * `}sumIf(count, code = '${code}') / sumIf(base, code = '${code}'))`;

/** A list of pairs as SQL: `transform` of a column's codes into texts. What is not in the list stays. */
export const texts = (column: string, pairs: readonly (readonly [code: string, text: string])[]): string =>
  `transform(toString(${column}), [${pairs.map(([code]) => `'${code}'`).join(', ')}], [${pairs.map(([, text]) => `'${text}'`).join(', ')}], toString(${column}))`;

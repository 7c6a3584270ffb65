const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 });

/** A number as it is written in Vietnamese: 1.234,5. */
export const decimalText = (value: number): string => written.format(value);

/** Dots or blanks between groups of three, a comma before decimals. */
const vietnamese = /^(?:[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})*|\d+)(?:,\d+)?$/;
/** What cannot be Vietnamese: a point that separates no group of three, commas that do so twice, or before a point. */
const english = /^(?:\d+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2}(?:,\d{3})+\.\d+)$/;

/**
 * A number that was written as text, as people here write it: "1.234,5", "1 234", full-width digits, other blanks; a percent sign only where
 * a share is asked for. What is Vietnamese is read so ("1.234" is a thousand and more). Undefined if it is no number.
 */
export const readDecimal = (text: string, isShare: boolean): number | undefined => {
  const plain = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
  const [, sign = '', digits = '', percent = ''] = /^([+\-\u2212]?) ?(.*?) ?(%?)$/.exec(plain) ?? [];
  if (percent !== '' && !isShare) return undefined;
  const unsigned = vietnamese.test(digits) ? Number(digits.replace(/[. ]/g, '').replace(',', '.')) : english.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
  return unsigned === undefined || !Number.isFinite(unsigned) ? undefined : sign === '' || sign === '+' ? unsigned : 0 - unsigned;
};

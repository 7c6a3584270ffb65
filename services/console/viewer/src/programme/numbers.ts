/**
 * A number as people write it: 1.234,5 or 1234,5 or 1234.5 — a comma is the decimal mark; of points alone, one before three digits at the
 * end parts thousands, as in Vietnamese. Undefined for what is none.
 */
export const numberIn = (text: string): number | undefined => {
  const bare = text.replaceAll(/[\s\u00A0]/g, '');
  const plain = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

/** As it is typed: without marks of thousands. */
export const typed = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

const shown = { vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }) };
export const numberText = (value: number, language: 'vi' | 'en'): string => shown[language].format(value);

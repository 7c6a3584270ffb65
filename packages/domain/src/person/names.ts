/** A name as it is kept: composed Unicode, single blanks. */
export const cleanName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * A name for comparing: without marks, case and invisible characters. NFD takes the tones and marks off but not the stroke of đ; the
 * letters ð and ɖ look like it in capitals (Ð, Ɖ) and stand for it in files of older software.
 */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();

const mobile = /^(?:0|\+?84)(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])(\d{7})$/;

/** A Vietnamese mobile number in E.164, undefined if it is none (dossier 3.1). Nine digits are a number that lost its zero; 00 dials abroad. */
export const normalisePhone = (phone: string): string | undefined => {
  const digits = phoneDigits(phone);
  const found = mobile.exec(hasLostZero(digits) ? `0${digits}` : digits);
  return found === null ? undefined : `+84${found[1] ?? ''}${found[2] ?? ''}`;
};

const phoneDigits = (phone: string): string => phone.replace(/[\s.()-]/g, '').replace(/^00(?=84)/, '+');
const hasLostZero = (digits: string): boolean => digits.length === 9 && !digits.startsWith('0');

/** Whether `normalisePhone` gives a phone its first zero back. */
export const phoneLostZero = (phone: string): boolean => hasLostZero(phoneDigits(phone)) && normalisePhone(phone) !== undefined;

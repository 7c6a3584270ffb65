import { normalisePhone } from '@da06/domain';
import type { Finding } from '../types.ts';

const form = /^[A-Za-z0-9._:-]{1,64}$/;

/** Shorter numbers stand in a reference by chance. */
const tellingLength = 8;

export type RefClaim = { readonly ref: string; readonly number: string; readonly phone: string; readonly pointer: string; /** What else of a person a reference may not hold, such as the name without marks. */ readonly others?: readonly string[] };

const isRef = (ref: string): boolean => form.test(ref);

/** A reference has its form, and does not give away the person's number or phone: it is stored in clear. */
export const checkRef = ({ ref, number, phone, pointer, others = [] }: RefClaim, found: Finding[]): void => {
  if (!isRef(ref)) found.push({ pointer, code: 'ref.format', received: ref.slice(0, 80) });
  else if (holds(ref, number) || holdsPhone(ref, phone) || others.some((text) => holdsText(ref, text))) found.push({ pointer, code: 'ref.personal', received: ref });
};

const bare = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

const holds = (ref: string, number: string): boolean => {
  const [inRef, held] = [bare(ref), bare(number)];
  if (held === '') return false;
  if (inRef === held) return true;
  const telling = held.replace(/^0+/, '');
  return telling.length >= tellingLength && inRef.includes(telling);
};

const holdsText = (ref: string, text: string): boolean => {
  const [inRef, held] = [bare(ref), bare(text)];
  return held !== '' && (inRef === held || (held.length >= tellingLength && inRef.includes(held)));
};

/** However the country's code or the first zero is written, the nine digits after it are the number. */
const holdsPhone = (ref: string, phone: string): boolean => {
  if (phone === '') return false;
  const digits = normalisePhone(phone)?.slice(3) ?? phone.replace(/\D/g, '');
  return digits.length >= tellingLength ? bare(ref).includes(digits) : digits !== '' && bare(ref) === digits;
};

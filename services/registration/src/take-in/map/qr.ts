import { isDay } from '@da06/domain';
import { textOf, type Claim } from '../fields/claim.ts';
import { parseSex } from '../rules/check-person.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import type { Setting } from '../rules/setting.ts';

/**
 * Fills in the guest from the text of an identity card's QR code: number | old number | name | birth ddMMyyyy | Nam/Nữ | address | date of
 * issue ddMMyyyy, and whatever newer cards append. What the record itself names of the guest stays. Returns the date of issue,
 * YYYY-MM-DD or '': the address is that of its day and may name units that are gone.
 */
export const readQr = (claim: Claim, pointer: string, setting: Setting, found: Finding[]): string => {
  const text = textOf(claim.qr);
  if (text === undefined) return '';
  const parts = text.split('|').map((part) => part.trim());
  const [number = '', former = '', name = '', birth = '', sex = '', address = '', issued = ''] = parts;
  const birthDate = dateOf(birth);
  if (parts.length < 7 || !/^\d{11,12}$/.test(number) || name === '' || birthDate === '' || parseSex(sex) === undefined) {
    found.push({ pointer, code: 'qr.format', received: shown(text) });
    return '';
  }
  const province = setting.locality.province(address.split(',').at(-1)?.trim() ?? '');
  const guest: Partial<Claim> = {
    fullName: name, birthDate, sex, nationality: 'VNM', documentKind: 'cccd', documentNumber: number, formerNumber: former || null,
    residenceStatus: 'permanent', address: address || null, province: province ?? null, captured: 'qr',
  };
  for (const [field, value] of Object.entries(guest) as [keyof Claim, string | null][]) claim[field] ??= value;
  return dateOf(issued);
};

const dateOf = (text: string): string => {
  const found = /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  if (found === null) return '';
  const [, day = '', month = '', year = ''] = found;
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : '';
};

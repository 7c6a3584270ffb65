import { foldName, isDay } from '@da06/domain';
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
  if (parts.length < 7 || !/^\d{10,12}$/.test(number) || name === '' || birthDate === '' || parseSex(sex) === undefined) {
    found.push({ pointer, code: 'qr.format', received: shown(text) });
    return '';
  }
  const issuedOn = dateOf(issued);
  const provinceName = provinceIn(address, setting);
  if (claim.province === undefined && provinceName !== undefined && setting.locality.isFormerProvince(provinceName, issuedOn || undefined)) {
    found.push({ pointer, code: 'residence.province-former', received: provinceName });
  }
  const guest: Partial<Claim> = {
    fullName: name, birthDate, sex, nationality: 'VNM', documentKind: 'cccd', documentNumber: number, formerNumber: former || null,
    residenceStatus: 'permanent', address: address || null, province: provinceName === undefined ? null : (setting.locality.province(provinceName) ?? null), captured: 'qr',
  };
  for (const [field, value] of Object.entries(guest) as [keyof Claim, string | null][]) claim[field] ??= value;
  return issuedOn;
};

/** The province's name in an address: its last part, before the country if that is named. */
const provinceIn = (address: string, { locality }: Setting): string | undefined =>
  address.split(',').slice(-2).reverse().map((part) => part.trim()).find((part, index) => (index === 0 || lastIsCountry(address)) && locality.province(part) !== undefined);

const lastIsCountry = (address: string): boolean => foldName(address.split(',').at(-1) ?? '') === 'viet nam';

const dateOf = (text: string): string => {
  const found = /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  if (found === null) return '';
  const [, day = '', month = '', year = ''] = found;
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : '';
};

import { isDay } from '@da06/domain';
import type { Code } from '@da06/errors';
import type { Locality } from '@da06/reference';
import { emptyClaim, type Claim } from '../fields/claim.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import { findZone, type Zone } from './mrz-lines.ts';

/** What a zone is read with: `today` is a local day, for births are not in the future. */
export type MrzSetting = { readonly locality: Pick<Locality, 'nationality'>; readonly today: string };

/**
 * The guest as the machine-readable zone of a passport or an identity card says (ICAO 9303: TD1, TD2, TD3). The Vietnamese identity card is a TD1
 * whose document number is only the end of the 12 digits, which stand whole in the optional data. An unreadable zone is `mrz.format`, a visa's too.
 */
export const readMrz = (text: string, { locality, today }: MrzSetting, found: Finding[]): Claim => {
  const claim = emptyClaim();
  const zone = findZone(text);
  const { lastName, firstName } = zone?.parsed.fields ?? {};
  // The library empties a code it does not know; the first letter tells passports and visas alone.
  const kind = zone?.lines[0]?.[0];
  const number = zone?.parsed.documentNumber ?? zone?.parsed.fields.documentNumber ?? '';
  const places = zone === undefined ? undefined : placesOf(zone);
  if (zone === undefined || places === undefined || !lastName || number === '' || kind === 'V') {
    found.push({ pointer: '/mrz', code: 'mrz.format', received: shown(text) });
    return claim;
  }
  const stateOf = (sent: string): string | undefined => locality.nationality(sent.replaceAll('<', ''));
  const nationality = stateOf(places.nationality);
  const issuer = stateOf(zone.lines[0]?.slice(2, 5) ?? '') ?? nationality;
  const card = issuer === 'VNM' && zone.parsed.format === 'TD1' ? /^\d{12}/.exec(zone.parsed.fields.optional1 ?? '')?.[0] : undefined;
  claim.fullName = [lastName, firstName].filter(Boolean).join(' ');
  claim.birthDate = birthOf(places.birth, today, card);
  claim.sex = sexOf(places.sex);
  claim.nationality = nationality ?? null;
  claim.documentKind = card !== undefined ? 'cccd' : kind === 'P' ? 'passport' : 'other';
  claim.documentNumber = card ?? number;
  claim.issuingState = issuer ?? null;
  if (claim.documentKind === 'other') claim.documentName = 'Thẻ căn cước nước ngoài';
  claim.captured = 'mrz';
  found.push(...faultsOf(zone, claim, places));
  return claim;
};

type Places = { readonly nationality: string; readonly birth: string; readonly sex: string };

/** Fields the library empties when it does not know their value (a state that is on no list, a birth of which only the year is known), as they stand. */
const placesOf = ({ parsed: { format }, lines }: Zone): Places => {
  const line = lines[1] ?? '';
  return format === 'TD1'
    ? { birth: line.slice(0, 6), sex: line.slice(7, 8), nationality: line.slice(15, 18) }
    : { nationality: line.slice(10, 13), birth: line.slice(13, 19), sex: line.slice(20, 21) };
};

const sexOf = (text: string): string => (text === 'M' || text === 'F' ? text : 'X');

/** YYYY, YYYY-MM or YYYY-MM-DD of yyMMdd; an identity number names the century, else it is the last one in which the birth is not in the future. */
const birthOf = (text: string, today: string, card: string | undefined): string | null => {
  const [, yy, mm, dd] = /^(\d\d)(\d\d|<<)(\d\d|<<)$/.exec(text) ?? [];
  if (yy === undefined || mm === undefined || dd === undefined) return null;
  const rest = mm === '<<' || mm === '00' ? '' : dd === '<<' || dd === '00' ? `-${mm}` : `-${mm}-${dd}`;
  const inCentury = (century: number): string => `${century}${yy}${rest}`;
  const birth = card !== undefined ? inCentury(19 + Math.floor(Number(card[3]) / 2)) : inCentury(20) <= today ? inCentury(20) : inCentury(19);
  const [year = '', month = '01', day = '01'] = birth.split('-');
  return isDay(Number(year), Number(month), Number(day)) ? birth : null;
};

const checked: Readonly<Record<string, string>> = { documentNumberCheckDigit: '/guest/document/number', birthDateCheckDigit: '/guest/birthDate' };

const faultsOf = ({ parsed }: Zone, claim: Claim, { nationality }: Places): Finding[] => {
  const wrong = parsed.details.flatMap(({ field, valid }) => (!valid && field?.endsWith('CheckDigit') === true ? [checked[field] ?? '/mrz'] : []));
  const told = (pointer: string, code: Code, received?: string): Finding => (received === undefined ? { pointer, code } : { pointer, code, received });
  return [
    ...[...new Set(wrong)].map((pointer) => told(pointer, 'mrz.check-digit')),
    ...(claim.birthDate === null ? [told('/guest/birthDate', 'birth-date.format')] : []),
    ...(claim.nationality === null ? [told('/guest/nationality', 'nationality.unknown', nationality)] : []),
    ...(claim.nationality === 'VNM' ? [told('/guest/fullName', 'mrz.name-without-marks')] : []),
  ];
};

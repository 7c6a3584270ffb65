import { fault, type Code, type Fault } from '@da06/errors';

/** A document as a feed sends it, and what else is known of its holder. */
export type DocumentClaim = {
  readonly kind: string;
  readonly number: string;
  readonly sex: 'M' | 'F' | 'X' | '';
  /** 0 = unknown. */
  readonly birthYear: number;
  /** Local day YYYY-MM-DD of the arrival: an old identity paper has lost its value by 2025. */
  readonly onDay: string;
};

export type CheckedDocument = { readonly number: string; readonly faults: readonly Fault[] };

/** Where the faults point to, in the sender's own field names. */
export type DocumentPointers = { readonly number: string; readonly sex: string; readonly birthDate: string };

export type PlaceLookup = (code: string) => boolean;

/** Papers that only Vietnam issues: whatever a record says of their issuer is left aside, so that a person keeps one key. */
export const vietnameseOnly: ReadonlySet<string> = new Set(['cccd', 'cmnd', 'number-notice', 'health-card', 'birth-certificate']);

/** The first local day on which an old identity paper (CMND) is no longer valid (Law on Identity 26/2023). */
const cmndEnds = '2025-01-01';

const longest: Readonly<Record<string, number>> = { 'driving-licence': 20, 'health-card': 20, 'birth-certificate': 30, 'number-notice': 20, other: 30 };

/** A document's number as persons are told apart by it: without blanks, dots and hyphens, in capitals. */
export const normaliseNumber = (number: string): string => number.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '').toUpperCase();

/**
 * Checks a document's number (dossier 3.1 and 3.3; the portal's rules in formats/kbtt). The number comes back without blanks, dots and
 * hyphens, in capitals; an identity number of 10 or 11 digits gets its zeros back if the result then passes every check, and this is said.
 */
export const checkDocument = (claim: DocumentClaim, isPlace: PlaceLookup, pointers: DocumentPointers): CheckedDocument => {
  const number = normaliseNumber(claim.number);
  if (claim.kind === 'cccd') return checkCccd(number, claim, isPlace, pointers);
  const code = formatFault(claim.kind, number);
  if (code !== undefined) return { number, faults: [fault(pointers.number, code, claim.number)] };
  return { number, faults: claim.kind === 'cmnd' && claim.onDay >= cmndEnds ? [fault(pointers.number, 'document.cmnd-expired')] : [] };
};

const formatFault = (kind: string, number: string): Code | undefined => {
  if (kind === 'cmnd') return /^(?:\d{9}|\d{12})$/.test(number) ? undefined : 'document.cmnd-format';
  if (kind === 'passport') return /^[A-Z0-9]{1,10}$/.test(number) ? undefined : 'document.passport-format';
  return /^[\p{L}\d/]+$/u.test(number) && number.length <= (longest[kind] ?? 30) ? undefined : 'document.number-format';
};

const checkCccd = (number: string, claim: DocumentClaim, isPlace: PlaceLookup, pointers: DocumentPointers): CheckedDocument => {
  if (/^\d{10,11}$/.test(number)) {
    const restored = number.padStart(12, '0');
    if (cccdDoubts(restored, claim, isPlace, pointers).length === 0) return { number: restored, faults: [fault(pointers.number, 'document.lost-zero-restored')] };
  }
  if (!/^\d{12}$/.test(number)) return { number, faults: [fault(pointers.number, 'document.cccd-format', claim.number)] };
  return { number, faults: cccdDoubts(number, claim, isPlace, pointers) };
};

/** PPP G YY RRRRRR: place of birth registration, century and sex, year of birth, six digits (Circular 07/2016). All of it warns, none of it refuses. */
const cccdDoubts = (number: string, claim: DocumentClaim, isPlace: PlaceLookup, pointers: DocumentPointers): Fault[] => {
  const doubts: Fault[] = [];
  const century = number.charCodeAt(3) - 48;
  if (!isPlace(number.slice(0, 3))) doubts.push(fault(pointers.number, 'document.cccd-place-unknown'));
  if ((claim.sex === 'M' && century % 2 === 1) || (claim.sex === 'F' && century % 2 === 0)) doubts.push(fault(pointers.sex, 'document.cccd-sex-mismatch'));
  if (claim.birthYear !== 0 && 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)) !== claim.birthYear) {
    doubts.push(fault(pointers.birthDate, 'document.cccd-birth-year-mismatch'));
  }
  const last = number.slice(6);
  if (/^(\d)\1{5}$/.test(last) || '0123456789'.includes(last) || '9876543210'.includes(last)) doubts.push(fault(pointers.number, 'document.cccd-suspicious'));
  return doubts;
};

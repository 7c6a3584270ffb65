import { checkDocument, vietnameseOnly } from '@da06/domain';
import { textOf, type PersonClaim, type PersonPointers } from '../fields/claim.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import type { PersonSetting } from './setting.ts';

/** A person's document after the rules. */
export type Papers = { readonly kind: string; readonly number: string; readonly issuingState: string; readonly former: string };

type PapersClaim = {
  readonly claim: PersonClaim;
  readonly pointers: PersonPointers;
  readonly setting: PersonSetting;
  readonly sex: 'M' | 'F' | 'X' | undefined;
  readonly birthYear: number;
  readonly nationality: string | undefined;
  readonly onDay: string;
};

/** Checks the document; undefined if kind, number or state is missing or refused. */
export const checkPapers = (given: PapersClaim, found: Finding[]): Papers | undefined => {
  const { claim, pointers, setting, nationality, onDay } = given;
  const kind = checkKind(claim, pointers, setting, found);
  const sent = textOf(claim.documentNumber);
  if (kind === undefined || sent === undefined) return undefined;
  const { number, faults } = checkDocument({ kind, number: sent, sex: given.sex ?? '', birthYear: given.birthYear, onDay }, setting.locality.isCccdPlace, {
    number: pointers.documentNumber, sex: pointers.sex, birthDate: pointers.birthDate,
  });
  let refused = false;
  for (const { pointer, code, severity, received } of faults) {
    found.push(received === undefined ? { pointer, code } : { pointer, code, received: shown(received) });
    refused ||= severity === 'reject';
  }
  const issuingState = vietnameseOnly.has(kind) ? 'VNM' : issuerOf(kind, claim, pointers, setting, nationality, found);
  const former = checkFormer(claim, pointers, found);
  if (kind === 'other' && textOf(claim.documentName) === undefined && pointers.documentName !== '') found.push({ pointer: pointers.documentName, code: 'document.name-missing' });
  return refused || issuingState === undefined ? undefined : { kind, number, issuingState, former };
};

const checkKind = (claim: PersonClaim, pointers: PersonPointers, setting: PersonSetting, found: Finding[]): string | undefined => {
  const kind = textOf(claim.documentKind);
  if (kind === undefined) return undefined;
  if (setting.locality.isDocumentKind(kind)) return kind;
  const lower = kind.toLowerCase();
  if (setting.locality.isDocumentKind(lower)) return lower;
  found.push({ pointer: pointers.documentKind, code: 'document.kind-unknown', received: shown(kind) });
  return undefined;
};

const issuerOf = (kind: string, claim: PersonClaim, pointers: PersonPointers, { locality }: PersonSetting, nationality: string | undefined, found: Finding[]): string | undefined => {
  const sent = textOf(claim.issuingState);
  if (sent === undefined) {
    if (kind !== 'passport') return 'VNM';
    // A correction that names a passport without its state or the nationality cannot be told to be of one person.
    if (nationality === undefined && claim.nationality === undefined) found.push({ pointer: pointers.issuingState, code: 'field.required' });
    return nationality;
  }
  const state = locality.nationality(sent);
  if (state === undefined && kind === 'passport') found.push({ pointer: pointers.issuingState, code: 'nationality.unknown', received: shown(sent) });
  return state ?? (kind === 'passport' ? undefined : 'VNM');
};

/** The old identity number beside the new one; one that cannot be it is warned of as any number is, and links nobody. */
const checkFormer = (claim: PersonClaim, pointers: PersonPointers, found: Finding[]): string => {
  const sent = textOf(claim.formerNumber);
  if (sent === undefined) return '';
  const number = sent.replace(/[\s.-]/g, '');
  if (/^(?:\d{9}|\d{12})$/.test(number)) return number;
  found.push({ pointer: pointers.formerNumber, code: 'document.cmnd-format', received: shown(sent) });
  return '';
};

import { codes, fault, type Fault } from '@da06/errors';
import type { TakeInDeps } from './prepare-body.ts';
import { emptyClaim, textOf, type Claim } from './fields/claim.ts';
import { cleanText } from './fields/clean-text.ts';
import { readMrz } from './map/mrz.ts';
import { readQr } from './map/qr.ts';
import { parseSex } from './rules/check-person.ts';
import { settingOf } from './rules/setting.ts';
import type { FacilityContext, Finding } from './types.ts';

/** The text of a card's QR code, or of a machine-readable zone. */
export type DocumentText = { readonly qr: string } | { readonly mrz: string };

/** What a document says, as the `guest` of a stay; no guest when it cannot be read. */
export type ReadDocument = { readonly captured: 'qr' | 'mrz'; readonly guest?: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[] };

/** A document is read before any facility is told. */
const nowhere: FacilityContext['facility'] = { id: '', versions: [{ kind: '', unit: '', tourism: false, remote: false, validFrom: '' }], closedOn: null };

/** Reads the text of a document into a guest, by the same rules as registering does. Records nothing. */
export const readDocument = (text: DocumentText, receivedAt: number, { locality, vault }: TakeInDeps): ReadDocument => {
  const setting = settingOf(locality, vault, { facility: nowhere, receivedAt });
  const found: Finding[] = [];
  const captured = 'qr' in text ? 'qr' : 'mrz';
  let claim: Claim;
  if ('qr' in text) {
    claim = { ...emptyClaim(), qr: cleanText(text.qr) };
    readQr(claim, '/qr', setting, found);
    if (textOf(claim.qr) === undefined) found.push({ pointer: '/qr', code: 'qr.format' });
  } else claim = readMrz(text.mrz, setting, found);
  const faults = found.map(({ pointer, code, received }) => (received === undefined ? fault(pointer, code) : fault(pointer, code, received)));
  const unreadable = found.some(({ code }) => code === 'qr.format' || code === 'mrz.format');
  return unreadable ? { captured, faults } : { captured, guest: guestOf(claim), faults };
};

/** The code of a document that cannot be read. */
export const unreadableCode = ({ faults }: ReadDocument): Fault['code'] => faults.find(({ code }) => codes[code].severity === 'reject')?.code ?? 'request.invalid';

const guestOf = (claim: Claim): Record<string, unknown> => {
  const residence = named({ status: claim.residenceStatus, province: claim.province, ward: claim.ward, address: claim.address });
  return {
    ...named({ fullName: claim.fullName, birthDate: claim.birthDate }),
    sex: parseSex(textOf(claim.sex) ?? '') ?? '',
    ...named({ nationality: claim.nationality }),
    document: named({ kind: claim.documentKind, number: claim.documentNumber, formerNumber: claim.formerNumber, issuingState: claim.issuingState ?? (claim.documentKind === 'cccd' ? 'VNM' : undefined), name: claim.documentName }),
    ...(Object.keys(residence).length > 0 && { residence }),
  };
};

const named = (fields: Readonly<Record<string, Claim[keyof Claim]>>): Record<string, string> => Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => textOf(pair[1]) !== undefined));

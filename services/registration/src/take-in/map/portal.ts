import { textOf, type Claim, type Pointers } from '../fields/claim.ts';
import { imageKeys } from '../fields/kbtt-fields.ts';
import type { JsonObject } from '../fields/read-claim.ts';
import type { Setting } from '../rules/setting.ts';
import type { Finding } from '../types.ts';

/** The portal's own codes, kept beside what they were mapped to. */
export type PortalCodes = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, string>> = { '1': 'permanent', '2': 'temporary', '3': 'other' };

/** The record without its images (contracts.md): nothing after this sees them. */
export const dropImages = (item: JsonObject, found: Finding[]): JsonObject => {
  const images = Object.keys(item).filter((key) => imageKeys.has(key));
  if (images.length === 0) return item;
  for (const key of images) if (item[key] !== null && item[key] !== '') found.push({ pointer: `/${key}`, code: 'image.dropped' });
  return Object.fromEntries(Object.entries(item).filter(([key]) => !imageKeys.has(key)));
};

/** API 4 and the XML: a foreigner with a passport. */
export const readForeign = (claim: Claim): PortalCodes => {
  claim.documentKind = 'passport';
  const nationality = textOf(claim.nationality);
  return nationality === undefined ? {} : { quocTich: nationality };
};

/** API 5: a Vietnamese guest. */
export const readVietnamese = (claim: Claim, pointers: Pointers, setting: Setting, found: Finding[]): PortalCodes => {
  claim.nationality = 'VNM';
  return readListNumbers(claim, pointers, setting, found);
};

/** API 5 and the sheet: list numbers become our names. */
export const readListNumbers = (claim: Claim, pointers: Pointers, setting: Setting, found: Finding[]): PortalCodes => {
  const codes: Record<string, string> = {};
  const kind = readDocumentKind(claim, pointers, setting, found);
  if (kind !== '') codes['loaiGiayTo'] = kind;
  const reason = textOf(claim.reason);
  if (reason !== undefined) {
    codes['lyDoCuTru'] = reason;
    claim.reason = setting.locality.reasonFromPortal(reason) ?? '';
    if (claim.reason === '') found.push({ pointer: pointers.reason, code: 'reason.unknown', received: reason });
  }
  const status = textOf(claim.residenceStatus);
  if (status !== undefined) {
    codes['noiCuTru'] = status;
    claim.residenceStatus = statuses[status] ?? '';
  }
  for (const [key, value] of [['maTT', claim.province], ['maPX', claim.ward]] as const) {
    const code = textOf(value);
    if (code !== undefined) codes[key] = code;
  }
  return codes;
};

/** Turns the portal's number of a document's kind into our name; returns the number, '' if there is none. */
export const readDocumentKind = (claim: Claim, pointers: Pointers, { locality }: Setting, found: Finding[]): string => {
  const sent = textOf(claim.documentKind);
  if (sent === undefined) return '';
  const kind = locality.documentFromPortal(sent);
  if (kind === undefined) found.push({ pointer: pointers.documentKind, code: 'document.kind-unknown', received: sent });
  claim.documentKind = kind ?? '';
  return kind === undefined ? '' : sent;
};

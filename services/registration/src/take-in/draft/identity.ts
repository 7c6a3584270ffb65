import { textOf, type Claim } from '../fields/claim.ts';
import { birthText } from '@da06/domain';
import type { CheckedPerson } from '../rules/check-person.ts';

/** What is sealed of a record, in the native item's own nesting, so that a correction can be merged into it (RFC 7396). */
export type Identity = {
  guest?: { fullName?: string | null; birthDate?: string | null; document?: Record<string, string | null>; phone?: string | null; residence?: Record<string, string | null> | null };
  room?: string | null;
  reasonText?: string | null;
  note?: string | null;
  correctionReason?: string;
  /** Day of issue of the card whose QR code was read: its address is of that day. */
  cardIssuedOn?: string;
  /** Codes as the portal's body gave them. */
  portal?: Readonly<Record<string, string>>;
};

/** The parts of a check-in that may not be stored in clear. Texts without a value are left out. */
export const identityOf = (claim: Claim, person: CheckedPerson): Identity => {
  const document: Record<string, string> = { number: person.papers?.number ?? '' };
  if (person.papers?.former) document['formerNumber'] = person.papers.former;
  put(document, 'name', claim.documentName);
  const residence: Record<string, string> = {};
  put(residence, 'province', claim.province);
  put(residence, 'ward', claim.ward);
  put(residence, 'address', claim.address);
  const guest: NonNullable<Identity['guest']> = { fullName: textOf(claim.fullName) ?? null, birthDate: person.birth === undefined ? null : birthText(person.birth), document };
  if (person.phone !== undefined) guest.phone = person.phone;
  guest.residence = residence;
  const identity: Identity = { guest };
  put(identity, 'room', claim.room);
  put(identity, 'reasonText', claim.reasonText);
  put(identity, 'note', claim.note);
  return identity;
};

const put = <Key extends string>(into: { [name in Key]?: string | null }, key: Key, value: Claim[keyof Claim]): void => {
  const text = textOf(value);
  if (text !== undefined) into[key] = text;
};

/** The parts of a correction that may not be stored in clear: only what it names, null where it takes a value away. */
export const patchIdentity = (claim: Claim, person: CheckedPerson): Record<string, unknown> => {
  const named = (fields: readonly (readonly [string, string | null | undefined])[]): Record<string, string | null> => Object.fromEntries(fields.filter((pair): pair is [string, string | null] => pair[1] !== undefined));
  const document = named([['number', claim.documentNumber === undefined ? undefined : (person.papers?.number ?? null)], ['formerNumber', claim.formerNumber], ['name', claim.documentName]]);
  const residence = named([['province', claim.province], ['ward', claim.ward], ['address', claim.address]]);
  const guest: Record<string, unknown> = named([['fullName', claim.fullName], ['birthDate', person.birth === undefined ? undefined : birthText(person.birth)], ['phone', claim.phone === null ? null : person.phone]]);
  if (Object.keys(document).length > 0) guest['document'] = document;
  if (Object.keys(residence).length > 0) guest['residence'] = residence;
  return {
    ...(Object.keys(guest).length > 0 ? { guest } : {}),
    ...named([['room', claim.room], ['reasonText', claim.reasonText], ['note', claim.note], ['correctionReason', claim.correctionReason ?? undefined]]),
  };
};

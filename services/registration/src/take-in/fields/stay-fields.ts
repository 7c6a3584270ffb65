import { field, type Field } from './field.ts';

export const residenceStatuses = ['permanent', 'temporary', 'other'] as const;
const captures = ['typed', 'qr', 'mrz', 'nfc', 'file'] as const;

/** The native stay (contracts.md, A stay): what is checked and what `/openapi.json` says come from these rows. */
export const stayFields: readonly Field[] = [
  field('ref', 'ref', 'code', 'Your own number of the stay: 1–64 of A-Za-z0-9._:- . Not the guest’s number or phone. May be left out beside qr.', { max: 64, required: true }),
  field('revision', 'revision', 'integer', 'Number of the change, from 0; a lower one never overrides a higher.'),
  field('qr', 'qr', 'text', 'Raw text of the identity card’s QR code; stands for guest.', { max: 2000 }),
  field('fullName', 'guest.fullName', 'text', 'Full name as on the document.', { required: true }),
  field('birthDate', 'guest.birthDate', 'code', '1990-05-15, 1990-05, 1990 or 15/05/1990.', { max: 40, required: true }),
  field('sex', 'guest.sex', 'text', 'M, F or X; nam and nữ are understood.', { max: 40, required: true }),
  field('nationality', 'guest.nationality', 'text', 'ISO 3166-1 alpha-3, such as VNM; passport codes and names are understood.', { max: 100, required: true }),
  field('documentKind', 'guest.document.kind', 'text', 'Kind of the document.', { max: 40, required: true }),
  field('documentNumber', 'guest.document.number', 'code', 'Number of the document, as text.', { max: 60, required: true }),
  field('formerNumber', 'guest.document.formerNumber', 'code', 'Number of the old identity paper (CMND), if the document names it.', { max: 60 }),
  field('issuingState', 'guest.document.issuingState', 'text', 'State that issued a passport; the nationality if absent.', { max: 100 }),
  field('documentName', 'guest.document.name', 'text', 'Name of a document of kind other.'),
  field('phone', 'guest.phone', 'code', 'Phone number.', { max: 40 }),
  field('residenceStatus', 'guest.residence.status', 'text', 'What the residence is.', { max: 40, allowed: residenceStatuses, refusal: 'field.not-allowed-value' }),
  field('province', 'guest.residence.province', 'code', 'Province: code of the portal’s list, or name.', { max: 100 }),
  field('ward', 'guest.residence.ward', 'code', 'Ward or commune: code, or name.', { max: 100 }),
  field('address', 'guest.residence.address', 'text', 'Address in words.', { max: 500 }),
  field('arrival', 'arrival', 'time', 'Arrival: 2026-11-20T14:00:00+07:00. Without an offset it is Vietnam time; a date alone has no time.', { required: true }),
  field('expectedDeparture', 'expectedDeparture', 'time', 'Expected departure.'),
  field('departure', 'departure', 'time', 'Real departure; null says that there is none (any more).'),
  field('permittedUntil', 'permittedUntil', 'time', 'Until when a foreigner may stay in the country.'),
  field('room', 'room', 'code', 'Room, ward or bed; required by most kinds of facility.', { max: 60 }),
  field('reason', 'reason', 'text', 'Reason of the stay.', { max: 40, required: true }),
  field('reasonText', 'reasonText', 'text', 'The reason in words, for other.', { max: 500 }),
  field('note', 'note', 'text', 'Note.', { max: 2000 }),
  field('notifiedAt', 'notifiedAt', 'time', 'When the guest was registered at the facility, if that was before sending.'),
  field('captured', 'captured', 'text', 'How the identity was read.', { max: 40, allowed: captures, refusal: 'field.not-allowed-value' }),
];

/** A PATCH: the fields of a stay, none required, and the reason of the correction. */
export const patchFields: readonly Field[] = [
  ...stayFields.filter((row) => row.field !== 'qr').map((row) => ({ ...row, required: false })),
  field('correctionReason', 'correctionReason', 'text', 'Why it is corrected.', { max: 500 }),
];

export const checkOutFields: readonly Field[] = [
  field('revision', 'revision', 'integer', 'Number of the change.'),
  field('departure', 'departure', 'time', 'When the guest left.', { required: true }),
];

export const cancelFields: readonly Field[] = [
  field('revision', 'revision', 'integer', 'Number of the change.'),
  field('correctionReason', 'reason', 'text', 'Why the registration is withdrawn.', { max: 500 }),
];

/** Every field a record of a stay can carry, under one name in all shapes. */
export const claimFields = [
  'ref', 'revision', 'qr', 'fullName', 'birthDate', 'sex', 'nationality', 'documentKind', 'documentNumber', 'formerNumber', 'issuingState', 'documentName', 'phone', 'residenceStatus', 'province', 'ward',
  'address', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'reasonText', 'note', 'notifiedAt', 'captured', 'correctionReason', 'birthPrecision', 'change',
] as const;
export type ClaimField = (typeof claimFields)[number];

/** `undefined` = not named, `null` = named without a value, '' = named and refused (its fault is already found), else the cleaned text. */
export type ClaimValue = string | null | undefined;

/** What a record says, in one shape for all formats, before any rule. */
export type Claim = Record<ClaimField, ClaimValue>;

/** Where a field stands in the sender's own record: JSON Pointers. */
export type Pointers = Readonly<Record<ClaimField, string>>;

/** The fields that say who somebody is: the same in a stay and in a register's record, and checked by the same rules. */
export type PersonField = Extract<
  ClaimField,
  'fullName' | 'birthDate' | 'birthPrecision' | 'sex' | 'nationality' | 'documentKind' | 'documentNumber' | 'formerNumber' | 'issuingState' | 'documentName' | 'phone'
>;
export type PersonClaim = Readonly<Record<PersonField, ClaimValue>>;
export type PersonPointers = Readonly<Record<PersonField, string>>;

export const emptyClaim = (): Claim => ({
  ref: undefined, revision: undefined, qr: undefined, fullName: undefined, birthDate: undefined, sex: undefined, nationality: undefined, documentKind: undefined, documentNumber: undefined,
  formerNumber: undefined, issuingState: undefined, documentName: undefined, phone: undefined, residenceStatus: undefined, province: undefined, ward: undefined, address: undefined, arrival: undefined,
  expectedDeparture: undefined, departure: undefined, permittedUntil: undefined, room: undefined, reason: undefined, reasonText: undefined, note: undefined, notifiedAt: undefined, captured: undefined,
  correctionReason: undefined, birthPrecision: undefined, change: undefined,
});

/** The value, if the field has one that was not refused. */
export const textOf = (value: ClaimValue): string | undefined => (value === undefined || value === null || value === '' ? undefined : value);

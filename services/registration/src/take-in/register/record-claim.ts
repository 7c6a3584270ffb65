import type { ClaimValue, PersonField } from '../fields/claim.ts';

/** Every field that a record of a register can carry beside those of the person, under one name in all shapes. */
export const ownFields = [
  'ref', 'revision', 'change', 'on', 'until', 'cause', 'ends', 'kind', 'ethnicityScheme', 'ethnicity', 'unit', 'formerUnit', 'hamlet', 'address', 'household', 'relation', 'absenceCase', 'absenceDestination', 'destination',
  'status', 'position', 'occupation', 'industryScheme', 'industry', 'contract', 'socialInsurance', 'unemploymentInsurance', 'training', 'unemployedSince', 'note', 'withdrawalReason',
] as const;
export type RecordField = PersonField | (typeof ownFields)[number];

/** What a record of a register says, in one shape for all formats, before any rule. */
export type RecordClaim = Record<RecordField, ClaimValue>;
export type RecordPointers = Readonly<Record<RecordField, string>>;

export const emptyRecord = (): RecordClaim => ({
  ref: undefined, revision: undefined, change: undefined, on: undefined, until: undefined, cause: undefined, ends: undefined, kind: undefined, fullName: undefined, birthDate: undefined, birthPrecision: undefined,
  sex: undefined, nationality: undefined, ethnicityScheme: undefined, ethnicity: undefined, documentKind: undefined, documentNumber: undefined, formerNumber: undefined, issuingState: undefined, documentName: undefined,
  phone: undefined, unit: undefined, formerUnit: undefined, hamlet: undefined, address: undefined, household: undefined, relation: undefined, absenceCase: undefined, absenceDestination: undefined,
  destination: undefined, status: undefined, position: undefined, occupation: undefined, industryScheme: undefined, industry: undefined, contract: undefined, socialInsurance: undefined,
  unemploymentInsurance: undefined, training: undefined, unemployedSince: undefined, note: undefined, withdrawalReason: undefined,
});

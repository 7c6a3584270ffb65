import { birthText } from '@da06/domain';
import { textOf, type ClaimValue } from '../fields/claim.ts';
import type { CheckedPerson } from '../rules/check-person.ts';
import type { RecordClaim } from './record-claim.ts';

/** What is sealed of a record, in the record's own nesting. Texts without a value are left out. */
export type RecordIdentity = {
  readonly person: {
    readonly fullName?: string;
    readonly birthDate?: string;
    readonly document?: Readonly<Record<string, string>>;
    readonly phone?: string;
    readonly ethnicity?: { readonly scheme: '2008'; readonly code: string };
  };
  readonly hamlet?: string;
  readonly address?: string;
  readonly household?: { readonly number: string };
  readonly absence?: { readonly case: string; readonly destination?: string };
  readonly note?: string;
};

const named = <Name extends string>(name: Name, value: ClaimValue): { readonly [key in Name]?: string } => {
  const text = textOf(value);
  return text === undefined ? {} : ({ [name]: text } as { readonly [key in Name]: string });
};

/** The parts of a record that may not be stored in clear; `ethnicity` is a code of 2008. */
export const recordIdentity = (claim: RecordClaim, { birth, papers, phone }: CheckedPerson, ethnicity: string | undefined): RecordIdentity => {
  const household = textOf(claim.household);
  const absenceCase = textOf(claim.absenceCase);
  return {
    person: {
      ...named('fullName', claim.fullName),
      ...(birth === undefined ? {} : { birthDate: birthText(birth) }),
      ...(papers === undefined ? {} : { document: { kind: papers.kind, number: papers.number, issuingState: papers.issuingState, ...named('formerNumber', papers.former), ...named('name', claim.documentName) } }),
      ...named('phone', phone),
      ...(ethnicity === undefined ? {} : { ethnicity: { scheme: '2008', code: ethnicity } }),
    },
    ...named('hamlet', claim.hamlet), ...named('address', claim.address),
    ...(household === undefined ? {} : { household: { number: household } }),
    ...(absenceCase === undefined ? {} : { absence: { case: absenceCase, ...named('destination', claim.absenceDestination) } }),
    ...named('note', claim.note),
  };
};

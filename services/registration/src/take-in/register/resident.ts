import { ageOn, birthText, isBirthRegisteredLate, type BirthDate } from '@da06/domain';
import { absenceDeclaredType, birthRegisteredType, deathRegisteredType, householdChangedType, residenceEndedType, residenceMovedType, residenceRegisteredType } from '@da06/events';
import { blankRefused, refuses, type Outcome } from '../draft/outcome.ts';
import { textOf } from '../fields/claim.ts';
import { readClaim, requireFields, type JsonObject } from '../fields/read-claim.ts';
import type { Finding } from '../types.ts';
import { checkChange } from './change-rules.ts';
import { readUntil, tell, type Telling } from './check-days.ts';
import { checkEthnicity } from './check-ethnicity.ts';
import { checkHousehold, type Household } from './check-household.ts';
import { checkAfterBirth, checkRecord, type CheckedRecord } from './check-record.ts';
import type { RecordShape, RegisterPreparing } from './preparing.ts';
import type { RecordClaim } from './record-claim.ts';
import { recordDraft } from './record-draft.ts';
import { factOf } from './record-fact.ts';
import { recordIdentity } from './record-identity.ts';
import { changes, type Change } from './resident-fields.ts';
import { residentTable } from './tables.ts';

/** Prepares a record of the register of residents: reads, checks every rule, and makes the draft if nothing refuses it. */
export const prepareResident = (received: JsonObject, shape: RecordShape, before: readonly Finding[], preparing: RegisterPreparing): Outcome => {
  const { setting, ref: given } = preparing;
  const found: Finding[] = [...before];
  const { pointers, required, requiredBesideRef } = residentTable;
  const claim = readClaim(received, residentTable, found);
  if (before.length > 0) blankRefused(claim, residentTable, before);
  const telling: Telling = { claim, pointers, found };
  requireFields(claim, given === undefined ? required : requiredBesideRef, found);
  const change = changes.find((name) => name === claim.change);
  if (change !== undefined) checkChange(telling, change);

  const record = checkRecord(telling, setting, given);
  const { ref, on, person } = record;
  const until = on === undefined ? '' : readUntil(telling, on, change !== 'absence');
  if (change === 'birth') checkBirth(telling, on, person.birth);
  else checkAfterBirth(telling, on, person.birth);
  const ethnicity = checkEthnicity(telling);
  const household = checkHousehold(telling, setting);
  if (refuses(found) || change === undefined || on === undefined) return { ref, found };
  const { type, own } = eventOf(change, claim, until, household);
  const papers = change === 'birth' ? undefined : person.papers;
  return {
    ref, found,
    draft: recordDraft({ type, ref, on, unit: record.unit ?? '', papers, ends: endsSomething(change, record.unit), members: { ...(change === 'birth' ? birthOf(record) : factOf(record)), ...own }, identity: recordIdentity(claim, person, ethnicity) }, telling, shape, preparing),
  };
};

/** Everything else says that somebody comes to, or lives in, the unit that it names. */
const endsSomething = (change: Change, unit: string | undefined): boolean => (change === 'move' && unit === undefined) || change === 'end' || change === 'absence' || change === 'return' || change === 'death';

/** A birth is told by its month: it must be known, and its day, if told, not lie after the registration. */
const checkBirth = (telling: Telling, on: string | undefined, birth: BirthDate | undefined): void => {
  if (birth === undefined) return;
  if (birth.month === 0) tell(telling, 'birthDate', 'birth.month-missing');
  else if (on !== undefined && ageOn(birth, on) < 0) tell(telling, 'birthDate', 'birth.after-registration');
  else if (on !== undefined && isBirthRegisteredLate(birth, on)) tell(telling, 'on', 'birth.registered-late');
};

const birthOf = ({ person, on, unit, formerUnit }: CheckedRecord): Readonly<Record<string, unknown>> => ({
  on, month: person.birth === undefined ? '' : birthText(person.birth).slice(0, 7), sex: person.sex, unit, formerUnit,
});

/** The event a change becomes, and what its data have beside the person. */
const eventOf = (change: Change, claim: RecordClaim, until: string, household: Household): { readonly type: string; readonly own: Readonly<Record<string, unknown>> } => {
  const cause = textOf(claim.cause);
  switch (change) {
    case 'permanent':
      return { type: residenceRegisteredType, own: { kind: 'permanent', cause, until: '', ...household } };
    case 'temporary':
      return { type: residenceRegisteredType, own: { kind: 'temporary', cause, until, ...household } };
    case 'renewal':
      return { type: residenceRegisteredType, own: { kind: 'temporary', cause: 'renewal', until, ...household } };
    case 'move':
      return { type: residenceMovedType, own: { destination: claim.destination, ...household } };
    case 'end':
      return { type: residenceEndedType, own: { kind: textOf(claim.ends) ?? 'permanent', cause } };
    case 'return':
      return { type: residenceEndedType, own: { kind: 'absence', cause: 'returned' } };
    case 'absence':
      return { type: absenceDeclaredType, own: { until } };
    case 'household':
      return { type: householdChangedType, own: { kind: textOf(claim.kind) ?? 'permanent', ...household } };
    case 'birth':
      return { type: birthRegisteredType, own: {} };
    case 'death':
      return { type: deathRegisteredType, own: {} };
  }
};

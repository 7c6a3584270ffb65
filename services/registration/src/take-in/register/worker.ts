import { ageOn } from '@da06/domain';
import { workerDeclaredType } from '@da06/events';
import { blankRefused, refuses, type Outcome } from '../draft/outcome.ts';
import { textOf } from '../fields/claim.ts';
import { readClaim, requireFields, type JsonObject } from '../fields/read-claim.ts';
import type { Finding } from '../types.ts';
import { passOver } from './change-rules.ts';
import { readDay, tell, type Telling } from './check-days.ts';
import { checkIndustry, checkOccupation } from './check-industry.ts';
import { checkAfterBirth, checkRecord } from './check-record.ts';
import type { RecordShape, RegisterPreparing } from './preparing.ts';
import type { RecordField } from './record-claim.ts';
import { recordDraft } from './record-draft.ts';
import { factOf } from './record-fact.ts';
import { recordIdentity } from './record-identity.ts';
import { workerTable } from './tables.ts';

const ofWork: readonly RecordField[] = ['position', 'occupation', 'industryScheme', 'industry', 'contract', 'unemploymentInsurance'];
/** Fields that do not fit a status: they are told of others. */
const unused: Readonly<Record<string, readonly RecordField[]>> = {
  employed: ['unemployedSince'],
  unemployed: ofWork,
  inactive: [...ofWork, 'unemployedSince'],
  left: [...ofWork, 'socialInsurance', 'training', 'unemployedSince'],
};

/** From this age on people work (Labour Code 45/2019/QH14, art. 3.1); what children under it may do is narrow (art. 145). */
const workingAge = 15;

/** Prepares a record of the register of workers. */
export const prepareWorker = (received: JsonObject, shape: RecordShape, before: readonly Finding[], preparing: RegisterPreparing): Outcome => {
  const { setting, ref: given } = preparing;
  const found: Finding[] = [...before];
  const { pointers, required, requiredBesideRef } = workerTable;
  const claim = readClaim(received, workerTable, found);
  if (before.length > 0) blankRefused(claim, workerTable, before);
  const telling: Telling = { claim, pointers, found };
  requireFields(claim, given === undefined ? required : requiredBesideRef, found);
  const status = textOf(claim.status);
  passOver(telling, unused[status ?? ''] ?? []);

  const record = checkRecord(telling, setting, given);
  const { ref, on, person, unit } = record;
  checkAfterBirth(telling, on, person.birth);
  if (status !== 'left' && on !== undefined && person.birth !== undefined && ageOn(person.birth, on) < workingAge) tell(telling, 'birthDate', 'worker.under-15');
  if (status === 'employed' && (claim.position === undefined || claim.position === null)) tell(telling, 'position', 'worker.position-missing');
  const unemployedSince = readDay(telling, 'unemployedSince') ?? '';
  if (on !== undefined && unemployedSince > on) tell(telling, 'unemployedSince', 'worker.unemployed-since-after-on');
  const occupation = checkOccupation(telling);
  const industry = checkIndustry(telling);
  if (refuses(found) || on === undefined) return { ref, found };
  const own = {
    status, position: textOf(claim.position) ?? '', occupation, industry, contract: textOf(claim.contract) ?? '', socialInsurance: textOf(claim.socialInsurance) ?? '',
    unemploymentInsurance: textOf(claim.unemploymentInsurance) ?? '', training: textOf(claim.training) ?? '', unemployedSince,
  };
  const accepted = { type: workerDeclaredType, ref, on, unit: unit ?? '', papers: person.papers, ends: status === 'left', members: { ...factOf(record), ...own }, identity: recordIdentity(claim, person, undefined) };
  return { ref, found, draft: recordDraft(accepted, telling, shape, preparing) };
};

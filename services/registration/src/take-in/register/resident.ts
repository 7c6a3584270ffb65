import { instant, localMidnight } from '@da06/domain';
import { residenceRegisteredType } from '@da06/events';
import { sealedJson } from '../draft/data-json.ts';
import { blankRefused, refuses, stored, type Outcome } from '../draft/outcome.ts';
import { revisionOf } from '../draft/groups.ts';
import { textOf } from '../fields/claim.ts';
import { readClaim, requireFields, type JsonObject } from '../fields/read-claim.ts';
import { checkPerson } from '../rules/check-person.ts';
import { checkRef } from '../rules/check-ref.ts';
import type { Finding } from '../types.ts';
import { residentTable } from './tables.ts';
import { readOn } from './check-days.ts';
import { checkUnit } from './check-unit.ts';
import { placeOfRegister, prefixOf } from './register-setting.ts';
import type { RecordShape, RegisterPreparing } from './preparing.ts';
import { membersJson, recordHead } from './record-data.ts';

/** Prepares a record of the register of residents. */
export const prepareResident = (received: JsonObject, shape: RecordShape, before: readonly Finding[], { setting, sealer, ref: given }: RegisterPreparing): Outcome => {
  const found: Finding[] = [...before];
  const { pointers, required, requiredBesideRef } = residentTable;
  const claim = readClaim(received, residentTable, found);
  if (before.length > 0) blankRefused(claim, residentTable, before);
  requireFields(claim, given === undefined ? required : requiredBesideRef, found);
  const telling = { claim, pointers, found };
  const on = readOn(telling, setting.today);
  const person = checkPerson(claim, pointers, setting, on ?? setting.today, found);
  const unit = checkUnit(telling, on ?? setting.today, setting);
  const named = textOf(claim.ref);
  if (given !== undefined && named !== undefined && named !== given) found.push({ pointer: pointers.ref, code: 'ref.mismatch', received: named });
  const ref = given ?? named ?? '';
  if (ref !== '') checkRef({ ref, number: person.papers?.number ?? '', phone: person.phone ?? '', pointer: pointers.ref }, found);
  if (refuses(found) || on === undefined || person.papers === undefined) return { ref, found };

  const { hashes, register } = setting;
  const personKey = hashes.personKey(person.papers);
  const registrationNumber = hashes.registrationNumber(placeOfRegister(register), ref, prefixOf(register));
  const identity = { person: { fullName: textOf(claim.fullName), birthDate: textOf(claim.birthDate), document: person.papers } };
  const fact = {
    personKey, sex: person.sex, birthYear: person.birth?.year, nationality: person.nationality, on, unit: unit ?? '', formerUnit: '',
    kind: 'permanent', cause: textOf(claim.cause) ?? 'other', until: '', household: '', relation: textOf(claim.relation) ?? '',
  };
  const contentMac = hashes.mac('content', register, JSON.stringify([identity, fact]));
  return {
    ref, found,
    draft: {
      kind: 'check-in', type: residenceRegisteredType, ref, registrationNumber, revision: revisionOf(claim), time: instant(localMidnight(on)), sets: [], contentMac,
      dataJson: `${recordHead(register, shape, ref, registrationNumber)},${membersJson(fact)}${sealedJson(sealer.seal(personKey, identity))},"contentMac":"${contentMac}"`,
      storedFaults: stored(found), personKey, late: false, syncedLate: false, unit: fact.unit,
    },
  };
};

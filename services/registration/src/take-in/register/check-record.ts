import { birthText, foldName, isAfterBirth, type BirthDate } from '@da06/domain';
import { textOf } from '../fields/claim.ts';
import { checkPerson, type CheckedPerson } from '../rules/check-person.ts';
import { checkRef } from '../rules/check-ref.ts';
import { readOn, tell, type Telling } from './check-days.ts';
import { checkFormerUnit, checkUnit } from './check-unit.ts';
import type { RegisterSetting } from './register-setting.ts';

/** What every record of a register says, after the rules; a part that was not named or was refused is undefined. */
export type CheckedRecord = { readonly ref: string; readonly on: string | undefined; readonly person: CheckedPerson; readonly unit: string | undefined; readonly formerUnit: string };

/** Checks what the records of both registers have: reference, day, person and unit. `given` is the address's reference. */
export const checkRecord = (telling: Telling, setting: RegisterSetting, given: string | undefined): CheckedRecord => {
  const { claim, pointers, found } = telling;
  const on = readOn(telling, setting.today);
  const person = checkPerson(claim, pointers, setting, on ?? setting.today, found);
  const unit = checkUnit(telling, on ?? setting.today, setting);
  const formerUnit = checkFormerUnit(telling, unit, setting);
  return { ref: refOf(telling, person, given), on, person, unit, formerUnit };
};

/** A residence or work that began on the day of birth would tell that day, which is sealed. */
export const checkAfterBirth = (telling: Telling, on: string | undefined, birth: BirthDate | undefined): void => {
  if (on !== undefined && birth !== undefined && !isAfterBirth(on, birth)) tell(telling, 'on', 'record.not-after-birth');
};

const refOf = (telling: Telling, person: CheckedPerson, given: string | undefined): string => {
  const { claim, pointers, found } = telling;
  const named = textOf(claim.ref);
  if (given !== undefined && named !== undefined && named !== given) tell(telling, 'ref', 'ref.mismatch');
  const ref = given ?? named ?? '';
  if (ref !== '') checkRef({ ref, number: person.papers?.number ?? '', phone: person.phone ?? '', pointer: pointers.ref, others: tellingTexts(telling, person) }, found);
  return ref;
};

/** Old number, name and day of birth as a reference could hold them: it is stored in clear. */
const tellingTexts = ({ claim }: Telling, { papers, birth }: CheckedPerson): readonly string[] => {
  const [year = '', month = '', day = ''] = birth === undefined || birth.day === 0 ? [] : birthText(birth).split('-');
  return [papers?.former ?? '', foldName(textOf(claim.fullName) ?? ''), `${year}${month}${day}`, `${day}${month}${year}`];
};

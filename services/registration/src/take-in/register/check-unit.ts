import { daysBetween } from '@da06/domain';
import type { Locality } from '@da06/reference';
import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';
import type { RegisterSetting } from './register-setting.ts';

type Unit = Locality['units'][number];

/** A code of just before or after a reform is understood for so long: forms and software keep the old ones. */
const mappingDays = 365;

/** uid of the unit a record names: by uid, or by a GSO code read on the record's day. Undefined if there is none. */
export const checkUnit = (telling: Telling, on: string, setting: Pick<RegisterSetting, 'locality' | 'ownUnits'>): string | undefined => {
  const sent = textOf(telling.claim.unit);
  if (sent === undefined) return undefined;
  const unit = setting.locality.unitByUid(sent) ?? unitOfCode(sent, on, telling, setting);
  if (unit === undefined) {
    tell(telling, 'unit', 'unit.unknown');
    return undefined;
  }
  if (unit.level !== 'commune') tell(telling, 'unit', 'unit.not-commune');
  else if (unit.uid === sent && !setting.locality.isUnitValid(unit.uid, on)) tell(telling, 'unit', 'unit.not-valid-then');
  if (setting.ownUnits?.has(unit.uid) === false) tell(telling, 'unit', 'record.not-your-unit');
  return unit.uid;
};

const unitOfCode = (code: string, on: string, telling: Telling, { locality }: Pick<RegisterSetting, 'locality'>): Unit | undefined => {
  const valid = locality.unitAt(code, on);
  if (valid !== undefined) return valid;
  const near = locality.units
    .filter((unit) => unit.code === code && unit.level === 'commune')
    .map((unit) => ({ unit, days: daysAway(unit, on) }))
    .filter(({ days }) => days <= mappingDays)
    .sort((a, b) => a.days - b.days)[0];
  if (near !== undefined) tell(telling, 'unit', 'unit.code-of-other-time');
  return near?.unit;
};

/** uid of the unit of before in which the address lies; '' = not told, or not one that the unit was made of: then it would put the person into a wrong place. */
export const checkFormerUnit = (telling: Telling, unit: string | undefined, { locality }: RegisterSetting): string => {
  const sent = textOf(telling.claim.formerUnit);
  if (sent === undefined || unit === undefined || sent === unit) return '';
  const former = locality.units.find(({ uid, code, level, successors }) => level === 'commune' && (uid === sent || code === sent) && successors.includes(unit));
  if (former === undefined) tell(telling, 'formerUnit', 'unit.former-not-part');
  return former?.uid ?? '';
};

/** How many days lie between a day and the unit's time. */
const daysAway = ({ valid_from, valid_to }: Unit, day: string): number =>
  valid_from !== null && day < valid_from ? daysBetween(day, valid_from) : valid_to !== null && day > valid_to ? daysBetween(valid_to, day) : 0;

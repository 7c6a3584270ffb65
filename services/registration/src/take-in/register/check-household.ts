import { householdRelation } from '@da06/reference';
import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';
import type { RegisterSetting } from './register-setting.ts';

/** A household as it is stored in clear: the keyed hash of its number, '' = not told, and the relation to its head. */
export type Household = { readonly household: string; readonly relation: string };

/** The number counts without case, blanks and signs; the unit has no part in it, so that a household stays one through a reform. */
export const checkHousehold = (telling: Telling, { hashes }: RegisterSetting): Household => {
  const { claim, pointers, found } = telling;
  const number = textOf(claim.household)?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (number === '') tell(telling, 'household', 'field.format');
  const told = textOf(claim.relation);
  const relation = told === undefined ? '' : householdRelation(told);
  if (relation === undefined) tell(telling, 'relation', 'field.not-allowed-value');
  else if (relation !== '' && number === undefined && !found.some(({ pointer }) => pointer === pointers.household)) found.push({ pointer: pointers.household, code: 'household.number-missing' });
  return { household: number === undefined || number === '' ? '' : hashes.mac('household', number), relation: relation ?? '' };
};

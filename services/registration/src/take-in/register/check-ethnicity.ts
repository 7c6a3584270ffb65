import { readEthnicity } from '@da06/reference';
import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';

/** The ethnic group by its code of 2008 (dossier 3.2); undefined if none is told. A code alone is taken only where both lists agree on it. */
export const checkEthnicity = (telling: Telling): string | undefined => {
  const { claim, pointers, found } = telling;
  const text = textOf(claim.ethnicity);
  if (text === undefined) return undefined;
  const scheme = textOf(claim.ethnicityScheme);
  const reading = readEthnicity(text, scheme === '2008' || scheme === '1979' ? scheme : undefined);
  // A list that is none is named already.
  if (reading.status === 'scheme-missing' && claim.ethnicityScheme !== '') found.push({ pointer: pointers.ethnicityScheme, code: 'ethnicity.scheme-missing' });
  if (reading.status === 'unknown') tell(telling, 'ethnicity', 'ethnicity.unknown');
  return reading.status === 'read' ? reading.code : undefined;
};

import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';
import type { RegisterSetting } from './register-setting.ts';

/** The ethnic group by its code of 2008 (dossier 3.2); undefined if none is told. A code alone is taken only where both lists agree on it. */
export const checkEthnicity = (telling: Telling, { lists }: RegisterSetting): string | undefined => {
  const { claim, pointers, found } = telling;
  const text = textOf(claim.ethnicity);
  if (text === undefined) return undefined;
  const scheme = textOf(claim.ethnicityScheme);
  const code = lists.ethnicity(text, scheme === '2008' || scheme === '1979' ? scheme : undefined);
  if (code === 'ambiguous') found.push({ pointer: pointers.ethnicityScheme, code: 'ethnicity.scheme-missing' });
  else if (code === undefined) tell(telling, 'ethnicity', 'ethnicity.unknown');
  return code;
};

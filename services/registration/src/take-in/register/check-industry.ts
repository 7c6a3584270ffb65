import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';
import type { RegisterSetting } from './register-setting.ts';

/** An industry as it was told, and its sections in both classifications; all '' = not told. */
type Industry = { readonly scheme: 'vsic-2018' | 'vsic-2025' | ''; readonly code: string; readonly section2018: string; readonly section2025: string; readonly exact: boolean };

const notTold: Industry = { scheme: '', code: '', section2018: '', section2025: '', exact: true };

/** Finds the sections of an industry: its code means nothing without its classification (dossier 3.4). */
export const checkIndustry = (telling: Telling, { lists }: RegisterSetting): Industry => {
  const { claim, pointers, found } = telling;
  const code = textOf(claim.industry)?.toUpperCase();
  const scheme = textOf(claim.industryScheme);
  if (code === undefined) return notTold;
  if (scheme !== 'vsic-2018' && scheme !== 'vsic-2025') {
    // A classification that is none is named already.
    if (claim.industryScheme !== '') found.push({ pointer: pointers.industryScheme, code: 'industry.scheme-missing' });
    return notTold;
  }
  const sections = lists.industry(scheme, code);
  if (sections === undefined) tell(telling, 'industry', 'industry.unknown');
  return sections === undefined ? notTold : { scheme, code, ...sections };
};

/** The occupation's code, '' = not told. */
export const checkOccupation = (telling: Telling, { lists }: RegisterSetting): string => {
  const code = textOf(telling.claim.occupation);
  if (code === undefined) return '';
  if (!lists.isOccupation(code)) tell(telling, 'occupation', 'occupation.unknown');
  return code;
};

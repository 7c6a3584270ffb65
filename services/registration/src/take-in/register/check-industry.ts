import { industrySections, occupationGroup, type IndustryScheme, type IndustrySections } from '@da06/reference';
import { textOf } from '../fields/claim.ts';
import { tell, type Telling } from './check-days.ts';

/** An industry as it was told, and its sections in both classifications; all '' = not told. */
type Industry = IndustrySections & { readonly scheme: IndustryScheme | ''; readonly code: string };

const notTold: Industry = { scheme: '', code: '', section2018: '', section2025: '', exact: true };

/** Finds the sections of an industry: its code means nothing without its classification (dossier 3.4). */
export const checkIndustry = (telling: Telling): Industry => {
  const { claim, pointers, found } = telling;
  const code = textOf(claim.industry)?.toUpperCase();
  const scheme = textOf(claim.industryScheme);
  if (code === undefined) return notTold;
  if (scheme !== 'vsic-2018' && scheme !== 'vsic-2025') {
    // A classification that is none is named already.
    if (claim.industryScheme !== '') found.push({ pointer: pointers.industryScheme, code: 'industry.scheme-missing' });
    return notTold;
  }
  const sections = industrySections(scheme, code);
  if (sections === undefined) tell(telling, 'industry', 'industry.unknown');
  return sections === undefined ? notTold : { scheme, code, ...sections };
};

/** The occupation's code, '' = not told. */
export const checkOccupation = (telling: Telling): string => {
  const code = textOf(telling.claim.occupation);
  if (code === undefined) return '';
  if (occupationGroup(code) === undefined) tell(telling, 'occupation', 'occupation.unknown');
  return code;
};

import { movedCodes, sections2018, sections2025, type IndustryScheme, type Section, type Target } from './industry-sections.ts';

/** A code's section in both classifications; `exact` = the code alone decides both. */
export type IndustrySections = { readonly section2018: string; readonly section2025: string; readonly exact: boolean };

/**
 * The sections of a code of VSIC: a section's letter, or 2 to 5 digits of which the first two are the division. Undefined if the scheme has no such section or division; groups and classes are not checked.
 * Where a code goes into several sections of the other scheme, the section that takes the larger part is given, not as exact.
 */
export const industrySections = (scheme: IndustryScheme, code: string): IndustrySections | undefined => {
  const from = scheme === 'vsic-2018' ? sections2018 : sections2025;
  const section = /^[A-V]$/.test(code) ? from.find(({ code: letter }) => letter === code) : /^\d{2,5}$/.test(code) ? sectionOfDivision(from, code.slice(0, 2)) : undefined;
  if (section === undefined) return undefined;
  const { section: other, exact } = targetOf(scheme, code, section);
  return scheme === 'vsic-2018' ? { section2018: section.code, section2025: other, exact } : { section2018: other, section2025: section.code, exact };
};

const sectionOfDivision = (sections: readonly Section[], division: string): Section | undefined => sections.find(({ divisions: [first, last] }) => first <= division && division <= last && !noDivisions.has(division));

/** Numbers between the divisions that neither classification uses. */
const noDivisions: ReadonlySet<string> = new Set(['04', '34', '40', '44', '48', '54', '57', '67', '76', '83', '89']);

const targetOf = (scheme: IndustryScheme, code: string, from: Section): Target => {
  const told = longestPrefix(movedCodes[scheme], code);
  if (told !== undefined) return told;
  const other = scheme === 'vsic-2018' ? sections2025 : sections2018;
  const division = /^\d/.test(code) ? code.slice(0, 2) : from.divisions[0];
  return { section: sectionOfDivision(other, division)?.code ?? '', exact: true };
};

const longestPrefix = (moved: ReadonlyMap<string, Target>, code: string): Target | undefined => {
  for (let length = code.length; length > 0; length -= 1) {
    const found = moved.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The sections of a classification with their names. */
export const industrySectionNames = (scheme: IndustryScheme): readonly { readonly code: string; readonly vi: string }[] => (scheme === 'vsic-2018' ? sections2018 : sections2025).map(({ code, vi }) => ({ code, vi }));

import type { Locality } from '@da06/reference';

/** The lists of codes that records of the registers are checked by. */
export type RecordLists = {
  /** The code of 2008 of an ethnic group told by code or name; `ambiguous` = a code that means two groups and whose list is not told. */
  readonly ethnicity: (text: string, scheme: '2008' | '1979' | undefined) => string | undefined;
  /** An industry's sections in both classifications ('' = unknown), and whether its code alone decides them; undefined = the classification has no such code. */
  readonly industry: (scheme: 'vsic-2018' | 'vsic-2025', code: string) => { readonly section2018: string; readonly section2025: string; readonly exact: boolean } | undefined;
  /** Whether a code begins with a major group of VSCO 2020. */
  readonly isOccupation: (code: string) => boolean;
  /** A relation to the head of a household by our name of it, from that or from a Vietnamese word. */
  readonly relation: (text: string) => string | undefined;
};

const relations = ['head', 'spouse', 'child', 'parent', 'sibling', 'grandchild', 'other'];
const sameInBothLists = ['01', '02', '03', '05', '07', '08', '09', '10', '20', '22', '28', '30', '42', '44', '47', '50', '51'];

export const recordListsOf = (_locality: Locality): RecordLists => ({
  ethnicity: (text, scheme) => (!/^\d\d$/.test(text) || Number(text) < 1 || Number(text) > 54 ? undefined : scheme === '2008' || sameInBothLists.includes(text) ? text : 'ambiguous'),
  industry: (_scheme, code) => (/^[A-J]$/.test(code) ? { section2018: code, section2025: code, exact: true } : undefined),
  isOccupation: (code) => /^\d{1,5}$/.test(code),
  relation: (text) => relations.find((relation) => relation === text.toLowerCase()),
});

import { foldName } from '@da06/domain';

/** What a member is to the head of the household, as the forms of residence tell it. */
export const householdRelations = [
  { code: 'head', vi: 'Chủ hộ', also: [] },
  { code: 'spouse', vi: 'Vợ hoặc chồng', also: ['Vợ', 'Chồng', 'Vợ, chồng', 'Vợ/chồng'] },
  { code: 'child', vi: 'Con', also: ['Con đẻ', 'Con ruột', 'Con nuôi', 'Con trai', 'Con gái'] },
  { code: 'parent', vi: 'Cha hoặc mẹ', also: ['Cha', 'Mẹ', 'Bố', 'Ba', 'Má', 'Cha đẻ', 'Mẹ đẻ', 'Bố đẻ', 'Cha, mẹ', 'Cha/mẹ', 'Cha mẹ'] },
  { code: 'sibling', vi: 'Anh, chị, em', also: ['Anh', 'Chị', 'Em', 'Anh ruột', 'Chị ruột', 'Em ruột', 'Anh chị em'] },
  { code: 'grandchild', vi: 'Cháu nội hoặc ngoại', also: ['Cháu nội', 'Cháu ngoại'] },
  { code: 'other', vi: 'Quan hệ khác', also: ['Khác'] },
] as const;
export type HouseholdRelation = (typeof householdRelations)[number]['code'];

const byWord: ReadonlyMap<string, HouseholdRelation> = new Map(householdRelations.flatMap(({ code, vi, also }) => [code, vi, ...also].map((word) => [foldName(word), code] as const)));

/** A relation from its code or from the Vietnamese words of the forms; "cháu" alone is a grandchild or a nephew and is not read. Undefined if unknown. */
export const householdRelation = (text: string): HouseholdRelation | undefined => byWord.get(foldName(text));

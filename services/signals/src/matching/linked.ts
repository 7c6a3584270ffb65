import type { Told } from '@da06/domain';
import type { Known } from '../known/known.ts';

/** The one card an old paper belongs to; none when it was seen with several (architecture.md, Identities). */
const soleCard = (known: Pick<Known, 'cardsOf'>, paper: string): { readonly card: string; readonly told: Told } | undefined => {
  const [link, another] = known.cardsOf(paper);
  return another === undefined ? link : undefined;
};

/** A paper with all others of the same person, itself among them. */
export const papersOfPerson = (known: Pick<Known, 'cardsOf' | 'papersOf'>, hash: string): readonly string[] => {
  const card = soleCard(known, hash)?.card ?? hash;
  const others = known.papersOf(card).filter((paper) => soleCard(known, paper) !== undefined);
  return others.length === 0 && card === hash ? [hash] : [...new Set([hash, card, ...others])];
};

/** When it was known that two papers are of one person; undefined where they are the same paper. */
export const linkOf = (known: Pick<Known, 'cardsOf'>, one: string, other: string): Told | undefined => {
  if (one === other) return undefined;
  const [a, b] = [soleCard(known, one)?.told, soleCard(known, other)?.told];
  return a === undefined || (b !== undefined && b.sequence > a.sequence) ? b : a;
};

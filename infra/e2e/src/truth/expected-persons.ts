import type { Truth, TruthPaper } from '@da06/simulator';

/** Who a paper stands for, as a text: the card that it was seen with if that is one only, else the paper itself. */
export type PersonOf = (paper: TruthPaper) => string;

const named = (kind: string, state: string, number: string): string => `${kind} ${state} ${number}`;

/** Old papers with the cards they were seen with. */
const cardsOfPapers = ({ links }: Truth): Map<string, Set<string>> => {
  const cards = new Map<string, Set<string>>();
  for (const { cmnd, cccd } of links) cards.set(cmnd, (cards.get(cmnd) ?? new Set()).add(cccd));
  return cards;
};

export const personsOf = (truth: Truth): PersonOf => {
  const cards = cardsOfPapers(truth);
  return ({ kind, number, issuingState }) => {
    const own = kind === 'cmnd' ? cards.get(number) : undefined;
    return own?.size === 1 ? named('cccd', 'VNM', [...own][0] ?? '') : named(kind, issuingState, number);
  };
};

/** Rows of `person_links`: old paper, who it stands for, whether that is in doubt. */
export const expectedLinks = (truth: Truth): { readonly cmnd_key: string; readonly person_key: string; readonly ambiguous: boolean }[] =>
  [...cardsOfPapers(truth)].map(([cmnd, cards]) => {
    const paper = named('cmnd', 'VNM', cmnd);
    return { cmnd_key: paper, person_key: cards.size === 1 ? named('cccd', 'VNM', [...cards][0] ?? '') : paper, ambiguous: cards.size > 1 };
  });

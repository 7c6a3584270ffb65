import type { PopulationTruth, TruthPaper } from '@da06/simulator';

/** Who a paper stands for, as a text: the card that it was seen with if that is one only, else the paper itself. */
export type PersonOf = (paper: TruthPaper) => string;

const named = (kind: string, state: string, number: string): string => `${kind} ${state} ${number}`;

/** Papers that stays and records were told with. */
export type Linked = { readonly links: readonly { readonly cmnd: string; readonly cccd: string }[] };

/** What records of residents and workers tell of two papers of one person, once each. */
export const linksOfRecords = ({ records }: Pick<PopulationTruth, 'records'>): Linked['links'] => {
  const links = records.flatMap((record) => ('formerNumber' in record && record.formerNumber !== '' ? [{ cmnd: record.formerNumber, cccd: record.paper.number }] : []));
  return [...new Map(links.map((link) => [`${link.cmnd} ${link.cccd}`, link])).values()];
};

/** Old papers with the cards they were seen with. */
const cardsOfPapers = ({ links }: Linked): Map<string, Set<string>> => {
  const cards = new Map<string, Set<string>>();
  for (const { cmnd, cccd } of links) cards.set(cmnd, (cards.get(cmnd) ?? new Set()).add(cccd));
  return cards;
};

export const personsOf = (truth: Linked): PersonOf => {
  const cards = cardsOfPapers(truth);
  return ({ kind, number, issuingState }) => {
    const own = kind === 'cmnd' ? cards.get(number) : undefined;
    return own?.size === 1 ? named('cccd', 'VNM', [...own][0] ?? '') : named(kind, issuingState, number);
  };
};

/** Rows of `person_links`: old paper, who it stands for, whether that is in doubt. */
export const expectedLinks = (truth: Linked): { readonly cmnd_key: string; readonly person_key: string; readonly ambiguous: boolean }[] =>
  [...cardsOfPapers(truth)].map(([cmnd, cards]) => {
    const paper = named('cmnd', 'VNM', cmnd);
    return { cmnd_key: paper, person_key: cards.size === 1 ? named('cccd', 'VNM', [...cards][0] ?? '') : paper, ambiguous: cards.size > 1 };
  });

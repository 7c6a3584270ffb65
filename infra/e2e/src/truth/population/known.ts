import type { Facts, Link, Told } from './facts.ts';

/** What is known at the end of a local day: the record that counts of each reference, those that are withdrawn left out. */
export const knownAt = ({ told }: Pick<Facts, 'told'>, day: string): Told[] => {
  const newest = new Map<string, Told>();
  for (const one of told) {
    if (one.recordedOn > day) continue;
    const key = `${one.register}/${one.ref}`;
    const held = newest.get(key);
    if (held === undefined || one.revision > held.revision || (one.revision === held.revision && one.order > held.order)) newest.set(key, one);
  }
  return [...newest.values()].filter(({ what }) => what !== 'record.withdrawn');
};

/** Who a paper stands for: the card that it was seen with if that is one only, else the paper itself. */
export const personsOf = (links: readonly Link[]): ((paper: string) => string) => {
  const cards = new Map<string, Set<string>>();
  for (const { cmnd, cccd } of links) cards.set(cmnd, (cards.get(cmnd) ?? new Set()).add(cccd));
  return (paper) => {
    const own = [...(cards.get(paper) ?? [])];
    return own.length === 1 && own[0] !== undefined ? own[0] : paper;
  };
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAliases } from './aliases.ts';

const link = (cmndKey: string, cccdKey: string) => ({ cmndKey, cccdKey });
const of = (person: string, links: readonly ReturnType<typeof link>[]): string[] => [...withAliases([person], links)].sort();

describe('the papers of one person', () => {
  const links = [link('old-1', 'card'), link('old-2', 'card'), link('shared', 'card'), link('shared', 'other'), link('old-1', 'card')];

  it('are the card and every old paper that was seen with this card alone, whichever of them is named', () => {
    for (const person of ['card', 'old-1', 'old-2']) expect(of(person, links)).toEqual(['card', 'old-1', 'old-2']);
  });

  it('do not reach over an old paper that was seen with two cards, which stands for itself alone', () => {
    expect(of('shared', links)).toEqual(['shared']);
    expect(of('other', links)).toEqual(['other']);
    expect(of('stranger', links)).toEqual(['stranger']);
  });

  it('do not depend on the order of the links', () => {
    const any = fc.array(fc.record({ cmndKey: fc.constantFrom('a', 'b', 'c'), cccdKey: fc.constantFrom('X', 'Y') }));
    fc.assert(fc.property(any, fc.constantFrom('a', 'b', 'c', 'X', 'Y'), (some, person) => {
      expect(of(person, [...some].reverse())).toEqual(of(person, some));
    }));
  });
});

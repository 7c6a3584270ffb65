import { describe, expect, it } from 'vitest';
import { canonicalOf } from './canonical.ts';

const link = (cmndKey: string, cccdKey: string) => ({ cmndKey, cccdKey });

describe('the person behind a paper', () => {
  it('is the card’s where an old paper was seen with one card alone, and the paper’s own where with several or none', () => {
    const canonical = canonicalOf([link('old', 'card'), link('old', 'card'), link('shared', 'card'), link('shared', 'other')]);
    expect(['old', 'card', 'shared', 'other', 'stranger'].map(canonical)).toEqual(['card', 'card', 'shared', 'other', 'stranger']);
  });
});

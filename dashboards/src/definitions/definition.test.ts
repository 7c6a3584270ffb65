import { loadLocality } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import { oneSentence } from '../lint/sentence.ts';
import { definitionOf, nameOfIndicator } from './definition.ts';

describe('the definition of an indicator', () => {
  it('is one sentence in both languages, for every indicator there is', () => {
    const codes = loadLocality().indicatorDefinitions.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.flatMap((code) => Object.values(definitionOf(code))).filter((text) => !oneSentence.test(text))).toEqual([]);
  });
  it('joins the sentences of a longer one', () => expect(definitionOf('dl.arrivals').en).toBe('Visits begun in the month, overnight or of a day; Stays of one person at one facility less than 24 hours apart are one visit.'));
  it('has a name, and there is none of a code that is not defined', () => {
    expect(nameOfIndicator('dl.nights')).toEqual({ vi: 'Ngày khách phục vụ', en: 'Guest-nights' });
    expect(() => definitionOf('dl.nothing')).toThrow('dl.nothing is not defined');
  });
});

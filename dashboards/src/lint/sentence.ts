/** One sentence: no sign that ends one but the last; a point inside a number or an abbreviation ends none. */
export const oneSentence = /^[^.?!]+(?:\.[^\s.?!][^.?!]*)*\.$/u;

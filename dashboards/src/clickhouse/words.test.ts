import { expect, it } from 'vitest';
import { say } from '../text.ts';
import { inWords, quoted } from './words.ts';

it('writes codes as people read them, unknown ones as they are, none as unknown', () => {
  const kinds = [{ value: 'a', text: { vi: 'một', en: "one's" } }];
  expect(inWords(say('vi'), 'kind', kinds)).toBe("transform(toString(kind), ['', 'a'], ['không rõ', 'một'], toString(kind))");
  expect(inWords(say('en'), 'kind', kinds, { vi: 'khác', en: 'other' })).toBe("transform(toString(kind), ['', 'a'], ['other', 'one\\'s'], toString(kind))");
});
it('lets no text end the text of a statement', () => expect(quoted("a\\'b")).toBe("'a\\\\\\'b'"));

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Played } from '../truth/play-district.ts';
import { boards, createAsker, type Asker } from './asker.ts';
import { askEverywhere } from './everywhere.ts';
import { allHeadlines } from './headlines.ts';
import { playBoardDistrict } from './play-board-district.ts';
import { presetsOf, rangesTo } from './presets.ts';

let played: Played;
let asker: Asker;
let asOf = 0;
beforeAll(async () => {
  ({ played, asOf } = await playBoardDistrict());
  asker = createAsker(played.warehouse);
}, 300_000);
afterAll(() => played.close());

const uidsOf = (language: 'vi' | 'en') => boards.filter(({ uid }) => (uid ?? '').endsWith('-en') === (language === 'en')).map((board) => [board.uid ?? '', board] as const);

describe('over a simulated district', () => {
  it('was played without a wrong answer', () => expect(played.wrong.slice(0, 5)).toEqual([]));

  describe.each(uidsOf('vi'))('%s', (_uid, board) => {
    it('offers something in each of its variables', async () => {
      const choices = await asker.choicesOf(board, rangesTo(asOf)[2]?.[1] ?? { from: 0, to: 0, interval: 0 });
      expect(choices.filter(({ offered }) => offered.length < 2)).toEqual([]);
    });
    // Every choice in every range: `npm run proof -- boards`.
    it('answers every panel well for each choice and in each range', async () => {
      expect((await askEverywhere(asker, board, { asOf, every: false })).slice(0, 10)).toEqual([]);
    }, 600_000);
  });

  it.each(uidsOf('en'))('%s answers with its own column names', async (_uid, board) => {
    const times = rangesTo(asOf)[2]?.[1] ?? { from: 0, to: 0, interval: 0 };
    const variables = presetsOf(await asker.choicesOf(board, times))[0]?.[1] ?? {};
    const { panels, faults } = await asker.runAll(board, { ...times, variables });
    expect([panels > 5, faults]).toEqual([true, []]);
  });

  it.each(allHeadlines)('$uid shows in its headline figures what truly happened', async ({ uid, of }) => {
    const board = boards.find((one) => one.uid === uid);
    if (board === undefined) throw new RangeError(`There is no board ${uid}.`);
    const headlines = of(played, asOf);
    expect(headlines.length).toBeGreaterThan(0);
    for (const { what, panel, days, expected } of headlines) {
      const times = { from: asOf - days * 86_400_000, to: asOf, interval: 3_600_000 };
      const variables = presetsOf(await asker.choicesOf(board, times))[0]?.[1] ?? {};
      expect(await asker.rowsOf(uid, panel, { ...times, variables }), what).toEqual(expected);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playDistrict, type Played } from '../truth/play-district.ts';
import { boards, createAsker, type Asker } from './asker.ts';
import { allHeadlines } from './headlines.ts';
import { presetsOf, rangesTo, type Choice } from './presets.ts';

// One district for every board: a spring with a feast, six weeks, few guests.
let played: Played;
let asker: Asker;
let asOf = 0;
beforeAll(async () => {
  played = await playDistrict({ preset: 'present', seed: 5, from: '2026-04-01', days: 44, rate: 0.1, residents: 600, oversight: true });
  asker = createAsker(played.warehouse);
  asOf = Number((await played.warehouse.query<{ ms: string }>('SELECT toString(toUnixTimestamp64Milli(as_of)) AS ms FROM da06.as_of'))[0]?.ms);
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
    // Every choice in every range: what is the same statement is asked once.
    it('answers every panel well for every choice and range', async () => {
      const faults: string[] = [];
      let choices: readonly Choice[] | undefined;
      for (const [range, times] of rangesTo(asOf)) {
        choices ??= await asker.choicesOf(board, times);
        for (const [preset, variables] of presetsOf(choices)) faults.push(...(await asker.runAll(board, { ...times, variables })).faults.map((fault) => `${preset}, ${range}: ${fault}`));
      }
      expect(faults.slice(0, 10)).toEqual([]);
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

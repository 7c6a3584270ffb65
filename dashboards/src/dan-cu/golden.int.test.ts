import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../check/answer.ts';
import { boardOf, openBoardEngine, viewTo, type BoardEngine } from '../fixtures/engine.fixture.ts';
import { now, playVillage, tanKhai, tanQuan } from '../registers/village.fixture.ts';

const board = boardOf('dan-cu');
const newest = { moment: ['newest'], boundary: ['each'] } as const;
const whole = { ...newest, unit: 'all' } as const;

let engine: BoardEngine;
beforeAll(async () => {
  engine = await openBoardEngine();
  await playVillage(engine);
});
afterAll(() => engine.close());

type Choices = Parameters<typeof viewTo>[2];
const shown = (id: number, choices: Choices = whole): Promise<Answer['data']> => engine.rowsOf(board, id, viewTo(now, 365, choices));
const tiles = async (choices?: Choices): Promise<readonly unknown[]> => (await Promise.all([11, 12, 13, 14, 15, 16].map((id) => shown(id, choices)))).map(([row]) => row?.[0]);

describe('population, of two communes by hand', () => {
  it('counts permanent, temporary, absent, staying, present and households, of the whole and of one unit', async () => {
    expect(await tiles()).toEqual([41, 6, 5, 18, 60, 18]);
    expect(await tiles({ ...newest, unit: [tanKhai] })).toEqual([27, 0, 5, 18, 40, 9]);
    expect(await tiles({ ...newest, unit: [tanKhai, tanQuan] })).toEqual([41, 6, 5, 18, 60, 18]);
    expect(await tiles({ ...newest, unit: ["o'hara\\"] })).toEqual([null, null, null, null, null, null]);
  });
  it('goes back to the end of a month: before the deaths of October, after the arrivals of September', async () => {
    expect(await tiles({ ...whole, moment: ['2026-09-30'] })).toEqual([43, 0, 0, 0, 43, 18]);
  });
  it('is complete by as much as the list of units says that there are people', async () => {
    expect(await shown(2)).toEqual([[47 / 100]]);
  });
  it('draws the pyramid, men to the left', async () => {
    expect(await shown(21)).toEqual([['75-79', 0, 5], ['40-44', -9, 0], ['35-39', -10, 0], ['30-34', 0, 11], ['05-09', 0, 6]]);
  });
  it('tells quotients with count and base', async () => {
    expect((await shown(22)).map(([name, value, , count, base]) => [name, value, count, base])).toEqual([
      ['Mật độ dân số', 41 / 200, 41, 200], ['Tỷ số giới tính', (19 / 22) * 100, 19, 22], ['Tỷ số phụ thuộc chung', (11 / 30) * 100, 11, 30], ['Tỷ số phụ thuộc trẻ', (6 / 30) * 100, 6, 30], ['Tỷ số phụ thuộc già', (5 / 30) * 100, 5, 30],
      ['Chỉ số già hóa', (5 / 6) * 100, 5, 6], ['Tỷ lệ dân số thành thị', 0, 0, 41], ['Quy mô hộ bình quân', 1.5, 27, 18],
    ]);
  });
  it('counts births, deaths and moves in their months, and rates of months that are over', async () => {
    expect(await shown(31)).toEqual([['2026-09-01 00:00:00', 0, 0], ['2026-10-01 00:00:00', 2, 2], ['2026-11-01 00:00:00', 0, 0]]);
    expect(await shown(32)).toEqual([['2026-09-01 00:00:00', 3, 0, 0, 0], ['2026-10-01 00:00:00', 0, 0, 6, 0], ['2026-11-01 00:00:00', 0, 0, 0, 0]]);
    // A year to the end of October: 40 people before, 41 after.
    expect((await shown(33)).at(-1)).toEqual(['2026-10-01 00:00:00', (2 / 40.5) * 1000, (2 / 40.5) * 1000, 0, (3 / 40.5) * 1000]);
    expect((await shown(34)).map(([, end]) => end)).toEqual([43, 41, 41]);
  });
  it('sets units side by side, then the whole', async () => {
    expect((await shown(41)).map((row) => row.slice(0, 6))).toEqual([['Xã Tân Khai', tanKhai, 27, 0, 5, 40], ['Xã Tân Quan', tanQuan, 14, 6, 0, 20], ['Toàn địa bàn', '', 41, 6, 5, 60]]);
    expect((await shown(41))[1]?.slice(6)).toEqual([14 / 40, (9 / 5) * 100, (5 / 9) * 100, null, 9, 1, 'chính xác']);
  });
  it('tells how good the records are', async () => {
    expect(await shown(51)).toEqual([[27 / 41]]);
    expect(await shown(52)).toEqual([['2026-11-01 00:00:00', 53, 2, 1, 4]]);
    expect(await shown(53)).toEqual([['field.required', 3], ['person.sex', 1]]);
    expect(await shown(5)).toEqual([['Không có']]);
  });
});

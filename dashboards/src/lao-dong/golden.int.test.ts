import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../check/answer.ts';
import { boardOf, openBoardEngine, viewTo, type BoardEngine } from '../fixtures/engine.fixture.ts';
import { now, playVillage, tanKhai, tanQuan } from '../registers/village.fixture.ts';

const board = boardOf('lao-dong');
const newest = { moment: ['newest'], boundary: ['each'], vsic: ['2025'] } as const;
const whole = { ...newest, unit: 'all' } as const;

let engine: BoardEngine;
beforeAll(async () => {
  engine = await openBoardEngine();
  await playVillage(engine);
});
afterAll(() => engine.close());

type Choices = Parameters<typeof viewTo>[2];
const shown = (id: number, choices: Choices = whole, days = 365): Promise<Answer['data']> => engine.rowsOf(board, id, viewTo(now, days, choices));
const tiles = async (choices?: Choices): Promise<readonly unknown[]> => (await Promise.all([11, 12, 13, 14, 15, 16].map((id) => shown(id, choices)))).map(([row]) => row?.[0]);

// 36 records; of 41 residents of 15 and more, lodgers among them, five women have none.
describe('labour, of two communes by hand', () => {
  it('counts records, coverage, employed, without work and inactive, of the whole and of one unit', async () => {
    expect(await tiles()).toEqual([36, (100 * 36) / 41, 22, 9, 5, (100 * 9) / 31]);
    expect(await tiles({ ...newest, unit: [tanKhai] })).toEqual([16, (100 * 16) / 21, 16, 0, 0, 0]);
    expect(await tiles({ ...newest, unit: ["o'hara\\"] })).toEqual([null, null, null, null, null, null]);
    expect(await shown(2)).toEqual([[36 / 41]]);
  });
  it('goes back to the end of a month, when those without work had some, and leaves out a coverage that would tell of four', async () => {
    expect(await tiles({ ...whole, moment: ['2026-08-31'] })).toEqual([30, null, 25, 0, 5, 0]);
  });
  it('draws the employed by industry and occupation, men beside women, the most first', async () => {
    expect(await shown(21)).toEqual([['C Chế biến, chế tạo', 16, 0], ['A Nông, lâm nghiệp, thủy sản', 0, 6]]);
    expect(await shown(21, { ...whole, vsic: ['2018'] })).toEqual([['C Chế biến, chế tạo', 16, 0], ['A Nông, lâm nghiệp, thủy sản', 0, 6]]);
    expect(await shown(22)).toEqual([['8 Vận hành, lắp ráp máy', 10, 0], ['6 Nông, lâm, ngư có kỹ năng', 0, 6], ['9 Lao động giản đơn', 6, 0]]);
  });
  it('shares them out by position, contract, insurance and training', async () => {
    expect(await shown(23)).toEqual([['Làm công hưởng lương', 16], ['Tự làm', 6]]);
    expect(await shown(24)).toEqual([['Không xác định thời hạn', 10], ['Không có hợp đồng', 6], ['Thời vụ', 6]]);
    expect(await shown(25)).toEqual([['Không tham gia', 12], ['Bắt buộc', 10]]);
    expect(await shown(26)).toEqual([['Chưa qua đào tạo', 12], ['Sơ cấp', 10]]);
  });
  it('tells how long people are without work, and shares with count and base', async () => {
    expect(await shown(31)).toEqual([['Dưới 3 tháng', 9, null]]);
    expect((await shown(32)).map((row) => row.slice(0, 4))).toEqual([
      ['Tỷ lệ tham gia lao động theo đăng ký', (100 * 31) / 36, 31, 36], ['Tỷ lệ chưa có việc làm theo đăng ký', (100 * 9) / 31, 9, 31], ['Tỷ lệ lao động qua đào tạo có chứng chỉ trở lên', (100 * 10) / 31, 10, 31],
      ['Tỷ lệ tham gia bảo hiểm xã hội', (100 * 10) / 22, 10, 22], ['Tỷ lệ tham gia bảo hiểm thất nghiệp', (100 * 10) / 22, 10, 22],
    ]);
  });
  it('sets units side by side, then the whole', async () => {
    expect((await shown(41)).map((row) => [row[0], row[1], ...row.slice(2, 7)])).toEqual([
      ['Xã Tân Khai', tanKhai, 16, (100 * 16) / 21, 16, 0, 0], ['Xã Tân Quan', tanQuan, 20, 100, 6, 9, 5], ['Toàn địa bàn', '', 36, (100 * 36) / 41, 22, 9, 5],
    ]);
  });
  it('tells who came into the register and who lost work, in their months, and leaves no month out', async () => {
    const months = await shown(51);
    expect(months.filter((row) => row.slice(1).some((value) => value !== 0))).toEqual([['2026-01-01 00:00:00', 5, 0, 0, 0], ['2026-09-01 00:00:00', 0, 0, 0, 9], ['2026-10-01 00:00:00', 6, 0, 0, 0]]);
    expect(months).toHaveLength(13);
  });
  it('counts the people of housing for workers by night', async () => {
    expect(await shown(52, whole, 1)).toEqual([['2026-11-20 00:00:00', 'Nhà cho thuê', 7], ['2026-11-20 00:00:00', 'Nhà ở khu công nghiệp', 5]]);
    expect(await shown(52, { ...newest, unit: [tanKhai] }, 1)).toEqual([['2026-11-20 00:00:00', 'Xã Tân Khai', 12]]);
  });
  it('tells what the register was sent, and that some of it is simulated', async () => {
    expect(await shown(53)).toEqual([['2026-11-01 00:00:00', 47, 0, 0, 3]]);
    expect(await shown(5)).toEqual([['Có dữ liệu mô phỏng']]);
  });
});

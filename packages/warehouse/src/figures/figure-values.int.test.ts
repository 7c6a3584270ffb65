import { loadLocality } from '@da06/reference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVillage, type Village } from '../village.fixture.ts';
import { figureValues, type FigureQuestion, type FigureValue } from './figure-values.ts';

let village: Village;
beforeAll(async () => {
  village = await startVillage('UTC');
  await village.begin(...['h1', 'h2', 'h3'].flatMap((id) => [{ id, unit: 'A' }, { id, unit: 'N1', from: '2025-07-01' }]));
  await village.stays(
    { facility: 'h1', ref: 'across', arrived: '2025-06-29 14:00', departed: '2025-07-02 10:00' },
    { facility: 'h2', ref: 'by-day', arrived: '2025-07-05 10:00', departed: '2025-07-05 20:00', nationality: 'KOR', province: '' },
    { facility: 'h3', ref: 'twice', arrived: '2025-07-05 10:00', departed: '2025-07-07 09:00' },
  );
  await village.asOf('2025-07-20 12:00');
});
afterAll(() => village.stop());

const ask = async (code: string, more: Partial<FigureQuestion> = {}): Promise<readonly FigureValue[] | undefined> => (await figureValues(village.warehouse, { code, additive: true, placeKind: 'all', place: '', from: '2025-06', to: '2025-07', ...more }))?.values;
const short = (values: readonly FigureValue[] | undefined): unknown => values?.map(({ period, value, exact, closed }) => [period, value, exact, closed]);

describe('the months of a figure', () => {
  it('are sums of its days: a night in the month it falls in, an arrival in that of the first night', async () => {
    // "across" has its nights on 29 and 30 June and 1 July; "twice" on 5 and 6 July; "by-day" has none.
    expect(short(await ask('dl.nights'))).toEqual([['2025-06', 2, true, true], ['2025-07', 3, true, false]]);
    expect(short(await ask('dl.arrivals'))).toEqual([['2025-06', 1, true, true], ['2025-07', 2, true, false]]);
    expect(short(await ask('dl.international-share'))).toEqual([['2025-06', 0, true, true], ['2025-07', 50, true, false]]);
    expect(short(await ask('tt.stays'))).toEqual([['2025-06', 1, true, true], ['2025-07', 2, true, false]]);
  });

  it('of a unit are those while it was there; an area keeps its borders', async () => {
    expect(short(await ask('dl.nights', { placeKind: 'unit', place: 'A' }))).toEqual([['2025-06', 2, true, true]]);
    expect(short(await ask('dl.nights', { placeKind: 'unit', place: 'N1' }))).toEqual([['2025-07', 3, true, false]]);
    expect(short(await ask('dl.nights', { placeKind: 'area', place: 'D' }))).toEqual([['2025-06', 2, true, true], ['2025-07', 3, true, false]]);
  });

  it('are asked for every figure of stays that is defined, for those of people and of the programme, and for no other', async () => {
    const defined = loadLocality().indicatorDefinitions.map(({ code }) => code);
    const codes = [...defined.filter((code) => /^(?:dl|tt)\./.test(code)), 'dc.permanent', 'dc.births', 'dc.households', 'ld.records', 'ld.coverage', 'm09.facilities'];
    expect(codes).toHaveLength(37 + 6);
    for (const code of codes) {
      expect(defined).toContain(code);
      const found = await ask(code, { from: '2025-07' });
      expect(found?.every(({ period }) => period === '2025-07'), code).toBe(true);
    }
    expect(await ask('xx.nothing')).toBeUndefined();
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startVillage, type Guest, type Village } from './village.fixture.ts';

let village: Village;
beforeAll(async () => {
  village = await startVillage('UTC');
});
afterAll(() => village.stop());

const lodgers = (facility: string, count: number): Guest[] => Array.from({ length: count }, (_, number) => ({ facility, ref: `${facility}-${number}`, arrived: '2025-07-10 19:00', departed: '2025-07-12 08:00' }));
const nights = (day: string): Promise<readonly string[]> => village.lines(`SELECT place, facility_kind, people, arrivals, facilities, reporting, suppressed FROM housing_nights WHERE day = '${day}' ORDER BY place, facility_kind`);

it('people in rental and zone housing are counted by night, by unit and by kind; a hotel’s guests are none of them', async () => {
  await village.begin({ id: 'zone-1', kind: 'zone-housing', unit: 'N1', tourism: false }, { id: 'rent-1', kind: 'rental-house', unit: 'N2', tourism: false }, { id: 'rent-2', kind: 'rental-house', unit: 'N2', tourism: false }, { id: 'h1', unit: 'N1' });
  await village.stays(...lodgers('zone-1', 6), ...lodgers('rent-1', 5), ...lodgers('h1', 9));
  await village.asOf('2025-07-20 12:00');
  expect(await nights('2025-07-10')).toEqual(['  11 11 3 2 0', ' rental-house 5 5 2 1 0', ' zone-housing 6 6 1 1 0', 'N1  6 6 1 1 0', 'N2  5 5 2 1 0']);
  expect(await nights('2025-07-11')).toEqual(['  11 0 3 2 0', ' rental-house 5 0 2 1 0', ' zone-housing 6 0 1 1 0', 'N1  6 0 1 1 0', 'N2  5 0 2 1 0']);
  expect((await nights('2025-07-12'))[0]).toBe('  0 0 3 2 0');
});

it('four people of a unit, or of a kind, are left out, and with them what would tell them by subtraction', async () => {
  await village.begin({ id: 'zone-1', kind: 'zone-housing', unit: 'N1', tourism: false }, { id: 'rent-1', kind: 'rental-house', unit: 'N2', tourism: false });
  await village.stays(...lodgers('zone-1', 4), ...lodgers('rent-1', 5));
  await village.asOf('2025-07-20 12:00');
  expect(await nights('2025-07-10')).toEqual(['  9 9 2 2 0', ' rental-house - - 1 1 1', ' zone-housing - - 1 1 1', 'N1  - - 1 1 1', 'N2  - - 1 1 1']);
});

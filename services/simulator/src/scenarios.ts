import type { DistrictOptions } from './options.ts';

/**
 * Eight weeks around a month of real shape, 2026-04-20 to 2026-05-19: weekends, Giỗ Tổ (26/4) and the days off of 30/4 and 1/5, a hotel whose feed breaks off over a weekend, which is declared as an outage, and a
 * motel that registers nobody for twelve days; beside them what chance brings to every district.
 */
export const monthOfRealShape = {
  preset: 'present', seed: 3, from: '2026-03-30', days: 56, rate: 0.3, faults: { longLet: 0.6 }, oversight: true,
  downtimes: [{ facility: 'demo-ks-05', from: '2026-05-16', days: 2, silent: false }, { facility: 'demo-nn-02', from: '2026-05-06', days: 12, silent: true }],
} as const satisfies DistrictOptions;

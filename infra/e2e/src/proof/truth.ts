import type { DistrictOptions } from '@da06/simulator';
import { checkViews } from '../truth/check-views.ts';
import { playDistrict } from '../truth/play-district.ts';

/** Three districts: over Tết, over the holidays of spring, and over the reform of 2025-07-01. */
export const districts = (days: number): readonly DistrictOptions[] => [
  { preset: 'present', seed: 1, from: '2026-01-25', days },
  { preset: 'present', seed: 2, from: '2026-04-10', days },
  { preset: 'reform', seed: 3, from: '2025-06-10', days },
];

export type TruthResult = {
  readonly stays: number;
  readonly requests: number;
  /** Answers that were not what the feed had to get, and failures of the projection. */
  readonly wrong: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
  /** Control: differences after one stay of the truth was changed. */
  readonly planted: number;
};

/** Plays a district and holds every view against its truth. */
export const truthRound = async (options: DistrictOptions): Promise<TruthResult> => {
  const { truth, openedAt, summary, wrong, warehouse, close } = await playDistrict(options);
  try {
    const { rows, differences } = await checkViews(truth, openedAt, warehouse);
    const changed = { ...truth, stays: truth.stays.map((stay, index) => (index === 0 ? { ...stay, birthYear: stay.birthYear + 1 } : stay)) };
    const control = await checkViews(changed, openedAt, warehouse);
    return { stays: truth.stays.length, requests: summary.requests, wrong, rows, differences, planted: control.differences.length - differences.length };
  } finally {
    await close();
  }
};

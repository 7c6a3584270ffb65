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
  /** Events of the programme that was played beside the stays. */
  readonly programme: number;
  /** Control: differences after one stay of the truth was changed, and after one event of the programme was left out of it. */
  readonly planted: number;
  readonly leftOut: number;
};

/** Plays a district and holds every view against its truth. */
export const truthRound = async (options: DistrictOptions): Promise<TruthResult> => {
  const { summary, wrong, warehouse, close, ...sent } = await playDistrict(options);
  const { truth, programme } = sent;
  try {
    const { rows, differences } = await checkViews(sent, warehouse);
    const changed = { ...truth, stays: truth.stays.map((stay, index) => (index === 0 ? { ...stay, birthYear: stay.birthYear + 1 } : stay)) };
    const control = await checkViews({ ...sent, truth: changed }, warehouse);
    const amendment = programme.findLast(({ type }) => type.includes('report.amended'));
    const fewer = await checkViews({ ...sent, programme: programme.filter((fact) => fact !== amendment) }, warehouse);
    return {
      stays: truth.stays.length, requests: summary.requests, programme: programme.length, wrong, rows, differences,
      planted: control.differences.length - differences.length, leftOut: fewer.differences.length - differences.length,
    };
  } finally {
    await close();
  }
};

import { checkViews } from '../truth/check-views.ts';
import { playDistrict, type PlayedOptions } from '../truth/play-district.ts';

/** Three districts with their people: over Tết, over the holidays of spring, and over the reform of 2025-07-01. */
export const districts = (days: number): readonly PlayedOptions[] => [
  { preset: 'present', seed: 1, from: '2026-01-25', days, residents: 3000, oversight: true },
  { preset: 'present', seed: 2, from: '2026-04-10', days, residents: 3000, oversight: true },
  { preset: 'reform', seed: 3, from: '2025-06-10', days, residents: 3000, oversight: true },
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
  /** Records that registers were told, and differences after one of a death was left out. */
  readonly records: number;
  readonly livedOn: number;
  /** What was told beside stays, and differences after one inspection was left out. */
  readonly beside: number;
  readonly uninspected: number;
  /** Alerts of people who are watched for, and differences after one judgement was left out. */
  readonly alerts: number;
  readonly unjudged: number;
  /** Control: differences after one stay of the truth was changed, and after one event of the programme was left out of it. */
  readonly planted: number;
  readonly leftOut: number;
};

/** Plays a district and holds every view against its truth. */
export const truthRound = async (options: PlayedOptions): Promise<TruthResult> => {
  const { summary, wrong, warehouse, close, ...sent } = await playDistrict(options);
  const { truth, programme, population } = sent;
  try {
    const { rows, differences } = await checkViews(sent, warehouse);
    const changed = { ...truth, stays: truth.stays.map((stay, index) => (index === 0 ? { ...stay, birthYear: stay.birthYear + 1 } : stay)) };
    const control = await checkViews({ ...sent, truth: changed }, warehouse);
    const amendment = programme.findLast(({ type }) => type.includes('report.amended'));
    const fewer = await checkViews({ ...sent, programme: programme.filter((fact) => fact !== amendment) }, warehouse);
    const death = population.records.findLast(({ what }) => what === 'death');
    // All that was told of it: the last word may be one that was sent twice.
    const livingOn = await checkViews({ ...sent, population: { ...population, records: population.records.filter(({ register, ref }) => register !== death?.register || ref !== death.ref) } }, warehouse);
    const { oversight } = truth;
    const inspection = oversight.inspections.at(-1);
    const uninspected = await checkViews({ ...sent, truth: { ...truth, oversight: { ...oversight, inspections: oversight.inspections.filter(({ facility, ref }) => facility !== inspection?.facility || ref !== inspection.ref) } } }, warehouse);
    const unjudged = await checkViews({ ...sent, watch: { ...sent.watch, judged: sent.watch.judged.slice(1) } }, warehouse);
    return {
      alerts: rows['alerts'] ?? 0, unjudged: unjudged.differences.length - differences.length,
      beside: Object.values(oversight).flat().length, uninspected: uninspected.differences.length - differences.length,
      records: population.records.length, livedOn: livingOn.differences.length - differences.length, stays: truth.stays.length, requests: summary.requests, programme: programme.length, wrong, rows, differences,
      planted: control.differences.length - differences.length, leftOut: fewer.differences.length - differences.length,
    };
  } finally {
    await close();
  }
};

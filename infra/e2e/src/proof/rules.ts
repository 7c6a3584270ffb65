import { alertRules } from '@da06/reference';
import { compareRules, type Line } from '../rules/compare.ts';
import { expectedOf } from '../rules/expected.ts';
import { plantsFrom } from '../rules/plants.ts';
import { playRules, type Played } from '../rules/play.ts';

type RulesOptions = { readonly days: number; readonly rate: number; readonly seed: number; readonly copies: number; readonly say: (text: string) => void };

/** Plays a district with anomalies planted `copies` times, or with none, and holds what rules found against what plain functions make of what was told. Asks daily; begins anew after every seven sweeps. */
export const rulesRound = async ({ days, rate, seed, copies, say }: RulesOptions): Promise<Pick<Played, 'stays' | 'wrong' | 'sweeps' | 'sweepCpuMs'> & { readonly lines: readonly Line[] }> => {
  const options = { preset: 'present', seed, from: '2026-09-01', days, rate } as const;
  const plants = plantsFrom(Date.parse(`${options.from}T00:00:00+07:00`), copies);
  const { truth, alerts, lastDay, ...played } = await playRules(options, { plants, sweepDays: 1, sweepsARun: 7, say });
  const asked = alertRules.filter(({ windowDays }) => windowDays > 0).map(({ rule }) => rule);
  return { ...played, lines: compareRules(asked, expectedOf(truth, plants, lastDay), alerts) };
};

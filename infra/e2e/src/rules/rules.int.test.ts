import { alertRules } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import { compareRules } from './compare.ts';
import { expectedOf } from './expected.ts';
import { plantsFrom } from './plants.ts';
import { playRules } from './play.ts';

const asked = alertRules.filter(({ windowDays }) => windowDays > 0).map(({ rule }) => rule);

describe('every rule over a synthetic district', () => {
  it('finds what was planted and what there is of itself, once each through restarts, and nothing else', async () => {
    const options = { preset: 'present', seed: 4, from: '2026-09-01', days: 54, rate: 0.1 } as const;
    const plants = plantsFrom(Date.parse(`${options.from}T00:00:00+07:00`), 1);
    const { truth, alerts, lastDay, wrong, sweeps } = await playRules(options, { plants, sweepDays: 6, sweepsARun: 2 });
    expect([wrong.slice(0, 5), sweeps]).toEqual([[], 9]);
    const lines = compareRules(asked, expectedOf(truth, plants, lastDay), alerts);
    expect(lines.filter(({ expected }) => expected === 0)).toEqual([]);
    expect(lines.filter(({ misses, falseAlarms, twice }) => misses.length + falseAlarms.length + twice > 0)).toEqual([]);
    expect(alerts.every(({ simulated }) => simulated)).toBe(true);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  }, 300_000);
});

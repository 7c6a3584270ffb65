import { AppError } from '@da06/errors';
import { AlertRaisedData, alertRaisedType } from '@da06/events';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSignals, type Started } from '../testing/started.ts';
import type { RuleHit, RuleQuestion, Tables } from './tables.ts';

const hit = (of: Partial<RuleHit> & Pick<RuleHit, 'about'>): RuleHit => ({
  also: [], facilities: ['ks-mau'], unit: 'W25357@2025', facility: 'ks-mau', ref: '', day: '2026-11-18', at: Date.parse('2026-11-17T17:00:00.000Z'), knownAt: Date.parse('2026-11-19T01:00:00.000Z'), figures: { persons: 7 }, evidence: [], ...of,
});

/** Tables that a test fills: what they say of a rule, and whether they can be asked. */
const tablesOf = () => {
  const state = { hits: {} as Record<string, readonly RuleHit[]>, at: 1, current: true, down: false, broken: '', asked: [] as RuleQuestion[] };
  const tables: Tables = {
    current: () => Promise.resolve(state.current),
    newest: () => Promise.resolve({ day: '2026-11-20', at: String(state.at) }),
    hits: (question) => {
      if (state.down) return Promise.reject(new AppError('warehouse.unavailable', { retryable: true }));
      if (state.broken === question.rule) return Promise.reject(new TypeError('a fault of ours'));
      state.asked.push(question);
      return Promise.resolve(state.hits[question.rule] ?? []);
    },
  };
  return { state, rules: { tables, everyMs: 3_600_000 } };
};
const raised = async (started: Started): Promise<AlertRaisedData[]> => (await started.events(alertRaisedType)).map(({ data }) => AlertRaisedData.parse(data));

describe('a sweep', () => {
  it('raises what rules find as alerts of their rule, with its version and severity, as of when it could be known', async () => {
    const { state, rules } = tablesOf();
    const started = await startSignals({ rules });
    state.hits = { 'room-density': [hit({ about: ['ks-mau', 'r', '2026-11-16'] })], 'double-stay': [hit({ about: ['demo-a', '1', 'ks-mau', '2'], facilities: ['demo-a', 'ks-mau'], ref: '2', evidence: ['01a1f82f-1e80-7436-8069-515ed08ad757'] })] };
    expect(await started.signals.sweep()).toBe(true);
    expect((await raised(started)).map(({ rule, severity, ruleVersion, ref, day, figures, simulated }) => ({ rule, severity, ruleVersion, ref, day, figures, simulated }))).toEqual([
      { rule: 'double-stay', severity: 'high', ruleVersion: 1, ref: '2', day: '2026-11-18', figures: { persons: 7 }, simulated: true },
      { rule: 'room-density', severity: 'medium', ruleVersion: 1, ref: '', day: '2026-11-18', figures: { persons: 7 }, simulated: false },
    ]);
    expect((await started.events(alertRaisedType)).map(({ recordedtime }) => recordedtime)).toEqual(['2026-11-19T01:00:00.000Z', '2026-11-19T01:00:00.000Z']);
    expect(state.asked.find(({ rule }) => rule === 'room-density')).toEqual({ rule: 'room-density', from: '2026-10-20', to: '2026-11-20', thresholds: { personsPerRoom: 6, nightsWithoutEnd: 3 } });
    expect(state.asked.some(({ rule }) => rule === 'watch-list')).toBe(false);
  });

  it('asks again only when something came, and never while the tables are behind the log', async () => {
    const { state, rules } = tablesOf();
    const started = await startSignals({ rules });
    expect([await started.signals.sweep(), await started.signals.sweep()]).toEqual([true, false]);
    state.at = 2;
    state.current = false;
    expect(await started.signals.sweep()).toBe(false);
    state.current = true;
    expect(await started.signals.sweep()).toBe(true);
  });

  it('asks the rest again after tables that could not answer', async () => {
    const { state, rules } = tablesOf();
    const started = await startSignals({ rules });
    state.hits = { 'over-30-days': [hit({ about: ['ks-mau', 'R-1'] })] };
    state.down = true;
    await expect(started.signals.sweep()).rejects.toMatchObject({ code: 'warehouse.unavailable' });
    state.down = false;
    expect(await started.signals.sweep()).toBe(true);
    expect(await raised(started)).toHaveLength(1);
  });

  it('asks the other rules beside one that cannot be asked, and that one again later', async () => {
    const { state, rules } = tablesOf();
    const started = await startSignals({ rules });
    state.hits = { 'double-stay': [hit({ about: ['ks-mau', 'R-1'] })], 'over-30-days': [hit({ about: ['ks-mau', 'R-1'] })] };
    state.broken = 'double-stay';
    await expect(started.signals.sweep()).rejects.toThrow('a fault of ours');
    expect((await raised(started)).map(({ rule }) => rule)).toEqual(['over-30-days']);
    state.broken = '';
    expect(await started.signals.sweep()).toBe(true);
    expect((await raised(started)).map(({ rule }) => rule)).toEqual(['over-30-days', 'double-stay']);
  });

  it('does nothing where there are no tables', async () => {
    const started = await startSignals();
    expect(await started.signals.sweep()).toBe(false);
    expect((await started.call('GET', '/v1/alert-rules')).body['rules']).toMatchObject([{ rule: 'watch-list', runs: true }, { rule: 'double-stay', runs: false }, ...Array.from({ length: 6 }, () => ({ runs: false }))]);
  });

  it('raises each thing once, whatever comes late, whatever name it has then, through restarts and with all that is known lost', { timeout: 120_000 }, async () => {
    const names = ['a', 'b', 'c'] as const;
    // What there is to find of a thing: nothing, or it under one of its names, with the others known or not.
    const shown = fc.record({ thing: fc.constantFrom(0, 1, 2), name: fc.constantFrom(...names) });
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('sweep' as const), shown: fc.array(shown, { maxLength: 4 }) }) }, { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
    );
    let raises = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const { state, rules } = tablesOf();
        const closing: (() => Promise<void> | void)[] = [];
        let started = await startSignals({ rules, after: (stop) => void closing.unshift(stop) });
        const seen = new Set<number>();
        try {
          for (const one of steps) {
            if (one.do === 'sweep') {
              const found = new Map(one.shown.map((of) => [of.thing, of]));
              for (const thing of found.keys()) seen.add(thing);
              state.hits = { 'over-30-days': [...found.values()].map(({ thing, name }) => hit({ about: [String(thing), name], also: names.map((other) => [String(thing), other]), ref: String(thing) })) };
              state.at += 1;
              await started.signals.sweep();
              continue;
            }
            await started.stop();
            if (one.do === 'lose') rmSync(join(started.folder, 'signals'), { recursive: true });
            started = await started.again();
          }
          expect((await raised(started)).map(({ ref }) => Number(ref)).sort()).toEqual([...seen].sort());
          raises += seen.size;
        } finally {
          for (const close of closing) await close();
        }
      }),
      { numRuns: 25, seed: 9 },
    );
    expect(raises).toBeGreaterThan(25);
  });
});

describe('GET /v1/alert-rules', () => {
  it('shows each rule with its thresholds and what came of its alerts, those of the demonstration apart; alerts show it too', async () => {
    const { state, rules } = tablesOf();
    const started = await startSignals({ rules });
    const four = ['1', '2', '3', '4'].map((ref) => hit({ about: ['ks-mau', ref], ref }));
    state.hits = { 'over-30-days': [...four, hit({ about: ['demo-a', '1'], facilities: ['demo-a'], facility: 'demo-a' })] };
    await started.signals.sweep();
    const alerts = (await raised(started)).filter(({ simulated }) => !simulated);
    const shown = async () => ((await started.call('GET', '/v1/alert-rules')).body['rules'] as { rule: string }[]).find(({ rule }) => rule === 'over-30-days');
    expect(await shown()).toMatchObject({
      version: 1, vi: 'Lưu trú từ 30 ngày', thresholds: { nights: 30 }, windowDays: 31, runs: true, hits: 4, confirmed: 0, dismissed: 0, open: 4, precision: null, misses: 'unknown', simulated: { hits: 1, open: 1, precision: null },
    });
    for (const [index, action] of ['confirm', 'confirm', 'dismiss'].entries()) await started.call('POST', `/v1/alerts/${alerts[index]?.alert ?? ''}/${action}`, { reason: 'other' });
    expect(await shown()).toMatchObject({ hits: 4, confirmed: 2, dismissed: 1, open: 1, precision: 2 / 3 });
    expect((await started.call('GET', '/v1/alerts?facility=ks-mau')).body['alerts']).toMatchObject([1, 2, 3, 4].map(() => ({ rulePrecision: 2 / 3, ruleJudged: 3 })));
    expect((await started.call('GET', `/v1/alerts/${alerts[0]?.alert ?? ''}`)).body).toMatchObject({ rulePrecision: 2 / 3, ruleJudged: 3 });
  });
});

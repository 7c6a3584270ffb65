import { decideModel, decideReport, evolveModel, evolveReport, initialModel, initialReport, isReportLate, dueOnOf, localDay, localMidnight, type ModelState, type ReportState } from '@da06/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { createProgrammeLife } from './life.ts';
import { inventedPlan } from './invented-plan.fixture.ts';

const upTo = (seed: number, end: string): Action[] => {
  const actions: Action[] = [];
  for (const action of createProgrammeLife({ plan: inventedPlan, seed }).actions()) {
    if (action.at >= localMidnight(end)) return actions;
    actions.push(action);
  }
  return actions;
};
const commanded = { idempotencyKey: '', requestHash: '', simulated: true };
const seeds = fc.integer({ min: 0, max: 100_000 });

describe('the life of a programme', () => {
  it('is the same for the same seed, goes on from any moment, and another for another seed', () => {
    const whole = upTo(7, '2026-11-20');
    const middle = whole[Math.floor(whole.length / 2)]?.at ?? 0;
    const rest = [];
    for (const action of createProgrammeLife({ plan: inventedPlan, seed: 7 }).actions({ after: middle })) {
      if (action.at >= localMidnight('2026-11-20')) break;
      rest.push(action);
    }
    expect(upTo(7, '2026-11-20')).toEqual(whole);
    expect(rest).toEqual(whole.filter(({ at }) => at > middle));
    expect(upTo(8, '2026-11-20')).not.toEqual(whole);
  });
  it('goes forward in time, in office hours of working days', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const actions = upTo(seed, '2026-11-20');
      expect(actions.map(({ at }) => at)).toEqual(actions.map(({ at }) => at).toSorted((a, b) => a - b));
      for (const { what, at } of actions) {
        if (what === 'plan') continue;
        const local = new Date(at + 7 * 3_600_000);
        expect([0, 6]).not.toContain(local.getUTCDay());
        expect(local.getUTCHours()).toBeGreaterThanOrEqual(8);
        expect(local.getUTCHours()).toBeLessThan(17);
      }
    }), { numRuns: 40 });
  });
  it('is one that the rules allow: every action on a model and every report is taken', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const models = new Map<number, ModelState>(inventedPlan.models.map((model) => [model.model, evolveModel(initialModel, { type: 'vn.da06.model.scheduled.v1', streamversion: 1, data: { ...model, ...commanded } })]));
      const reports = new Map<string, ReportState>();
      for (const action of upTo(seed, '2026-11-20')) {
        const today = localDay(action.at);
        if (action.what === 'step' || action.what === 'unit' || action.what === 'end') {
          const state = models.get(action.no) ?? initialModel;
          const common = { ...commanded, today, at: action.day, remark: '' };
          const [decided] = decideModel(
            action.what === 'step' ? { ...common, command: action.verb, step: action.step, cause: action.cause, onBehalfOf: action.onBehalfOf } : action.what === 'unit' ? { ...common, command: 'choose-unit', unit: action.unit } : { ...common, command: 'put-in-operation' }, state);
          expect(decided, JSON.stringify(action)).toBeDefined();
          if (decided !== undefined) models.set(action.no, evolveModel(state, { ...decided, streamversion: state.version + 1 }));
        }
        if (action.what === 'report') {
          const key = `${action.period}/${action.reporter}`;
          const state = reports.get(key) ?? initialReport;
          const [decided] = decideReport(
            { command: 'submit', ...commanded, today, period: action.period, request: '', reporter: action.reporter, channel: 'api', nothing: action.body.nothing, models: action.body.models.map(({ no, text, indicators }) => ({ model: no, text, indicators: indicators.map(({ code, value, target, note }) => ({ code, value, target, remark: note })) })) }, state,
            { assignments: inventedPlan.assignments, request: null, model: (no) => models.get(no), indicator: (code) => inventedPlan.indicators.find((one) => one.code === code) });
          expect(decided, JSON.stringify(action)).toBeDefined();
          if (decided !== undefined) reports.set(key, evolveReport(state, { ...decided, streamversion: state.version + 1 }));
        }
      }
    }), { numRuns: 60 });
  });
  it('has of everything: blocked and reopened steps, ends, late and missing reports, reports of nothing, amendments, answers', () => {
    const lives = [1, 2, 3, 4, 5, 6].map((seed) => upTo(seed, '2026-11-20'));
    const actions = lives.flat();
    const verbs = new Set(actions.flatMap((action) => (action.what === 'step' ? [action.verb] : [])));
    expect([...verbs].sort()).toEqual(['block', 'complete', 'reopen', 'start', 'unblock']);
    const reports = actions.flatMap((action) => (action.what === 'report' ? [action] : []));
    expect(reports.filter(({ at, period }) => isReportLate(at, dueOnOf(period, 5))).length).toBeGreaterThan(20);
    expect(reports.some(({ body }) => body.nothing)).toBe(true);
    expect(reports.some(({ body }) => body.models.some(({ indicators }) => indicators.some(({ note }) => note !== '')))).toBe(true);
    for (const what of ['unit', 'end', 'request', 'answer'] as const) expect(actions.some((action) => action.what === what), what).toBe(true);
    const submitted = lives.map((life) => new Set(life.flatMap((action) => (action.what === 'report' && action.reporter === 'VP' ? [action.period] : []))).size);
    // November 2023 to October 2026: 36 months, some of which never come in.
    expect(Math.max(...submitted)).toBeLessThanOrEqual(36);
    expect(Math.min(...submitted)).toBeLessThan(36);
  });
});

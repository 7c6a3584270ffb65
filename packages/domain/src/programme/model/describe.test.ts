import { describe, expect, it } from 'vitest';
import { asked, conditionalStep, scheduled, stateAfter, wholeWay } from '../samples.ts';
import type { ModelCommand } from './decide.ts';
import { describeModel, describeSteps } from './describe.ts';
import { evolveModel, initialModel, type ModelPlan } from './state.ts';

const annexThree = { annex: 'III', needsUnit: true } as const;
const annexTwo = { annex: 'II', waitsForC06: true } as const;
const planned = (given: Partial<ModelPlan> = {}) => evolveModel(initialModel, scheduled(given));
const status = (...of: readonly ModelCommand[]) => describeModel(stateAfter(...of), '2024-03-15').status;

describe('the status of a model', () => {
  it('is planned while nothing has begun', () => expect(status(asked.schedule())).toBe('planned'));
  it.each(['not-mentioned', 'no-subject', 'not-deployable'] as const)('is %s where the plan says so', (standing) => expect(describeModel(planned({ standing, annex: 'III', needsUnit: true }), '2024-03-15')).toMatchObject({ status: standing, blockers: [] }));
  it('is not deployable when it was marked so, also while a step is blocked', () => expect(status(asked.schedule(), asked.step('block', 1), asked.mark())).toBe('not-deployable'));
  it('is in progress once a step was started, or was completed straight away', () => {
    expect(status(asked.schedule(), asked.step('start', 1))).toBe('in-progress');
    expect(status(asked.schedule(), asked.step('complete', 1))).toBe('in-progress');
  });
  it('is in progress once its unit is chosen', () => expect(status(asked.schedule(annexThree), asked.unit('u1'))).toBe('in-progress'));
  it('is blocked while a step is, and says which and why', () => {
    const summary = describeModel(stateAfter(asked.schedule(), asked.step('start', 1), asked.step('block', 2)), '2024-03-15');
    expect(summary).toMatchObject({ status: 'blocked', blockers: [{ code: 'step-blocked', step: 2, since: '2023-11-20', cause: 'Chưa có kinh phí' }] });
  });
  it('is blocked while an Annex III model has no unit, though steps are done', () => {
    expect(describeModel(stateAfter(asked.schedule(annexThree), asked.step('complete', 1)), '2024-03-15')).toMatchObject({ status: 'blocked', blockers: [{ code: 'unit-not-chosen' }] });
  });
  it('names every blocker, the unit first', () => {
    const summary = describeModel(stateAfter(asked.schedule(annexThree), asked.step('block', 2), asked.step('block', 1)), '2024-03-15');
    expect(summary.blockers.map((blocker) => ('step' in blocker ? blocker.step : blocker.code))).toEqual(['unit-not-chosen', 1, 2]);
  });
  it('waits for C06 in Annex II until something begins', () => {
    expect(status(asked.schedule(annexTwo))).toBe('waiting-c06');
    expect(status(asked.schedule(annexTwo), asked.step('start', 1))).toBe('in-progress');
    expect(status(asked.schedule(annexTwo), asked.step('block', 1))).toBe('blocked');
    expect(status(asked.schedule(annexTwo), asked.step('block', 1), asked.step('unblock', 1))).toBe('waiting-c06');
  });
  it.each(['in-operation', 'completed', 'launched', 'trained'] as const)('is how it ended: %s', (endKind) => expect(status(asked.schedule({ endKind, steps: [] }), asked.operate())).toBe(endKind));
  it('stays how it ended when a conditional step is blocked afterwards', () => {
    const summary = describeModel(stateAfter(asked.schedule({ steps: [conditionalStep(1)] }), asked.operate(), asked.step('block', 1)), '2024-03-15');
    expect(summary).toMatchObject({ status: 'in-operation', blockers: [], stepsBlocked: 1 });
  });
  it('is in progress again when a step is reopened', () => expect(status(...wholeWay, asked.step('reopen', 1))).toBe('in-progress'));
});

describe('the days of a model', () => {
  it('are none while nothing has begun', () => expect(describeModel(planned(), '2024-03-15')).toMatchObject({ startedOn: null, endedOn: null }));
  it('begin with the first step that began, and end when it was put in operation', () => {
    const way = [asked.schedule(), asked.step('complete', 2, { at: '2023-11-25' }), asked.step('complete', 1, { at: '2023-11-24' }), asked.step('complete', 3), asked.operate()];
    expect(describeModel(stateAfter(...way), '2024-03-15')).toMatchObject({ startedOn: '2023-11-20', endedOn: '2023-12-20' });
  });
  it('begin with the choice of its unit where that came first', () => expect(describeModel(stateAfter(asked.schedule(annexThree), asked.unit('u1'), asked.step('start', 1)), '2024-03-15').startedOn).toBe('2023-11-10'));
  it('do not begin with a step that was blocked before it began', () => expect(describeModel(stateAfter(asked.schedule(), asked.step('block', 1)), '2024-03-15').startedOn).toBeNull());
});

describe('the lateness of a model due before 30 December 2023', () => {
  const late = (today: string, ...of: readonly ModelCommand[]) => {
    const { lateness, daysLate, bornOverdue, lastDayOnTime } = describeModel(stateAfter(...of), today);
    expect([bornOverdue, lastDayOnTime]).toEqual([false, '2023-12-29']);
    return [lateness, daysLate];
  };
  const until = wholeWay.slice(0, -1);

  it('is due through 29 December', () => expect(late('2023-12-29', asked.schedule())).toEqual(['due', 0]));
  it('is overdue by one day on the 30th', () => expect(late('2023-12-30', asked.schedule())).toEqual(['overdue', 1]));
  it('grows by a day a day, across years', () => expect(late('2025-01-01', asked.schedule())).toEqual(['overdue', 369]));
  it('stays overdue when all steps are done but the model is not put in operation', () => expect(late('2024-01-02', ...until)).toEqual(['overdue', 4]));
  it('is in time when it ended on the 29th, whatever day it is', () => expect(late('2026-01-01', ...until, asked.operate({ at: '2023-12-29' }))).toEqual(['in-time', 0]));
  it('is ended late from the 30th on, and no longer grows', () => {
    expect(late('2026-01-01', ...until, asked.operate({ at: '2023-12-30' }))).toEqual(['ended-late', 1]);
    expect(late('2026-01-01', ...until, asked.operate({ at: '2024-03-15' }))).toEqual(['ended-late', 77]);
  });
  it('is overdue again when a step is reopened', () => expect(late('2024-03-15', ...wholeWay, asked.step('reopen', 1))).toEqual(['overdue', 77]));
  it('is conditional while only conditional steps are open', () => {
    const steps = [...(asked.schedule().model.steps.slice(0, 1)), conditionalStep(2)];
    expect(late('2024-03-15', asked.schedule({ steps }))).toEqual(['overdue', 77]);
    expect(late('2024-03-15', asked.schedule({ steps }), asked.step('complete', 1))).toEqual(['conditional', 0]);
    expect(late('2024-03-15', asked.schedule({ steps }), asked.step('complete', 1), asked.step('complete', 2))).toEqual(['overdue', 77]);
  });
  it('is none once nothing is asked', () => expect(late('2024-03-15', asked.schedule(), asked.mark())).toEqual(['none', 0]));
});

describe('a model whose last day on time had passed when the plan was issued', () => {
  const bornOverdue = { deadline: '2023-10-30' };
  it('is told apart from one that became overdue', () => expect(describeModel(planned(bornOverdue), '2024-03-15')).toMatchObject({ lateness: 'born-overdue', bornOverdue: true, daysLate: 138, lastDayOnTime: '2023-10-29' }));
  it('is still so when it has ended late', () => expect(describeModel(stateAfter(asked.schedule({ ...bornOverdue, steps: [] }), asked.operate()), '2024-03-15')).toMatchObject({ lateness: 'ended-late', bornOverdue: true, daysLate: 52 }));
  it('was not born overdue when its last day on time is that of the plan', () => {
    expect(describeModel(planned({ deadline: '2023-11-01' }), '2024-03-15')).toMatchObject({ lateness: 'overdue', bornOverdue: false });
    expect(describeModel(planned({ deadline: '2023-10-31' }), '2024-03-15')).toMatchObject({ lateness: 'born-overdue', bornOverdue: true });
  });
  it('is never late where its only step is conditional, and born overdue all the same', () => expect(describeModel(planned({ ...bornOverdue, steps: [conditionalStep(1)] }), '2024-03-15')).toMatchObject({ lateness: 'conditional', bornOverdue: true, daysLate: 0 }));
});

describe('a model without a deadline', () => {
  it('is not late', () => expect(describeModel(planned({ deadline: null }), '2026-01-01')).toMatchObject({ lateness: 'none', bornOverdue: false, daysLate: 0, lastDayOnTime: null }));
  it('is not described before a plan has it', () => expect(() => describeModel(initialModel, '2024-03-15')).toThrow(RangeError));
});

describe('the steps of a model', () => {
  it('are counted by how far they are', () => {
    const state = stateAfter(asked.schedule(), asked.step('complete', 1), asked.step('block', 3));
    expect(describeModel(state, '2024-03-15')).toMatchObject({ steps: 3, stepsPlanned: 1, stepsInProgress: 0, stepsBlocked: 1, stepsDone: 1 });
  });
  it('are told with their days and the newest event’s words, in the order of the plan', () => {
    const state = stateAfter(asked.schedule(), asked.step('block', 3, { remark: 'chờ' }), asked.step('complete', 1), asked.step('start', 2, { onBehalfOf: 'PC06' }));
    expect(describeSteps(state).map(({ step, status, outside, startedOn, completedOn, blockedOn, cause, onBehalfOf, remark }) => ({ step, status, outside, startedOn, completedOn, blockedOn, cause, onBehalfOf, remark }))).toEqual([
      { step: 1, status: 'completed', outside: false, startedOn: '2023-11-20', completedOn: '2023-11-20', blockedOn: null, cause: '', onBehalfOf: '', remark: '' },
      { step: 2, status: 'in-progress', outside: false, startedOn: '2023-11-20', completedOn: null, blockedOn: null, cause: '', onBehalfOf: 'PC06', remark: '' },
      { step: 3, status: 'blocked', outside: true, startedOn: null, completedOn: null, blockedOn: '2023-11-20', cause: 'Chưa có kinh phí', onBehalfOf: 'PC06', remark: 'chờ' },
    ]);
  });
  it('keep the reason they were reopened for until the next event', () => {
    const reopened = stateAfter(asked.schedule(), asked.step('complete', 1), asked.step('reopen', 1));
    expect(describeSteps(reopened)[0]).toMatchObject({ status: 'in-progress', cause: 'Chưa có kinh phí', completedOn: null });
    expect(describeSteps(stateAfter(asked.schedule(), asked.step('complete', 1), asked.step('reopen', 1), asked.step('complete', 1)))[0]).toMatchObject({ status: 'completed', cause: '' });
  });
});

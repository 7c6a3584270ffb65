import { describe, expect, it } from 'vitest';
import { consolidate } from './consolidate.ts';
import { sampleDuty, sampleInput, sampleModel, standing } from './samples.ts';

const report = consolidate(sampleInput());

describe('a consolidated report', () => {
  it('puts what is overdue, born overdue, ended late, blocked and silent into lists of their own', () => {
    expect(report.lists).toEqual({ overdue: [2], bornOverdue: [3], endedLate: [1], blocked: [2], silent: [1] });
  });

  it('counts what is asked, and never what was born overdue among the overdue', () => {
    expect(report.totals).toEqual({ models: 4, asked: 3, ended: 1, underWay: 1, notBegun: 0, blocked: 1, overdue: 1, bornOverdue: 1, silent: 1, steps: 9, stepsDone: 5, stepsDoneInMonth: 2 });
  });

  it('has every model with its own words, the leads’ before the others’', () => {
    expect(report.models.map(({ model }) => model)).toEqual([1, 2, 3, 4]);
    expect(report.models[0]?.texts.map(({ reporter, text }) => [reporter, text])).toEqual([['CA', 'Đã cấp 30 tài khoản'], ['W1', 'Xã đã hướng dẫn']]);
  });

  it('counts a model with each of its leads, and says whether they reported', () => {
    expect(report.byLead.map(({ code, models, ended, underWay, blocked, overdue, bornOverdue, silent, steps, stepsDone, report: own }) => [code, models, ended, underWay, blocked, overdue, bornOverdue, silent, steps, stepsDone, own])).toEqual([
      ['CA', 2, 1, 1, 0, 0, 1, 1, 6, 4, 'late'], ['VH', 2, 0, 1, 1, 1, 1, 0, 6, 2, 'missing'],
    ]);
  });

  it('tells statuses that are others than when the month began, and steps done within it', () => {
    expect(report.change.statuses).toEqual([{ model: 1, before: 'in-progress', now: 'in-operation' }, { model: 3, before: 'planned', now: 'in-progress' }]);
    expect(report.change.steps.map(({ model, step, completedOn }) => [model, step, completedOn])).toEqual([[1, 2, '2023-12-01'], [1, 3, '2023-12-31']]);
  });

  it('says how many reports are in, late, missing or still awaited, by reporter', () => {
    expect([report.completeness, report.completenessBefore]).toEqual([{ expected: 4, in: 1, late: 1, missing: 1, open: 1 }, { expected: 2, in: 1, late: 0, missing: 1, open: 0 }]);
    expect(report.reports.map(({ reporter, status, daysLate, revision, statusBefore }) => [reporter, status, daysLate, revision, statusBefore])).toEqual([['W1', 'in', 0, 1, 'missing'], ['CA', 'late', 2, 3, 'in'], ['VH', 'missing', 3, 0, null], ['W2', 'due', 0, 0, null]]);
  });

  it('carries its moment, its source and the definition of its figures', () => {
    expect([report.asOf, report.today, report.period, report.previousPeriod]).toEqual(['2024-01-08T03:20:00.000Z', '2024-01-08', '2023-12', '2023-11']);
    expect(report.definitions.map(({ term }) => term)).toContain('Quá hạn tại thời điểm ban hành');
  });

  it('is marked as soon as one model or report of either month is simulated', () => {
    const base = sampleInput();
    const { month, previous } = base;
    expect(report.simulated).toBe(false);
    expect(consolidate({ ...base, models: [sampleModel(1, { simulated: true, now: standing() })] }).simulated).toBe(true);
    expect(consolidate({ ...base, month: { ...month, duties: [sampleDuty('CA', { simulated: true })] } }).simulated).toBe(true);
    expect(consolidate({ ...base, previous: { ...previous, duties: [sampleDuty('CA', { simulated: true })] } }).simulated).toBe(true);
  });
});

describe('an indicator', () => {
  const line = (code: string): unknown => {
    const found = report.indicators.find((one) => one.code === code);
    return found === undefined ? undefined : [found.before, found.now, found.change, found.range, found.reportersBefore, found.reporters];
  };
  it('is the sum of what the reporters gave, and is compared if both months come from the same ones', () => expect(line('n')).toEqual([24.2, 33.1, 8.9, null, 2, 2]));
  it('that is a share of several reporters is a range, for shares do not add up', () => expect(line('p')).toEqual([null, null, null, [40, 80], 0, 2]));
  it('that the system counts has its own value', () => expect(line('c')).toEqual([10, 12, 2, null, 0, 0]));
  it('that nobody gave is left out', () => expect(line('never')).toBe(undefined));
  it('of two months by different reporters is not compared', () => {
    const base = sampleInput();
    const other = consolidate({ ...base, previous: { ...base.previous, duties: base.previous.duties.filter(({ reporter }) => reporter === 'CA') } });
    expect(other.indicators.find(({ code }) => code === 'n')).toMatchObject({ before: 20.2, now: 33.1, change: null, reportersBefore: 1, reporters: 2 });
  });
});

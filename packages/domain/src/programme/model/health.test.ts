import { describe, expect, it } from 'vitest';
import { asked, stateAfter, wholeWay } from '../samples.ts';
import { healthOf, type HealthOptions, type ReportKnown } from './health.ts';

const running = stateAfter(...wholeWay);
const report = (period: string, given: Partial<ReportKnown> = {}): ReportKnown => ({ period, reporter: 'CAH', nothing: false, models: [9], ...given });
const health = (reports: readonly ReportKnown[], given: Partial<HealthOptions> = {}) => healthOf(running, { reports, leads: ['CAH'], today: '2024-03-15', dueDay: 5, ...given });

describe('the health of a continuous model in operation', () => {
  it('is healthy when its lead’s report of the last closed month mentions it', () => expect(health([report('2024-02')])).toBe('healthy'));
  it('is healthy when that report says there is nothing to report', () => expect(health([report('2024-02', { nothing: true, models: [] })])).toBe('healthy'));
  it('is silent without that report', () => expect(health([report('2024-01')])).toBe('silent'));
  it('is silent when that report does not mention it', () => expect(health([report('2024-02', { models: [10] })])).toBe('silent'));
  it('is silent when only another agency reports it', () => expect(health([report('2024-02', { reporter: 'VHTT' })])).toBe('silent'));
  it('asks every lead of it', () => {
    const leads = ['YT', 'VHTT'];
    expect(health([report('2024-02', { reporter: 'YT' })], { leads })).toBe('silent');
    expect(health([report('2024-02', { reporter: 'YT' }), report('2024-02', { reporter: 'VHTT', nothing: true })], { leads })).toBe('healthy');
  });
  it('asks the successor of a lead where the caller names it', () => expect(health([report('2024-02', { reporter: 'PC06' })], { leads: ['PC06'] })).toBe('healthy'));
  it('is silent where nobody leads it any more', () => expect(health([report('2024-02')], { leads: [] })).toBe('silent'));
  it('awaits a month’s report until its last day on time has passed', () => {
    expect(health([report('2024-01')], { today: '2024-03-05' })).toBe('healthy');
    expect(health([report('2024-01')], { today: '2024-03-06' })).toBe('silent');
  });
  it('is not known until the month in which it began has closed', () => {
    expect(health([], { today: '2023-12-31' })).toBe('not-yet');
    expect(health([], { today: '2024-01-05' })).toBe('not-yet');
    expect(health([], { today: '2024-01-06' })).toBe('silent');
    expect(health([report('2023-12')], { today: '2024-01-06' })).toBe('healthy');
  });
});

describe('no health', () => {
  const options = { reports: [], leads: ['CAH'], today: '2024-03-15', dueDay: 5 };
  it('has a model that does not run', () => expect(healthOf(stateAfter(...wholeWay.slice(0, -1)), options)).toBe(''));
  it('has a model that is not continuous', () => expect(healthOf(stateAfter(asked.schedule({ continuous: false, steps: [] }), asked.operate()), options)).toBe(''));
  it('has a model that no longer is deployable by a later plan', () => expect(healthOf(stateAfter(...wholeWay, asked.schedule({ standing: 'not-deployable' })), options)).toBe(''));
  it('has a model that was reopened', () => expect(healthOf(stateAfter(...wholeWay, asked.step('reopen', 1)), options)).toBe(''));
});

describe('health', () => {
  it('is also of a continuous model that ended as launched', () => expect(healthOf(stateAfter(asked.schedule({ endKind: 'launched', steps: [] }), asked.operate()), { reports: [report('2024-02')], leads: ['CAH'], today: '2024-03-15', dueDay: 5 })).toBe('healthy'));
});

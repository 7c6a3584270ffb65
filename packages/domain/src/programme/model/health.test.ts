import type { LeadAgency } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { asked, stateAfter, wholeWay } from '../samples.ts';
import { healthOf, type HealthOptions, type ReportKnown } from './health.ts';

const running = stateAfter(...wholeWay);
const lead = (code: string, given: Partial<LeadAgency> = {}): LeadAgency => ({ code, vi: code, from: null, to: null, collective: false, ...given });
/** The same model, led by others. */
const ledBy = (...leads: readonly LeadAgency[]) => stateAfter(...wholeWay, asked.schedule({ leads: [...leads] }));
const everybody = () => true;
const report = (period: string, given: Partial<ReportKnown> = {}): ReportKnown => ({ period, reporter: 'CAH', nothing: false, models: [9], ...given });
const health = (reports: readonly ReportKnown[], given: Partial<HealthOptions> = {}, state = running) => healthOf(state, { reports, asked: everybody, today: '2024-03-15', dueDay: 5, ...given });

describe('the health of a continuous model in operation', () => {
  it('is healthy when its lead’s report of the last closed month mentions it', () => expect(health([report('2024-02')])).toBe('healthy'));
  it('is healthy when that report says there is nothing to report', () => expect(health([report('2024-02', { nothing: true, models: [] })])).toBe('healthy'));
  it('is silent without that report', () => expect(health([report('2024-01')])).toBe('silent'));
  it('is silent when that report does not mention it', () => expect(health([report('2024-02', { models: [10] })])).toBe('silent'));
  it('is silent when only another agency reports it', () => expect(health([report('2024-02', { reporter: 'VHTT' })])).toBe('silent'));
  it('asks every lead of it', () => {
    const state = ledBy(lead('YT'), lead('VHTT'));
    expect(health([report('2024-02', { reporter: 'YT' })], {}, state)).toBe('silent');
    expect(health([report('2024-02', { reporter: 'YT' }), report('2024-02', { reporter: 'VHTT', nothing: true })], {}, state)).toBe('healthy');
  });
  it('asks who came after a lead from the month in which it began, and not before', () => {
    const state = ledBy(lead('CAH', { to: '2024-01-31' }), lead('PC06', { from: '2024-02-01' }));
    expect(health([report('2024-02', { reporter: 'PC06' })], {}, state)).toBe('healthy');
    expect(health([report('2024-02', { reporter: 'CAH' })], {}, state)).toBe('silent');
    expect(health([report('2024-01', { reporter: 'CAH' })], { today: '2024-02-20' }, state)).toBe('healthy');
  });
  it('hears anybody who mentions it where nobody who leads it has to report', () => {
    for (const [state, heard] of [[ledBy(lead('CAH', { to: '2024-01-31' })), everybody], [ledBy(lead('CQBN')), (code: string) => code !== 'CQBN']] as const) {
      expect(health([report('2024-02', { reporter: 'W1' })], { asked: heard }, state)).toBe('healthy');
      expect(health([report('2024-02', { reporter: 'W1', nothing: true, models: [] })], { asked: heard }, state)).toBe('silent');
      expect(health([], { asked: heard }, state)).toBe('silent');
    }
  });
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
  const options = { reports: [], asked: everybody, today: '2024-03-15', dueDay: 5 };
  it('has a model that does not run', () => expect(healthOf(stateAfter(...wholeWay.slice(0, -1)), options)).toBe(''));
  it('has a model that is not continuous', () => expect(healthOf(stateAfter(asked.schedule({ continuous: false, steps: [] }), asked.operate()), options)).toBe(''));
  it('has a model that no longer is deployable by a later plan', () => expect(healthOf(stateAfter(...wholeWay, asked.schedule({ standing: 'not-deployable' })), options)).toBe(''));
  it('has a model that was reopened', () => expect(healthOf(stateAfter(...wholeWay, asked.step('reopen', 1)), options)).toBe(''));
});

describe('health', () => {
  it('is also of a continuous model that ended as launched', () => expect(healthOf(stateAfter(asked.schedule({ endKind: 'launched', steps: [] }), asked.operate()), { reports: [report('2024-02')], asked: everybody, today: '2024-03-15', dueDay: 5 })).toBe('healthy'));
});

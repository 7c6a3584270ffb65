import type { Indicator, Model, Report } from './answers.ts';

/** A model as the list tells it, for tests. */
export const model = (given: Partial<Model>): Model => ({
  no: 9, version: 7, titleVi: 'Mô hình', titleEn: 'Model', annex: 'I', leads: [], leadsToday: [], coordinating: [], deadline: '2023-12-30', lastDayOnTime: '2023-12-29', standing: 'deployable', standingVi: '',
  needsUnit: false, unit: null, status: 'in-progress', blockers: [], lateness: 'none', daysLate: 0, steps: 3, stepsDone: 1, endedOn: null, health: '', simulated: false, ...given,
});

export const indicator = (code: string, of: number, given: Partial<Indicator> = {}): Indicator => ({ code, model: of, vi: code, en: code, unit: 'cơ sở', kind: 'count', source: 'entered', definitionVi: '', definitionEn: '', ...given });

export const report = (given: Partial<Report>): Report => ({
  reporter: 'CAH', revision: 1, revisions: 1, dueOn: '2026-11-05', submittedAt: '2026-11-03T02:00:00.000Z', recordedAt: '2026-11-03T02:00:00.000Z', late: false, actor: 'officer:k', nothing: false, models: [], ...given,
});

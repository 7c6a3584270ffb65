import { commanded, plan, scheduled } from '../samples.ts';
import { evolveModel, initialModel, type ModelPlan, type ModelState } from '../model/state.ts';
import type { IndicatorRule } from './check.ts';
import type { ReportCommand, ReportDecisionKnowledge } from './decide.ts';
import type { Assignment } from './duty.ts';
import type { ReportContent } from './state.ts';

/** What tests of reports share: model 9 led by CAH, 10 by CAH too, 17 without a subject, 15 not deployable, 20 led by another. */

export const assignment = (given: Partial<Assignment> = {}): Assignment => ({
  reporter: 'CAH', kind: 'agency', nameVi: 'Công an huyện', from: '2023-11', to: null, dueDay: 5, receiver: 'CAH', receiverVi: 'Công an huyện', verified: true, ...given,
});

const model = (given: Partial<ModelPlan>): ModelState => evolveModel(initialModel, scheduled(given));
const lead = { vi: 'Cơ quan', from: null, to: null, collective: false };
const bank = { ...lead, code: 'NHCS', to: '2025-02-28' };
const models: Readonly<Record<number, ModelState>> = {
  9: model({}),
  10: model({ model: 10 }),
  15: model({ model: 15, standing: 'not-deployable' }),
  17: model({ model: 17, standing: 'no-subject', leads: [], coordinating: [], steps: [] }),
  20: model({ model: 20, leads: [bank, { ...lead, code: 'NV', from: '2025-03-01' }], coordinating: [], steps: plan().steps.slice(2) }),
  35: model({ model: 35, leads: [{ ...lead, code: 'CQBN', collective: true }], coordinating: [], steps: [] }),
};

const indicators: readonly IndicatorRule[] = [
  { code: 'm09.facilities', model: 9, kind: 'count', source: 'entered' },
  { code: 'm09.share', model: 9, kind: 'share', source: 'entered' },
  { code: 'm09.amount', model: 9, kind: 'amount', source: 'entered' },
  { code: 'm09.accounts', model: 9, kind: 'count', source: 'counted' },
  { code: 'm10.zones', model: 10, kind: 'count', source: 'entered' },
];

export const known: ReportDecisionKnowledge = {
  model: (number) => models[number],
  indicator: (code) => indicators.find((one) => one.code === code),
  assignments: [assignment(), assignment({ reporter: 'VHTT' }), assignment({ reporter: 'NHCS', to: '2025-06' }), assignment({ reporter: 'u1', kind: 'unit', from: '2025-07' })],
  request: null,
};

type Entry = ReportContent['models'][number];
export const value = (code: string, given: Partial<Entry['indicators'][number]> = {}): Entry['indicators'][number] => ({ code, value: 12, target: null, remark: '', ...given });
export const entry = (number: number, given: Partial<Entry> = {}): Entry => ({ model: number, text: 'Đã tuyên truyền.', indicators: [], ...given });

/** CAH's report of October 2025 about model 9, filed on 2025-11-03. */
export const filed = (given: Partial<ReportCommand> = {}): ReportCommand => ({ command: 'submit', period: '2025-10', request: '', reporter: 'CAH', nothing: false, models: [entry(9)], channel: 'api', today: '2025-11-03', ...commanded, ...given });

import { localMidnight, type Assignment, type ModelPlan } from '@da06/domain';
import type { PlanToLive } from './plan.ts';

const agency = (code: string): { readonly code: string; readonly vi: string } => ({ code, vi: `Cơ quan ${code}` });

const model = (number: number, more: Partial<Omit<ModelPlan, 'steps'>> & { readonly steps: number; readonly outsideStep?: number }): ModelPlan => {
  const { steps, outsideStep, ...rest } = more;
  return {
    model: number, plan: { reference: '01/KH-MAU', probable: false, date: '2023-10-31' }, titleVi: `Mô hình mẫu ${number}`, titleEn: '', annex: 'I', annexStated: true, leads: [{ ...agency('VP'), from: null, to: null, collective: false }], coordinating: [], deadline: '2023-12-30',
    endKind: 'in-operation', continuous: true, yearly: false, replicate: false, standing: 'deployable', standingVi: '', needsUnit: false, waitsForC06: false,
    steps: Array.from({ length: steps }, (_, index) => ({ step: index + 1, vi: `Bước ${index + 1}`, en: '', actors: [{ ...agency(index + 1 === outsideStep ? 'NGOAI' : 'VP'), outside: index + 1 === outsideStep }], actorsStated: true, conditional: false })),
    ...rest,
  };
};

const assignments: Assignment[] = [
  { reporter: 'VP', kind: 'agency', nameVi: 'Văn phòng mẫu', from: '2023-11', to: null, dueDay: 5, receiver: 'CA', receiverVi: 'Công an mẫu', verified: true },
  { reporter: 'U1@old', kind: 'unit', nameVi: 'Xã mẫu một', from: '2023-11', to: '2025-06', dueDay: 5, receiver: 'CA', receiverVi: 'Công an mẫu', verified: true },
  { reporter: 'U2@old', kind: 'unit', nameVi: 'Xã mẫu hai', from: '2023-11', to: '2025-06', dueDay: 5, receiver: 'CA', receiverVi: 'Công an mẫu', verified: true },
  { reporter: 'U1@new', kind: 'unit', nameVi: 'Xã mẫu mới', from: '2025-07', to: null, dueDay: 5, receiver: 'CA', receiverVi: 'Công an mẫu', verified: false },
];

/** A small invented plan with every kind of model. */
export const inventedPlan: PlanToLive & { readonly models: readonly ModelPlan[]; readonly assignments: readonly Assignment[] } = {
  startsAt: localMidnight('2023-11-01') + 9 * 3_600_000,
  models: [
    model(1, { steps: 4, outsideStep: 2 }), model(2, { steps: 3, annex: 'III', needsUnit: true }), model(3, { steps: 2, annex: 'II', waitsForC06: true, endKind: 'completed', continuous: false }), model(4, { steps: 5 }), model(5, { steps: 3 }),
    model(6, { steps: 0, standing: 'no-subject', annex: '', endKind: null, deadline: null }), model(7, { steps: 3, endKind: 'trained', continuous: false, yearly: true }), model(8, { steps: 4 }),
  ],
  assignments,
  reporters: assignments,
  indicators: [
    { code: 'm01.a', model: 1, kind: 'count', source: 'entered' }, { code: 'm01.b', model: 1, kind: 'share', source: 'entered' }, { code: 'm04.a', model: 4, kind: 'amount', source: 'entered' }, { code: 'm05.a', model: 5, kind: 'count', source: 'counted' },
  ],
};

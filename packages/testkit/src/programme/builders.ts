import {
  indicatorObservedType, modelMarkedNotDeployableType, modelPutInOperationType, modelScheduledType, modelUnitChosenType, reportAmendedType, reportRequestedType, reportSubmittedType, reporterAssignedType, stepBlockedType,
  stepCompletedType, stepReopenedType, stepStartedType, stepUnblockedType, streamOwnerClaimedType, type IndicatorObserved, type ModelMarkedNotDeployable, type ModelPutInOperation, type ModelScheduled, type ModelUnitChosen,
  type ReportAmended, type ReportRequested, type ReportSubmitted, type ReporterAssigned, type StepBlocked, type StepCompleted, type StepReopened, type StepStarted, type StepUnblocked, type StreamOwnerClaimed,
} from '@da06/events';
import type { BuilderOf } from '../any-event.ts';

const commanded = { idempotencyKey: '', requestHash: '', simulated: false };
const step = { model: 9, step: 1, at: '2026-03-01', onBehalfOf: '', remark: '', ...commanded };
const report = { period: '2026-02', request: '', reporter: 'VHTT', dueOn: '2026-03-05', nothing: false, models: [{ model: 9, text: 'Đã hướng dẫn 3 cơ sở (mẫu).', indicators: [] }], channel: 'api' as const, ...commanded };

const model = ({ model }: { readonly model: number }): string => String(model);
const stream = ({ period, request, reporter }: { readonly period: string; readonly request: string; readonly reporter: string }): string => `${period === '' ? request : period}/${reporter}`;

/** A model of the plan as a test needs it: one lead, two steps, no deadline. */
export const scheduledModel = (): ModelScheduled['data'] => ({
  model: 9, plan: { reference: '299/KH-UBND', probable: true, date: '2023-10-31' }, titleVi: 'Mô hình thử', titleEn: 'Model for a test', annex: 'I', annexStated: true, leads: [{ code: 'CAH', vi: 'Công an huyện', from: null, to: null, collective: false }],
  coordinating: [], deadline: null, endKind: 'in-operation', continuous: false, yearly: false, replicate: false, standing: 'deployable', standingVi: '', needsUnit: false, waitsForC06: false,
  steps: [1, 2].map((number) => ({ step: number, vi: `Bước ${number}`, en: `Step ${number}`, actors: [{ code: 'CAH', vi: 'Công an huyện', outside: false }], actorsStated: true, conditional: false })), ...commanded,
});

/** Builders of the programme's events; the version of their stream goes into `envelope`. */
export const programmeBuilders = (builder: BuilderOf, now: () => string) => ({
  modelScheduled: builder<ModelScheduled>(modelScheduledType, model, scheduledModel),
  modelUnitChosen: builder<ModelUnitChosen>(modelUnitChosenType, model, () => ({ model: 9, unit: 'W25357@2025', at: '2026-03-01', remark: '', ...commanded })),
  stepStarted: builder<StepStarted>(stepStartedType, model, () => step),
  stepCompleted: builder<StepCompleted>(stepCompletedType, model, () => step),
  stepBlocked: builder<StepBlocked>(stepBlockedType, model, () => ({ ...step, cause: 'Chưa có kinh phí (mẫu).' })),
  stepUnblocked: builder<StepUnblocked>(stepUnblockedType, model, () => step),
  stepReopened: builder<StepReopened>(stepReopenedType, model, () => ({ ...step, cause: 'Phải làm lại (mẫu).' })),
  modelPutInOperation: builder<ModelPutInOperation>(modelPutInOperationType, model, () => ({ model: 9, at: '2026-03-01', outcome: 'in-operation', remark: '', ...commanded })),
  modelMarkedNotDeployable: builder<ModelMarkedNotDeployable>(modelMarkedNotDeployableType, model, () => ({ model: 9, at: '2026-03-01', cause: 'Không có đối tượng (mẫu).', remark: '', ...commanded })),
  streamOwnerClaimed: builder<StreamOwnerClaimed>(streamOwnerClaimedType, ({ owner }) => owner, () => ({ owner: 'da06-programme', url: '', instance: 'test' })),
  reporterAssigned: builder<ReporterAssigned>(reporterAssignedType, ({ reporter }) => reporter, () => ({
    reporter: 'VHTT', kind: 'agency', nameVi: 'Phòng Văn hóa và Thông tin', from: '2026-01', to: null, dueDay: 5, receiver: 'CAH', receiverVi: 'Công an huyện', verified: true, ...commanded,
  })),
  reportRequested: builder<ReportRequested>(reportRequestedType, ({ request }) => request, () => ({ request: 'yc-2026-03-01', reporters: ['VHTT'], models: [9], dueOn: '2026-03-15', text: 'Báo cáo đột xuất (mẫu).', ...commanded })),
  reportSubmitted: builder<ReportSubmitted>(reportSubmittedType, stream, () => report),
  reportAmended: builder<ReportAmended>(reportAmendedType, stream, () => report),
  indicatorObserved: builder<IndicatorObserved>(indicatorObservedType, ({ code, period, unit }) => `${code}/${period}/${unit}`, () => ({ code: 'm09.facilities', model: 9, period: '2026-02', unit: '', value: 31, knownTo: now(), simulated: false })),
});

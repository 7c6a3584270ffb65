import type { ConsolidatedDuty, ConsolidatedIndicator, ConsolidatedInput, ConsolidatedModel, ReportContent, Standing } from './types.ts';

/** Invented agencies, models and reports for the tests of the consolidated report. */
const [police, culture] = [{ code: 'CA', vi: 'Công an huyện' }, { code: 'VH', vi: 'Phòng Văn hóa và Thông tin' }];

export const standing = (more: Partial<Standing> = {}): Standing => ({ status: 'in-progress', lateness: 'due', bornOverdue: false, daysLate: 0, blockers: [], steps: 3, stepsDone: 1, ...more });

export const sampleModel = (model: number, more: Partial<ConsolidatedModel> = {}): ConsolidatedModel => ({
  model, titleVi: `Mô hình mẫu số ${model}`, leads: [police], annex: 'I', continuous: true, deadline: '2023-12-30', standingVi: '', now: standing(), health: '', before: standing(),
  steps: [1, 2, 3].map((step) => ({ step, vi: `Bước mẫu ${step}`, completedOn: step === 1 ? '2023-11-20' : null })), simulated: false, ...more,
});

export const sampleDuty = (reporter: string, more: Partial<ConsolidatedDuty> = {}): ConsolidatedDuty => ({
  reporter, nameVi: { CA: police.vi, VH: culture.vi }[reporter] ?? `UBND xã Mẫu ${reporter}`, kind: 'agency', status: 'in', daysLate: 0, dueOn: '2024-01-05', submittedOn: '2024-01-04', revision: 1, content: null, simulated: false, ...more,
});

export const saying = (model: number, text: string, values: Readonly<Record<string, number>> = {}): ReportContent => ({ nothing: false, models: [{ model, text, indicators: Object.entries(values).map(([code, value]) => ({ code, value, target: null, remark: '' })) }] });

const indicator = (code: string, kind: ConsolidatedIndicator['kind'], source: ConsolidatedIndicator['source'] = 'entered'): ConsolidatedIndicator => ({ code, model: 1, vi: `Chỉ tiêu mẫu ${code}`, unit: kind === 'share' ? '%' : 'cơ sở', kind, source, definitionVi: '' });
const sampleIndicators = [indicator('n', 'count'), indicator('p', 'share'), indicator('c', 'count', 'counted'), indicator('never', 'count')];

export const sampleInput = (more: Partial<ConsolidatedInput> = {}): ConsolidatedInput => ({
  asOf: '2024-01-08T03:20:00.000Z', today: '2024-01-08', issuer: { superiorVi: 'UBND huyện Mẫu', nameVi: 'Công an huyện', placeVi: 'Mẫu' },
  plan: { reference: '1/KH-UBND', probable: true, date: '2023-10-31', titleVi: 'Thực hiện các mô hình điểm' },
  models: [
    sampleModel(1, { now: standing({ status: 'in-operation', lateness: 'ended-late', daysLate: 4, stepsDone: 3 }), health: 'silent', steps: [{ step: 1, vi: 'Bước mẫu 1', completedOn: '2023-11-30' }, { step: 2, vi: 'Bước mẫu 2', completedOn: '2023-12-01' }, { step: 3, vi: 'Bước mẫu 3', completedOn: '2023-12-31' }] }),
    sampleModel(2, { leads: [culture], annex: 'III', now: standing({ status: 'blocked', lateness: 'overdue', daysLate: 10, blockers: [{ code: 'unit-not-chosen' }, { code: 'step-blocked', step: 2, since: '2023-12-15', cause: 'Chưa có kinh phí' }] }), before: standing({ status: 'blocked' }) }),
    sampleModel(3, { leads: [culture, police], deadline: '2023-10-30', now: standing({ lateness: 'born-overdue', bornOverdue: true, daysLate: 1071 }), before: standing({ status: 'planned', lateness: 'born-overdue' }) }),
    sampleModel(4, { leads: [], deadline: null, annex: '', titleVi: '', now: standing({ status: 'not-mentioned', lateness: 'none', steps: 0, stepsDone: 0 }), before: null, steps: [], continuous: false, standingVi: 'Không có trong văn bản' }),
  ],
  month: {
    period: '2023-12', counted: new Map([['c', 12]]),
    duties: [sampleDuty('W1', { kind: 'unit', content: saying(1, 'Xã đã hướng dẫn', { n: 3, p: 40 }) }), sampleDuty('CA', { status: 'late', daysLate: 2, submittedOn: '2024-01-07', revision: 3, content: saying(1, 'Đã cấp 30 tài khoản', { n: 30.1, p: 80 }) }), sampleDuty('VH', { status: 'missing', daysLate: 3, submittedOn: null, revision: 0 }), sampleDuty('W2', { status: 'due', submittedOn: null, revision: 0, kind: 'unit' })],
  },
  previous: { period: '2023-11', counted: new Map([['c', 10]]), duties: [sampleDuty('CA', { content: saying(1, 'Đang cấp', { n: 20.2 }) }), sampleDuty('W1', { kind: 'unit', status: 'missing', content: saying(1, '', { n: 4 }) })] },
  indicators: sampleIndicators,
  ...more,
});

import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { commanded } from '../samples.ts';
import { decideRequest, type ReportRequest } from './request.ts';
import { known as reports } from './samples.ts';

const known = { assignments: reports.assignments, hasModel: (number: number) => number <= 43 };
const request = (given: Partial<ReportRequest> = {}): ReportRequest => ({ request: 'r-1', reporters: ['CAH', 'u1'], models: [9], dueOn: '2025-11-20', text: 'Báo cáo nhanh.', ...given });
const ask = (of: ReportRequest, held?: ReportRequest) => decideRequest({ today: '2025-11-03', request: of, ...commanded }, held, known);
const refusal = (of: ReportRequest, held?: ReportRequest): string => {
  try {
    return `accepted: ${JSON.stringify(ask(of, held))}`;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('asking for a report beside the monthly ones', () => {
  it('puts it into the log', () => expect(ask(request())).toEqual([{ type: 'vn.da06.report.requested.v1', at: '2025-11-03', data: { ...request(), ...commanded } }]));
  it('says nothing when the same is asked again', () => expect(ask(request(), { ...request(), ...commanded })).toEqual([]));
  it('is refused under an id that asks something else', () => expect(refusal(request({ dueOn: '2025-11-21' }), request())).toBe('report-request.exists'));
  it('is refused of a reporter who is unknown', () => expect(refusal(request({ reporters: ['CAH', 'XX'] }))).toBe('reporter.unknown'));
  it('is refused about a model that is in no plan', () => expect(refusal(request({ models: [9, 44] }))).toBe('model.unknown'));
  it('is refused with a number of a person in its text', () => expect(refusal(request({ text: 'gọi 0912345678' }))).toBe('text.personal'));
});

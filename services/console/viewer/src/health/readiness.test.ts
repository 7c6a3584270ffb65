import { describe, expect, it } from 'vitest';
import { problemOfBody, unreachable } from '../api/problem.ts';
import { heardOf, verdictOf } from './readiness.ts';

const count = (value: number): string => String(value);
const said = (answer: unknown) => verdictOf(heardOf(answer), count);

describe('whether the server is ready', () => {
  it('is told by its answer', () => expect(said({ status: 'ready', demonstration: 'off', lag: 0 })).toMatchObject({ tone: 'good', title: { vi: 'Sẵn sàng' } }));
  it('is told by its refusal too: 503 has the same fields', () => {
    const verdict = said(problemOfBody(503, { status: 'starting', demonstration: 'off', lag: 12 }));
    expect(verdict).toMatchObject({ tone: 'bad', title: { vi: 'Chưa sẵn sàng' } });
    expect(verdict.reasons[1]?.vi).toMatch(/^12 sự kiện đã nhận nhưng chưa hiện/);
  });
  it('asks for attention while the demonstration loads, or much is not visible yet', () => {
    expect(said({ status: 'ready', demonstration: 'loading', lag: 0 }).tone).toBe('note');
    expect(said({ status: 'ready', demonstration: 'loaded', lag: 1_001 }).tone).toBe('note');
    expect(said({ status: 'ready', demonstration: 'loaded', lag: 1_000 }).tone).toBe('good');
  });
  it('is not known where nobody answers, or something else does', () => {
    expect(said(unreachable())).toMatchObject({ title: { vi: 'Không kết nối được máy chủ' }, reasons: [{ vi: 'Kiểm tra máy chủ còn chạy không và đường mạng. Trang tự hỏi lại.' }] });
    expect(said(problemOfBody(502, undefined)).reasons[0]?.vi).toBe('Máy chủ trả lời 502.');
    expect(said('x').tone).toBe('bad');
  });
});

import { describe, expect, it } from 'vitest';
import { problemOfBody } from '../api/problem.ts';
import { currentOf, faultsOf, refusalOf } from './faults.ts';

const problem = (code: string, more: object = {}, status = 422) => problemOfBody(status, { code, vi: 'Tiếng Việt.', title: 'English.', ...more });

describe('a refusal', () => {
  it('is told beside the fields that its pointers name', () => {
    const error = problem('text.personal', { faults: [{ pointer: '/models/0/text', code: 'text.personal', vi: 'Có số điện thoại.', en: 'A number.' }, { pointer: '/models/1/no', code: 'model.unknown', vi: 'Không có.', en: 'None.' }] });
    expect([...refusalOf(error, 'vi').fields]).toEqual([['/models/0/text', 'Có số điện thoại.'], ['/models/1/no', 'Không có.']]);
    expect(refusalOf(error, 'en').fields.get('/models/1/no')).toBe('None.');
  });
  it('without a pointer stands beside the field that mends it', () => {
    expect(refusalOf(problem('step.cause-required'), 'vi')).toEqual({ fields: new Map([['/cause', 'Tiếng Việt.']]), whole: undefined });
    expect(refusalOf(problem('step.on-behalf-required'), 'vi').fields.has('/onBehalfOf')).toBe(true);
  });
  it('of a day says the earliest as people write it', () => expect(refusalOf(problem('step.at-too-early', { detail: 'The earliest is 2026-11-20.' }), 'vi').fields.get('/at')).toBe('Tiếng Việt. (20/11/2026)'));
  it('of another kind is told of the whole form', () => expect(refusalOf(problem('model.ended'), 'en')).toEqual({ fields: new Map(), whole: 'English.' }));
  it('that is a fault of the program is thrown on', () => expect(() => refusalOf(new TypeError('x'), 'vi')).toThrow(TypeError));
});

describe('faults of a workbook', () => {
  it('name sheet and cell', () => {
    const body = { faults: [{ pointer: '/nothing', code: 'report.empty', severity: 'reject', vi: 'Rỗng.', en: 'Empty.', received: 'x', at: { sheet: 'Báo cáo', row: 6, column: 4, cell: 'D6' } }] };
    expect(faultsOf(body)).toEqual([{ pointer: '/nothing', code: 'report.empty', vi: 'Rỗng.', en: 'Empty.', received: 'x', cell: 'Báo cáo – D6' }]);
  });
  it('are none in an answer that holds none', () => expect([faultsOf({}), faultsOf(null), faultsOf('x')]).toEqual([[], [], []]));
});

describe('the state that an answer of 412 holds', () => {
  it('is what it is now', () => expect(currentOf(problem('model.changed', { current: { version: 8 } }, 412))).toEqual({ version: 8 }));
  it('is looked for in no other answer', () => expect(currentOf(problem('model.ended', { current: { version: 8 } }))).toBeUndefined());
});

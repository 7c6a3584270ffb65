import { describe, expect, it } from 'vitest';
import type { Model } from './answers.ts';
import { agenciesOf, chosen, filterOf, groupsOf, isLate, leadersOf, statusesOf } from './filter.ts';
import { model } from './samples.ts';

const lead = (code: string, vi: string) => ({ code, vi, from: null, to: null, collective: false });
const models: readonly Model[] = [
  model({ no: 2, titleVi: 'Tự động hóa Bộ phận một cửa', annex: 'III', leads: [lead('VPUB', 'Văn phòng')], status: 'blocked', lateness: 'overdue', daysLate: 9 }),
  model({ no: 9, titleVi: 'Quản lý lưu trú', annex: 'I', leads: [lead('CAH', 'Công an huyện'), lead('PC06', 'Phòng PC06')], leadsToday: ['PC06'], status: 'in-operation', lateness: 'ended-late', daysLate: 3 }),
  model({ no: 14, titleVi: '', annex: '', status: 'not-mentioned' }),
  model({ no: 22, titleVi: 'Đảm bảo điều kiện', annex: 'I', leads: [lead('VPUB', 'Văn phòng')], status: 'in-progress', lateness: 'born-overdue', daysLate: 40 }),
];
const numbers = (query: string): readonly number[] => chosen(models, filterOf(new URLSearchParams(query))).map(({ no }) => no);

describe('the board of the models', () => {
  it('shows all without a filter', () => expect(numbers('')).toEqual([2, 9, 14, 22]));
  it('is found by words without their marks, in any order, and by number', () => {
    expect(numbers('q=dam+bao')).toEqual([22]);
    expect(numbers('q=LƯU+quản')).toEqual([9]);
    expect(numbers('q=14')).toEqual([14]);
    expect(numbers('q=pc06')).toEqual([9]);
  });
  it('keeps those of an agency that leads or led them', () => expect([numbers('agency=CAH'), numbers('agency=VPUB')]).toEqual([[9], [2, 22]]));
  it('keeps a group, also those in no annex', () => expect([numbers('group=I'), numbers('group=none')]).toEqual([[9, 22], [14]]));
  it('keeps a status together with the other filters', () => expect([numbers('status=blocked'), numbers('status=blocked&group=I')]).toEqual([[2], []]));
  it('counts as late what is past its deadline and not at its end, not what ended late', () => {
    expect(numbers('late=1')).toEqual([2, 22]);
    expect(models.filter(isLate)).toHaveLength(2);
  });
});

describe('what the filters offer', () => {
  it('are the agencies, those that lead today first, with the number of their models', () =>
    expect(agenciesOf(models).map(({ code, ended, models: count }) => [code, ended, count])).toEqual([['PC06', false, 1], ['CAH', true, 1], ['VPUB', true, 2]]));
  it('are the statuses that occur, what asks for attention first', () => expect(statusesOf(models).map(({ status }) => status)).toEqual(['blocked', 'in-progress', 'in-operation', 'not-mentioned']));
  it('are the groups, no annex last', () => expect(groupsOf(models)).toEqual(['I', 'III', 'none']));
});

describe('who leads a model', () => {
  it('is who does today', () => expect(leadersOf(models[1] ?? model({}))).toEqual([{ code: 'PC06', vi: 'Phòng PC06', ended: false }]));
  it('is who did last, told as ended, where nobody does', () => expect(leadersOf(models[0] ?? model({}))).toEqual([{ code: 'VPUB', vi: 'Văn phòng', ended: true }]));
});

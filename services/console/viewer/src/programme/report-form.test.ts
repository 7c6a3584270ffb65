import { describe, expect, it } from 'vitest';
import { draftOf, written, type Known } from './report-form.ts';
import { indicator, model, report } from './samples.ts';

const lead = { code: 'CAH', vi: 'Công an huyện', from: null, to: null, collective: false };
const known: Known = {
  duty: { reporter: 'CAH', kind: 'agency' },
  models: [model({ no: 9, leads: [lead] }), model({ no: 10, leads: [lead] }), model({ no: 11, coordinating: [{ code: 'CAH', vi: '' }] }), model({ no: 12 }), model({ no: 15, leads: [lead], standing: 'not-deployable', status: 'not-deployable' })],
  indicators: [indicator('m09.facilities', 9), indicator('m09.reporting', 9, { source: 'counted' }), indicator('m10.zones', 10)],
  report: null, before: null, added: [],
};
const sections = (given: Partial<Known>): readonly number[] => draftOf({ ...known, ...given }).sections.map(({ model: { no } }) => no);
const fill = (values: Readonly<Record<string, string>>, given: Partial<Known> = {}) => written(draftOf({ ...known, ...given }), (field) => values[field] ?? '');

describe('the form of a report', () => {
  it('has the models that an agency leads or coordinates, none that cannot be carried out', () => expect(sections({})).toEqual([9, 10, 11]));
  it('has every model for a unit', () => expect(sections({ duty: { reporter: 'W1@2025', kind: 'unit' } })).toEqual([9, 10, 11, 12]));
  it('has those that were reported or added though the list does not tell a part in them', () => {
    expect(sections({ added: [12] })).toEqual([9, 10, 11, 12]);
    expect(sections({ report: report({ models: [{ no: 12, text: 'x', indicators: [] }] }) })).toEqual([9, 10, 11, 12]);
  });
  it('begins with what was filed, last month beside it', () => {
    const filed = report({ models: [{ no: 9, text: 'Đã xong', indicators: [{ code: 'm09.facilities', value: 12.5, target: null, note: 'n' }] }] });
    const before = report({ models: [{ no: 9, text: '', indicators: [{ code: 'm09.facilities', value: 3, target: 40, note: '' }] }] });
    const [section] = draftOf({ ...known, report: filed, before }).sections;
    expect(section).toMatchObject({ text: 'Đã xong', filled: true, awaited: false });
    expect(section?.lines[0]).toMatchObject({ value: '12,5', target: '40', note: 'n', before: 3 });
  });
  it('awaits what last month spoke of until this month is filed', () => {
    const before = report({ models: [{ no: 10, text: 'x', indicators: [] }] });
    expect(draftOf({ ...known, before }).sections.map(({ awaited }) => awaited)).toEqual([false, true, false]);
  });
});

describe('what the form says', () => {
  it('leaves out models without a text and without a value', () =>
    expect(fill({ '10/text': ' Đang làm. ', 'm09.facilities/value': '1.234' }).body).toEqual({ nothing: false, models: [
      { no: 9, text: '', indicators: [{ code: 'm09.facilities', value: 1234, target: null, note: '' }] },
      { no: 10, text: 'Đang làm.', indicators: [] },
    ] }));
  it('never sends what the system counts itself', () => expect(fill({ 'm09.reporting/value': '4', '9/text': 'a' }).body.models[0]?.indicators).toEqual([]));
  it('is a report of nothing, whatever else stands there', () => expect(fill({ nothing: '1', '10/text': 'a' }).body).toEqual({ nothing: true, models: [] }));
  it('tells which field each pointer means, by the place in what is sent', () => {
    const { fields } = fill({ '10/text': 'a', 'm10.zones/value': '2' });
    expect(fields.get('/models/0/text')).toBe('10/text');
    expect(fields.get('/models/0/indicators/0/value')).toBe('m10.zones/value');
    expect(fields.get('/models/0/indicators/0/target')).toBe('m10.zones/target');
    expect(fields.get('/models')).toBe('nothing');
  });
  it('finds what is no number, and a target or a note without a value', () => {
    const { faults } = fill({ 'm09.facilities/value': 'nhiều', 'm10.zones/note': 'tăng' });
    expect([...faults]).toEqual([['m09.facilities/value', 'not-a-number'], ['m10.zones/value', 'value-missing']]);
  });
  it('does not ask for a value where only the target of last month was carried over', () => {
    const before = report({ models: [{ no: 10, text: '', indicators: [{ code: 'm10.zones', value: 1, target: 5, note: '' }] }] });
    expect(fill({ 'm10.zones/target': '5', '9/text': 'a' }, { before }).faults.size).toBe(0);
    expect(fill({ 'm10.zones/target': '6', '9/text': 'a' }, { before }).faults.size).toBe(1);
  });
});

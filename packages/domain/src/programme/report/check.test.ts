import { describe, expect, it } from 'vitest';
import { asked, stateAfter } from '../samples.ts';
import { checkReport, type ReportKnowledge } from './check.ts';
import { entry, known, value } from './samples.ts';
import type { ReportContent } from './state.ts';

const agency = { reporter: 'CAH', kind: 'agency' } as const;
const faults = (content: Partial<ReportContent>, by: { readonly reporter: string; readonly kind: 'agency' | 'unit' } = agency, knowing: ReportKnowledge = known) =>
  checkReport({ nothing: false, models: [], ...content }, by, knowing).map(({ code, pointer }) => `${code} ${pointer}`);
const valueFaults = (code: string, given: Partial<ReturnType<typeof value>>) => faults({ models: [entry(9, { indicators: [value(code, given)] })] });

describe('a report', () => {
  it('can be of nothing', () => expect(faults({ nothing: true })).toEqual([]));
  it('of nothing holds no models', () => expect(faults({ nothing: true, models: [entry(9)] })).toEqual(['report.nothing-with-models /models']));
  it('says something otherwise', () => expect(faults({})).toEqual(['report.empty /models']));
  it('says something of each model it holds: a text or a value', () => {
    expect(faults({ models: [entry(9, { text: ' \n' })] })).toEqual(['report.empty /models/0']);
    expect(faults({ models: [entry(9, { text: '', indicators: [value('m09.facilities')] })] })).toEqual([]);
    expect(faults({ models: [entry(9)] })).toEqual([]);
  });
  it('holds a model once', () => expect(faults({ models: [entry(9), entry(10), entry(9)] })).toEqual(['report.model-twice /models/2/model']));
  it('has all its faults named at once', () => {
    const models = [entry(99), entry(9, { text: 'gọi 0912345678', indicators: [value('x'), value('m09.share', { value: 101 })] }), entry(9)];
    expect(faults({ models })).toEqual(['model.unknown /models/0/model', 'text.personal /models/1/text', 'indicator.unknown /models/1/indicators/0/code', 'indicator.out-of-range /models/1/indicators/1/value', 'report.model-twice /models/2/model']);
  });
});

describe('a model in a report', () => {
  it('is one of the plan', () => expect(faults({ models: [entry(99)] })).toEqual(['model.unknown /models/0/model']));
  it('has a subject', () => expect(faults({ models: [entry(17)] })).toEqual(['model.no-subject /models/0/model']));
  it('can be carried out here', () => expect(faults({ models: [entry(15)] })).toEqual(['model.not-deployable /models/0/model']));
  it('was not marked as not deployable', () => {
    const marked = stateAfter(asked.schedule(), asked.mark());
    expect(faults({ models: [entry(9)] }, agency, { ...known, model: () => marked })).toEqual(['model.not-deployable /models/0/model']);
  });
  it.each([['CAH', 'leads'], ['VHTT', 'coordinates'], ['PC06', 'does a step of']])('is one that the agency %s %s', (reporter) => expect(faults({ models: [entry(9)] }, { reporter, kind: 'agency' })).toEqual([]));
  it('is refused where the agency has no part in it', () => expect(faults({ models: [entry(20)] })).toEqual(['report.model-not-own /models/0/model']));
  it('is the successor’s of an agency that led it', () => expect(faults({ models: [entry(20)] }, { reporter: 'NV', kind: 'agency' })).toEqual([]));
  it('is any agency’s where all of them lead it together', () => expect(faults({ models: [entry(35)] })).toEqual([]));
  it('is any for a unit', () => expect(faults({ models: [entry(9), entry(20)] }, { reporter: 'u1', kind: 'unit' })).toEqual([]));
  it('of a unit is one of the plan too', () => expect(faults({ models: [entry(17), entry(99)] }, { reporter: 'u1', kind: 'unit' })).toEqual(['model.no-subject /models/0/model', 'model.unknown /models/1/model']));
});

describe('an indicator in a report', () => {
  it('is defined', () => expect(valueFaults('m09.x', {})).toEqual(['indicator.unknown /models/0/indicators/0/code']));
  it('is one of that model', () => expect(valueFaults('m10.zones', {})).toEqual(['indicator.unknown /models/0/indicators/0/code']));
  it('is not one that the system counts', () => expect(valueFaults('m09.accounts', {})).toEqual(['indicator.counted /models/0/indicators/0/code']));
  it('stands once', () => expect(faults({ models: [entry(9, { indicators: [value('m09.facilities'), value('m09.share'), value('m09.facilities')] })] })).toEqual(['indicator.twice /models/0/indicators/2/code']));
  it.each([['m09.facilities', 0], ['m09.facilities', Number.MAX_SAFE_INTEGER], ['m09.share', 0], ['m09.share', 100], ['m09.share', 98.5], ['m09.amount', 0.25], ['m09.amount', 1e12]])('%s takes %d', (code, number) => expect(valueFaults(code, { value: number, target: number })).toEqual([]));
  it.each([['m09.facilities', -1], ['m09.facilities', 2 ** 53], ['m09.facilities', Number.NaN], ['m09.share', -0.1], ['m09.share', 100.1], ['m09.amount', -1], ['m09.amount', Number.POSITIVE_INFINITY]])('%s refuses %d as out of range', (code, number) =>
    expect(valueFaults(code, { value: number })).toEqual(['indicator.out-of-range /models/0/indicators/0/value']));
  it('that counts is whole', () => expect(valueFaults('m09.facilities', { value: 1.5 })).toEqual(['indicator.not-whole /models/0/indicators/0/value']));
  it('has a target of the same kind, or none', () => expect(valueFaults('m09.facilities', { target: 1.5 })).toEqual(['indicator.not-whole /models/0/indicators/0/target']));
  it('has no number of a person in its remark', () => expect(valueFaults('m09.facilities', { remark: 'CCCD 070085001234' })).toEqual(['text.personal /models/0/indicators/0/remark']));
});

describe('a fault of a text', () => {
  it('does not give the text back', () => expect(checkReport({ nothing: false, models: [entry(9, { text: '0912345678' })] }, agency, known)[0]).not.toHaveProperty('received'));
});

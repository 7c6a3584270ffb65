import { leadersOn } from '@da06/domain';
import { ModelScheduledData, ReporterAssignedData } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { loadLocality } from '../locality.ts';
import { packs } from './packs.fixture.ts';
import type { AssignedReporter, Programme, ScheduledModel } from './programme.ts';

const ofNoCommand = { idempotencyKey: '', requestHash: '', simulated: false };
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe.each(packs)('the programme of $name', ({ dir, counts }) => {
  const locality = loadLocality(dir);
  const { programme } = locality;
  const numbersOf = (holds: (model: ScheduledModel) => boolean): number[] => programme.models.filter(holds).map(({ model }) => model);

  it('has the models, groups and steps that were counted in the plan', () => {
    expect(numbersOf(({ titleVi }) => titleVi !== '')).toHaveLength(counts.listed_with_title);
    expect(numbersOf(({ titleVi }) => titleVi === '')).toEqual(counts.missing_numbers);
    for (const annex of ['I', 'II', 'III'] as const) expect(numbersOf((model) => model.annex === annex), annex).toEqual(counts[`annex_${annex}_numbers`]);
    expect(programme.models.flatMap(({ steps }) => steps)).toHaveLength(counts.steps_total);
  });
  it('has the deadlines of the plan, also those that had passed when it was issued', () => {
    expect(numbersOf(({ deadline }) => deadline !== null)).toHaveLength(counts.active_targets);
    for (const [day, numbers] of Object.entries(counts.by_deadline)) expect(numbersOf(({ deadline }) => deadline === day), day).toEqual(numbers);
    expect(numbersOf(({ deadline }) => deadline !== null && dayBefore(deadline) < programme.plan.date)).toEqual(counts.deadline_before_issue_date);
  });
  it('tells what goes on, comes every year, spreads, or cannot be carried out', () => {
    expect(numbersOf(({ continuous }) => continuous)).toEqual(counts.duy_tri_thuong_xuyen);
    expect(numbersOf(({ yearly }) => yearly)).toEqual(counts.duy_tri_hang_nam);
    expect(numbersOf(({ replicate }) => replicate)).toEqual(counts.nhan_rong);
    expect(numbersOf(({ standing }) => standing === 'not-deployable')).toEqual(counts.not_deployable);
    expect(numbersOf(({ standing }) => standing === 'no-subject' || standing === 'not-mentioned')).toEqual(counts.missing_numbers);
    expect(numbersOf(({ standing }) => standing === 'deployable')).toHaveLength(counts.active_targets);
  });
  it('asks for a unit where the annex does, and waits for C06 where it does', () => {
    expect(numbersOf(({ needsUnit }) => needsUnit)).toEqual(counts.annex_III_numbers);
    expect(numbersOf(({ waitsForC06 }) => waitsForC06)).toEqual(counts.annex_II_numbers);
  });
  it('gives its models and reporters as their events carry them', () => {
    for (const model of programme.models) expect(ModelScheduledData.parse({ ...model, ...ofNoCommand })).toEqual({ ...model, ...ofNoCommand });
    for (const reporter of programme.reporters) expect(ReporterAssignedData.parse({ ...reporter, ...ofNoCommand })).toEqual({ ...reporter, ...ofNoCommand });
  });
  it('names every agency, and marks the actors that are not of the locality', () => {
    for (const { leads, coordinating, steps } of programme.models) {
      for (const { code, vi } of [...leads, ...coordinating]) expect(programme.agency(code)?.vi).toBe(vi);
      for (const { code, vi, outside } of steps.flatMap(({ actors }) => actors)) expect(programme.agency(code)).toMatchObject({ vi, outside });
    }
  });
  it('has a receiver for each reporter in each month, and no month twice', () => {
    for (const reporter of programme.reporters) {
      const others = programme.reporters.filter((other) => other !== reporter && other.reporter === reporter.reporter);
      expect(others.some((other) => other.from <= (reporter.to ?? '9999') && reporter.from <= (other.to ?? '9999')), reporter.reporter).toBe(false);
      expect(programme.agency(reporter.receiver)?.vi).toBe(reporter.receiverVi);
    }
  });
  it('lets nobody report who is not there in the month', () => {
    for (const { reporter, kind, from, to } of programme.reporters) {
      if (kind === 'unit') expect(locality.isUnitValid(reporter, `${from}-01`) && locality.isUnitValid(reporter, `${to ?? '2026-11'}-28`), reporter).toBe(true);
      else expect(`${from}-01` >= (programme.agency(reporter)?.validFrom ?? '') && `${to ?? '9999'}-28` <= (programme.agency(reporter)?.validTo ?? '99999'), reporter).toBe(true);
    }
  });
  it('finds a definition by its code, and has one for every model that can be carried out', () => {
    for (const indicator of programme.indicators) expect(programme.indicator(indicator.code)).toBe(indicator);
    expect([...new Set(programme.indicators.map(({ model }) => model))]).toEqual(numbersOf(({ standing }) => standing === 'deployable'));
    expect(programme.indicator('m00.none')).toBeUndefined();
  });
  it('has the plan’s own lead of each model on the day of the plan', () => {
    for (const { model, leads } of programme.models) expect(leadsOn(programme, model, programme.plan.date)).toEqual(leads.filter(({ from }) => from === null).map(({ code }) => code));
    expect(leadsOn(programme, 999, programme.plan.date)).toEqual([]);
  });
});

/** Codes of those that lead a model of a pack on a day. */
const leadsOn = ({ models }: Programme, model: number, day: string): string[] => leadersOn(models.find((one) => one.model === model)?.leads ?? [], day).map(({ code }) => code);

const timesOf = (reporters: readonly AssignedReporter[], code: string): unknown[] => reporters.filter(({ reporter }) => reporter === code).map(({ from, to, receiver, verified }) => [from, to, receiver, verified]);

describe('the programme of Hớn Quản', () => {
  const locality = loadLocality();
  const { programme } = locality;
  const model = (number: number): ScheduledModel => programme.models[number - 1] ?? expect.unreachable();

  it('names the document as it was read, and says that the number is probable', () => expect(programme.plan).toMatchObject({ reference: '299/KH-UBND', probable: true, date: '2023-10-31', issuerVi: 'Ủy ban nhân dân huyện Hớn Quản' }));
  it('ends each model as the plan says', () => {
    const ending = (kind: string): number[] => programme.models.filter(({ endKind }) => endKind === kind).map((each) => each.model);
    expect(ending('completed')).toEqual([2, 3, 5, 8, 32, 39, 41, 42]);
    expect(ending('launched')).toEqual([29]);
    expect(ending('trained')).toEqual([28, 43]);
    expect(ending('in-operation')).toHaveLength(39 - 8 - 1 - 2);
  });
  it('says in the plan’s words why 15, 17 and 19 are not carried out, and nothing of 14', () => {
    expect([14, 15, 17, 19].map((number) => model(number).standing)).toEqual(['not-mentioned', 'not-deployable', 'no-subject', 'not-deployable']);
    expect([14, 15, 19].map((number) => model(number).standingVi)).toEqual(['', 'chưa triển khai do trên địa bàn huyện chưa có bến xe khách', 'chưa triển khai do trên địa bàn huyện chưa có bến xe và chưa có điểm đón trả khách']);
    expect(model(17).standingVi).toContain('chưa có đối tượng triển khai');
    expect([15, 19].map((number) => model(number).needsUnit)).toEqual([true, true]);
  });
  it('has one conditional step, the only one of model 25', () => expect(programme.models.flatMap((each) => each.steps.filter(({ conditional }) => conditional).map(({ step }) => [each.model, step]))).toEqual([[25, 1]]));
  it('marks the annex of 37 and 40 as concluded', () => expect(programme.models.filter(({ annex, annexStated }) => annex !== '' && !annexStated).map((each) => each.model)).toEqual([37, 40]));
  it('counts as its own the agencies of the district and no establishment, citizen, bank, province or ministry', () => {
    expect(programme.agencies.filter(({ outside }) => !outside).map(({ code }) => code).sort()).toEqual(
      ['CAH', 'CQBN', 'DTTTH', 'GDDT', 'KTHT', 'LDTBXH', 'NHCS', 'NV', 'TCKH', 'TCT_CC', 'TCT_H', 'TKE', 'TNMT', 'TP', 'TTVHTT', 'UBNDH', 'UBNDX', 'VHTT', 'VPUB', 'YT']);
  });
  it('hands a model on to who has its lead’s tasks, and to nobody where none is known', () => {
    expect(['2025-02-28', '2025-03-01', '2025-07-01'].map((day) => leadsOn(programme, 9, day))).toEqual([['CAH'], ['PC06'], ['PC06']]);
    expect(['2025-02-28', '2025-03-01', '2025-07-01'].map((day) => leadsOn(programme, 33, day))).toEqual([['YT', 'LDTBXH', 'VHTT'], ['YT', 'NV', 'VHTT'], ['YT']]);
    expect(['2025-06-30', '2025-07-01'].map((day) => leadsOn(programme, 1, day))).toEqual([['VHTT'], []]);
    expect(programme.agencies.flatMap(({ successors }) => successors).filter(({ verified }) => verified)).toEqual([]);
  });
  it('has thirteen communes report to the district police, then to PC06, and five units after them', () => {
    const units = programme.reporters.filter(({ kind }) => kind === 'unit');
    const before = units.filter(({ from }) => from === '2023-11');
    const after = units.filter(({ from }) => from === '2025-07');
    expect(before.map(({ reporter }) => reporter)).toEqual(locality.units.filter(({ parent }) => parent === 'D694@2009').map(({ uid }) => uid));
    expect(new Set(after.map(({ reporter }) => reporter))).toEqual(new Set(locality.unitByUid('D694@2009')?.successors));
    for (const { reporter } of before) expect(timesOf(programme.reporters, reporter)).toEqual([['2023-11', '2025-02', 'CAH', true], ['2025-03', '2025-06', 'PC06', false]]);
    for (const { reporter } of after) expect(timesOf(programme.reporters, reporter)).toEqual([['2025-07', null, 'PC06', false]]);
    expect(before.find(({ reporter }) => reporter === 'W25357@old')?.nameVi).toBe('UBND thị trấn Tân Khai');
  });
  it('has each single lead report until its office ended, and its successor from then on', () => {
    const leads = new Set(programme.models.flatMap((each) => each.leads.filter(({ from, collective }) => from === null && !collective).map(({ code }) => code)));
    expect(new Set(programme.reporters.filter(({ kind, from }) => kind === 'agency' && from === '2023-11').map(({ reporter }) => reporter))).toEqual(leads);
    expect(['CAH', 'PC06', 'LDTBXH', 'NV', 'VHTT', 'YT'].map((code) => timesOf(programme.reporters, code))).toEqual([
      [['2023-11', '2025-02', 'CAH', true]],
      [['2025-03', null, 'PC06', false]],
      [['2023-11', '2025-02', 'CAH', true]],
      [['2025-03', '2025-06', 'PC06', false]],
      [['2023-11', '2025-02', 'CAH', true], ['2025-03', '2025-06', 'PC06', false]],
      [['2023-11', '2025-02', 'CAH', true], ['2025-03', null, 'PC06', false]],
    ]);
    expect(programme.models[8]?.leads.map(({ code, from, to }) => [code, from, to])).toEqual([['CAH', null, '2025-02-28'], ['PC06', '2025-03-01', null]]);
    expect(programme.models[34]?.leads.map(({ code, collective }) => [code, collective])).toEqual([['CQBN', true]]);
    expect(new Set(programme.reporters.map(({ dueDay }) => dueDay))).toEqual(new Set([5]));
  });
  it('lets the system count the facilities of 9 to 12 and nothing else', () => {
    expect(programme.indicators.filter(({ source }) => source === 'counted').map(({ code }) => code)).toEqual(['m09', 'm10', 'm11', 'm12'].flatMap((of) => [`${of}.facilities`, `${of}.reporting`]));
  });
});

describe('the programme of an invented pack', () => {
  const { programme } = loadLocality(packs[1]?.dir);
  it('calls a plan without a number by its kind and day', () => expect(programme.plan.reference).toBe('Kế hoạch 15/02/2024'));
  it('follows a chain of successors, and leaves the days between two without one', () => {
    expect(['2024-12-31', '2025-01-01', '2025-06-09', '2025-06-10'].map((day) => leadsOn(programme, 1, day))).toEqual([['CQA'], ['CQA_MOI'], [], ['CQA_2']]);
  });
  it('names an agency once that has followed two leads', () => expect(['2025-06-30', '2025-07-01'].map((day) => leadsOn(programme, 3, day))).toEqual([['CQA_2', 'CQB'], ['CQA_2']]));
  it('cuts a reporter’s time wherever the receiver changes', () => {
    expect(timesOf(programme.reporters, 'WA@old')).toEqual([['2024-03', '2024-12', 'CQA', true], ['2025-01', '2025-05', 'CQA_MOI', false], ['2025-06', '2025-06', 'CQA_2', true]]);
    expect(timesOf(programme.reporters, 'WB@2025')).toEqual([['2025-07', null, 'CQA_2', false]]);
  });
});

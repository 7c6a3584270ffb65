import { describe, expect, it } from 'vitest';
import { loadPack } from '../load-pack.ts';
import type { Pack } from '../schema.ts';
import { checkProgramme } from './check-programme.ts';
import { packs } from './packs.fixture.ts';

/** A pack's checked data, free to be changed. */
const copyOf = (dir: string): Pack => structuredClone(loadPack(dir));
const first = <Item>(items: readonly Item[], is: (item: Item) => boolean = () => true): Item => items.find(is) ?? expect.unreachable();

type Mistake = readonly [fault: string, says: RegExp, make: (pack: Pack) => void];
const mistakes: readonly Mistake[] = [
  ['an agency stands twice', /: \w+ stands twice/, ({ agencies }) => { agencies.push({ ...first(agencies) }); }],
  ['an agency ends before it begins', /ends before it begins/, ({ agencies }) => { Object.assign(first(agencies), { validFrom: '2030-01-01', validTo: '2029-01-01', successors: [] }); }],
  ['a successor is unknown', /has the unknown successor NONE/, ({ agencies }) => { first(agencies, ({ successors }) => successors.length > 0).successors.push({ code: 'NONE', verified: false }); }],
  ['a successor ended no later', /that ended no later/, ({ agencies }) => { const gone = first(agencies, ({ successors }) => successors.length > 0); gone.successors.push({ code: gone.code, verified: false }); }],
  ['an agency that is there has a successor', /has successors and no end/, ({ agencies }) => { first(agencies, ({ successors }) => successors.length > 0).validTo = null; }],
  ['a lead is unknown', /model 1 names the unknown agency NONE/, ({ models }) => { first(models).leads.push('NONE'); }],
  ['a coordinating agency is unknown', /model 2 names the unknown agency NONE/, ({ models }) => { first(models, ({ model }) => model === 2).coordinating.push('NONE'); }],
  ['an actor is unknown', /model 1 names the unknown agency NONE/, ({ models }) => { first(first(models).steps).actors.push('NONE'); }],
  ['a model is missing', /model 2 stands where 1 belongs/, ({ models }) => { models.shift(); }],
  ['a step is missing', /model 1 has steps that are not numbered/, ({ models }) => { first(models).steps.shift(); }],
  ['a model that is to be carried out has no lead', /model 1 is deployable and lacks/, ({ models }) => { first(models).leads.length = 0; }],
  ['a model that is to be carried out has no end', /model 1 is deployable and lacks/, ({ models }) => { first(models).endKind = null; }],
  ['a model that cannot be carried out has a deadline', /is not deployable and has steps, a deadline or an end/, ({ models }) => { Object.assign(first(models, ({ standing }) => standing === 'not-deployable'), { deadline: '2024-05-01', deadlineVi: 'trước ngày 01/05/2024' }); }],
  ['a deadline is another than its words say', /model 1 has a deadline that its words do not/, ({ models }) => { first(models).deadline = '2031-01-01'; }],
  ['a reporter is unknown', /W0@none reports or receives and is unknown/, ({ reporters }) => { first(reporters.reporters).reporter = 'W0@none'; }],
  ['a unit reports after its end', /outside its validity/, ({ reporters }) => { first(reporters.reporters, ({ kind }) => kind === 'unit').to = '2025-07'; }],
  ['a unit reports before it is there', /outside its validity/, ({ reporters }) => { first(reporters.reporters, ({ from }) => from === '2025-07').from = '2025-06'; }],
  ['an agency reports without end though it has ended', /outside its validity/, ({ reporters }) => { first(reporters.reporters, ({ kind, to }) => kind === 'agency' && to !== null).to = null; }],
  ['a reporter’s time ends before it begins', /ends before it begins/, ({ reporters }) => { first(reporters.reporters).to = '2000-01'; }],
  ['a reporter has two times at once', /stands twice in/, ({ reporters }) => { reporters.reporters.push({ ...first(reporters.reporters) }); }],
  ['two receivers are there at once', /the receiver stands twice in/, ({ reporters }) => { reporters.receivers.push({ ...first(reporters.receivers) }); }],
  ['a reporter has months before the first receiver', /reports in months that have no receiver/, ({ reporters }) => { first(reporters.reporters).from = '2023-01'; }],
  ['a month lies between two receivers', /reports in months that have no receiver/, ({ reporters }) => { first(reporters.receivers).to = '2024-06'; }],
  ['an indicator stands twice', /m01\.\S+ stands twice/, ({ indicators }) => { indicators.push({ ...first(indicators) }); }],
  ['an indicator is of a model that cannot be carried out', /is of a model that is not to be carried out/, ({ indicators, models }) => { first(indicators).model = first(models, ({ standing }) => standing !== 'deployable').model; }],
  ['an indicator is of no model', /is of a model that is not to be carried out/, ({ indicators }) => { first(indicators).model = 99; }],
  ['an indicator carries another number', /does not carry the number of model 2/, ({ indicators }) => { first(indicators).model = 2; }],
  ['a model is not measured', /model 1 has no indicator/, (pack) => { Object.assign(pack, { indicators: pack.indicators.filter(({ model }) => model !== 1) }); }],
];

describe.each(packs)('the programme of $name', ({ dir }) => {
  it('holds together', () => { const pack = loadPack(dir); expect(() => { checkProgramme(pack, pack.units); }).not.toThrow(); });
  it.each(mistakes)('is refused when %s', (_fault, says, make) => {
    const pack = copyOf(dir);
    make(pack);
    expect(() => { checkProgramme(pack, pack.units); }).toThrowError(expect.objectContaining({ code: 'config.invalid', message: expect.stringMatching(says) as string }));
  });
});

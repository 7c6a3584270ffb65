import type { Envelope } from '@da06/events';
import { createRandom, eventBuilders, permuted } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { createCurrentRecords } from './current-records.ts';
import { spellOn, spellsOf, type SpellFact } from './spells.ts';

const build = eventBuilders({ seed: 7 });
const unit = { tanKhai: 'W25357@2025', khac: 'W25361@2025' };
const temporary = { kind: 'temporary' as const, until: '2026-06-30' };

const factsOf = (events: readonly Envelope[]): SpellFact[] => {
  const current = createCurrentRecords<undefined>();
  for (const event of events) current.add(event, undefined);
  return [...current.all().values()].flatMap(({ fact }) => fact ?? []);
};
/** Spells as short text, in the order of their days. */
const lived = (...events: readonly Envelope[]): string[] => spellsOf(factsOf(events)).map(({ track, from, until, unit: of }) => `${track} ${from} ${until} ${of}`).sort();

describe('from when to when a person is resident, by the current records', () => {
  it('is until the next record of the same track, or for ever', () => {
    expect(lived(build.residenceRegistered({ on: '2026-01-10' }), build.residenceMoved({ on: '2026-03-05', unit: unit.khac }))).toEqual(['permanent 2026-01-10 2026-03-05 W25357@2025', 'permanent 2026-03-05 9999-12-31 W25361@2025']);
  });

  it('ends on the day of a move out of the locality, and of an ending', () => {
    const arrived = build.residenceRegistered({ on: '2026-01-10' });
    expect(lived(arrived, build.residenceMoved({ on: '2026-03-05', unit: '', destination: 'outside' }))).toEqual(['permanent 2026-01-10 2026-03-05 W25357@2025']);
    expect(lived(arrived, build.residenceEnded({ on: '2026-03-05', kind: 'permanent' }))).toEqual(['permanent 2026-01-10 2026-03-05 W25357@2025']);
    expect(lived(arrived, build.residenceEnded({ on: '2026-03-05', kind: 'temporary' }))).toEqual(['permanent 2026-01-10 9999-12-31 W25357@2025']);
  });

  it('holds on the last day of a temporary residence, and is renewed by the next', () => {
    const spells = spellsOf(factsOf([build.residenceRegistered({ on: '2026-01-01', ...temporary }), build.residenceRegistered({ on: '2026-06-15', kind: 'temporary', cause: 'renewal', until: '2026-12-31' })]));
    expect(spells.map(({ from, until }) => [from, until])).toEqual([['2026-01-01', '2026-06-15'], ['2026-06-15', '2027-01-01']]);
    expect([spellOn(spells, 'temporary', '2026-12-31')?.from, spellOn(spells, 'temporary', '2027-01-01'), spellOn(spells, 'permanent', '2026-12-31')]).toEqual(['2026-06-15', undefined, undefined]);
  });

  it('goes on in another household no longer than it would have', () => {
    const arrived = build.residenceRegistered({ on: '2026-01-01', ...temporary });
    expect(lived(arrived, build.householdChanged({ kind: 'temporary', on: '2026-02-01' }), build.householdChanged({ kind: 'temporary', on: '2026-03-01' }))).toEqual([
      'temporary 2026-01-01 2026-02-01 W25357@2025', 'temporary 2026-02-01 2026-03-01 W25357@2025', 'temporary 2026-03-01 2026-07-01 W25357@2025',
    ]);
    expect(lived(arrived, build.householdChanged({ kind: 'temporary', on: '2026-08-01' }))).toEqual(['temporary 2026-01-01 2026-07-01 W25357@2025']);
    expect(lived(build.householdChanged({ kind: 'permanent', on: '2026-02-01' }))).toEqual(['permanent 2026-02-01 9999-12-31 W25357@2025']);
  });

  it('is cut by death on every track, and nothing begins on that day or after it', () => {
    expect(lived(
      build.residenceRegistered({ on: '2026-01-01' }), build.absenceDeclared({ on: '2026-02-01' }), build.workerDeclared({ on: '2026-01-05' }), build.deathRegistered({ on: '2026-04-01' }), build.deathRegistered({ on: '2026-05-01' }),
      build.residenceRegistered({ on: '2026-04-01', ...temporary }),
    )).toEqual(['absence 2026-02-01 2026-04-01 W25357@2025', 'permanent 2026-01-01 2026-04-01 W25357@2025', 'work 2026-01-05 2026-04-01 W25357@2025']);
  });

  it('has an absence beside it, until its last day or the return', () => {
    expect(lived(build.absenceDeclared({ on: '2026-02-01', until: '2026-03-31' }))).toEqual(['absence 2026-02-01 2026-04-01 W25357@2025']);
    expect(lived(build.absenceDeclared({ on: '2026-02-01' }), build.residenceEnded({ on: '2026-02-10', kind: 'absence', cause: 'returned' }))).toEqual(['absence 2026-02-01 2026-02-10 W25357@2025']);
  });

  it('has a work life that ends when it leaves the register', () => {
    expect(lived(build.workerDeclared({ on: '2026-02-01' }), build.workerDeclared({ on: '2026-03-01', status: 'unemployed' }), build.workerDeclared({ on: '2026-04-01', status: 'left' }))).toEqual(['work 2026-02-01 2026-03-01 W25357@2025', 'work 2026-03-01 2026-04-01 W25357@2025']);
  });

  it('is nothing where two records of a day leave no time between them: the later one holds', () => {
    expect(lived(build.residenceRegistered({ on: '2026-01-01' }), build.residenceMoved({ on: '2026-01-01', unit: unit.khac }))).toEqual(['permanent 2026-01-01 9999-12-31 W25361@2025']);
  });
});

describe('the current records', () => {
  const ref = 'CT-1';
  const events = [
    build.residenceRegistered({ ref, on: '2026-01-01' }), build.residenceRegistered({ ref, revision: 2, on: '2026-02-01' }), build.residenceRegistered({ ref, revision: 1, on: '2026-03-01' }),
    build.residenceRegistered({ ref: 'CT-2', on: '2026-05-01' }), build.recordWithdrawn({ ref: 'CT-2' }),
    build.workerDeclared({ ref, on: '2026-06-01' }), build.birthRegistered({ ref: 'KS-1' }), build.checkedIn(),
  ];

  it('are the ones of the highest revision and newest sequence; one that was withdrawn says nothing; registers are apart', () => {
    expect(factsOf(events).map(({ track, on }) => [track, on])).toEqual([['permanent', '2026-02-01'], ['work', '2026-06-01']]);
  });

  it('do not depend on order or repetition', () => {
    const random = createRandom(3);
    for (let round = 0; round < 50; round += 1) expect(new Set(factsOf(permuted([...events, ...events], random)))).toEqual(new Set(factsOf(events)));
  });
});

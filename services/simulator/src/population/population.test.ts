import { localDay } from '@da06/domain';
import { industrySections, loadLocality, occupationGroup, readEthnicity } from '@da06/reference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEthnic } from './ethnic-groups.ts';
import { populationFaults, type PopulationFaults, type PopulationOptions } from './options.ts';
import { createPopulation } from './population.ts';
import type { PopulationTruth, TruthHolder, TruthRecord } from './truth.ts';

const options = (over: Partial<PopulationOptions> = {}): PopulationOptions => ({ preset: 'present', seed: 7, from: '2025-09-01', days: 40, residents: 400, ...over });
const noFaults = Object.fromEntries(Object.keys(populationFaults).map((name) => [name, 0])) as PopulationFaults;
const seeds = fc.record({ seed: fc.integer(), preset: fc.constantFrom('present' as const, 'reform' as const), from: fc.constantFrom('2025-07-01', '2026-02-10') });
const locality = loadLocality();

/** Two years of a population, and some weeks around the reform. */
const years = createPopulation(options({ from: '2025-07-01', days: 730, residents: 6_000, seed: 3 })).truth();
const reform = createPopulation(options({ preset: 'reform', from: '2025-06-10', days: 60, residents: 3_000, seed: 4, faults: { late: 0.3 } })).truth();

const isHeld = (record: TruthRecord): record is TruthRecord & TruthHolder => 'person' in record;
const first = (truth: PopulationTruth, what: TruthRecord['what']): TruthRecord[] => truth.records.filter((record) => record.what === what && record.outcome === 'accepted');
const loaded = years.records.flatMap((record) => (record.what === 'permanent' && record.cause === 'initial' && record.outcome === 'accepted' ? [record] : []));
const share = <T>(of: readonly T[], isSuch: (one: T) => boolean): number => of.filter(isSuch).length / of.length;

describe('a population', () => {
  it('sends the same bytes for the same options, whoever walks it and however often', () => {
    fc.assert(fc.property(seeds, (over) => {
      const population = createPopulation(options({ ...over, residents: 60 }));
      const bytes = JSON.stringify([...population.sendings()]);
      expect(JSON.stringify([...population.sendings()])).toBe(bytes);
      expect(JSON.stringify([...createPopulation(options({ ...over, residents: 60 })).sendings()])).toBe(bytes);
      expect(JSON.stringify(population.truth())).toBe(JSON.stringify(population.truth()));
    }), { numRuns: 4 });
  });

  it('sends in the order of time, of more days the same and more, and goes on after a moment as if it had been walked to there', () => {
    fc.assert(fc.property(seeds, (over) => {
      const few = [...createPopulation(options({ ...over, days: 12 })).sendings()];
      const endless = createPopulation(options({ ...over, days: Number.POSITIVE_INFINITY }));
      const more = endless.sendings()[Symbol.iterator]();
      expect(few.map(({ at }) => at)).toEqual([...few.map(({ at }) => at)].sort((a, b) => a - b));
      for (const sending of few) expect(more.next().value).toEqual(sending);
      const after = few[Math.floor(few.length / 2)]?.at ?? 0;
      expect([...createPopulation(options({ ...over, days: 12 })).sendings({ after })]).toEqual(few.filter(({ at }) => at > after));
    }), { numRuns: 3 });
  });

  it('of offices that send once a week comes on working days alone, in fewer requests', () => {
    const daily = [...createPopulation(options({ residents: 2_000, faults: noFaults })).sendings()];
    const weekly = [...createPopulation(options({ residents: 2_000, faults: noFaults, pace: 'weekly' })).sendings()];
    const weekdays = new Set(weekly.filter(({ at }) => localDay(at) !== '2025-09-01').map(({ at }) => new Date(at).getUTCDay()));
    expect([weekdays.size >= 3, weekdays.has(0), weekdays.has(6)]).toEqual([true, false, false]);
    expect(weekly.length).toBeLessThan(daily.length * 0.7);
  });

  it('expects no fault of anything when no faults are planted', () => {
    for (const { expected } of createPopulation(options({ faults: noFaults })).sendings()) expect(expected).toMatchObject({ about: 'records', rejected: 0, duplicate: 0, codes: {} });
  });

  it('refuses options that cannot be, with every reason at once', () => {
    expect(() => createPopulation(options({ from: '2025-02-30', days: 0, residents: -1, refPrefix: '-' }))).toThrow(/from.*days.*residents.*refPrefix/);
    expect(() => createPopulation(options({ from: '2025-06-30' }))).toThrow(/preset reform/);
    expect(() => createPopulation(options({ faults: { late: 2 } }))).toThrow(/late/);
  });
});

describe('residents', () => {
  it('say by names and references that they are made up, and have numbers that no register and no guest of the simulated facilities has, one person each', () => {
    const bodies = [...createPopulation(options({ residents: 300, preset: 'reform', from: '2025-06-20' })).sendings()].map(({ body }) => body).join('\n');
    const names = [...bodies.matchAll(/"fullName":"([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(150);
    expect(names.filter((name) => !name.endsWith(' Mẫu'))).toEqual([]);
    expect([...bodies.matchAll(/"ref":"([^"]+)"/g)].filter(([, ref]) => !/^demo-(CT|LD)-\d{7}$/.test(ref ?? ''))).toEqual([]);
    const forms = { cccd: /^\d{6}99\d{4}$/, cmnd: /^00[5-9]\d{6}$/, passport: /^Z[ZY][5-9]\d{6}$/ } as const;
    const holders = [...years.records, ...reform.records].filter(isHeld);
    expect(holders.filter(({ paper }) => !forms[paper.kind].test(paper.number))).toEqual([]);
    const owners = new Map<string, Set<string>>();
    for (const { person, paper } of years.records.filter(isHeld)) owners.set(paper.number, (owners.get(paper.number) ?? new Set()).add(person));
    expect([...owners].filter(([, persons]) => persons.size > 1)).toEqual([]);
  });

  it('live in households of three to four, as young as such a district is, most of them Kinh and many Xtiêng', () => {
    const age = ({ birthYear }: TruthHolder): number => 2025 - birthYear;
    const [young, old] = [share(loaded, (record) => age(record) < 15), share(loaded, (record) => age(record) >= 60)];
    expect([young > 0.2, young < 0.27, old > 0.07, old < 0.13]).toEqual([true, true, true, true]);
    const told = loaded.filter(({ household }) => household !== '');
    const size = told.length / 0.9 / new Set(told.map(({ household }) => household)).size;
    expect([size > 3, size < 4]).toEqual([true, true]);
    const ethnic = loaded.filter(({ ethnicity }) => ethnicity !== '');
    expect([share(ethnic, ({ ethnicity }) => ethnicity === '01') > 0.6, share(ethnic, ({ ethnicity }) => ethnicity === '22') > 0.08]).toEqual([true, true]);
  });

  it('are born and die at about 16 and 6 per 1,000 a year', () => {
    const aYear = (what: TruthRecord['what']): number => (first(years, what).length / 2 / loaded.length) * 1_000;
    expect([aYear('birth') > 13, aYear('birth') < 19, aYear('death') > 4.5, aYear('death') < 8]).toEqual([true, true, true, true]);
  });

  it('do everything that a register knows of', () => {
    const seen = new Set(years.records.map((record) => ('cause' in record ? `${record.what} ${record.cause}` : 'destination' in record ? `${record.what} ${record.destination}` : 'case' in record ? `${record.what} ${record.case}` : 'status' in record ? record.status : record.what)));
    expect([...seen].sort()).toEqual([
      'absence a', 'absence b', 'absence c', 'absence d', 'birth', 'death', 'employed', 'end abroad', 'end cancelled', 'end moved-out', 'end other', 'household', 'inactive', 'left', 'move abroad', 'move inside', 'move outside',
      'permanent arrival', 'permanent birth', 'permanent initial', 'permanent other', 'renewal', 'return', 'temporary arrival', 'temporary initial', 'temporary other', 'unemployed', 'withdraw',
    ]);
    expect(new Set(years.records.map(({ outcome }) => outcome)).size).toBe(2);
  });
});

describe('records', () => {
  it('are of days that have come, after the birth, and of units valid then; the unit of before is one that the unit was made of', () => {
    const wrong = [...years.records, ...reform.records].filter((record) => {
      if (record.what === 'withdraw') return false;
      const isTimely = record.on <= localDay(Date.parse(record.receivedAt)) && (!isHeld(record) || Number(record.on.slice(0, 4)) >= record.birthYear);
      // A few clerks go on naming a unit that is no more.
      const isPlaced = record.unit === '' || locality.isUnitValid(record.unit, record.on) || (record.unit.endsWith('@old') && record.formerUnit === '' && record.on >= '2025-07-01');
      return !isTimely || !isPlaced || (record.formerUnit !== '' && locality.unitByUid(record.formerUnit)?.successors.includes(record.unit) !== true);
    });
    expect(wrong).toEqual([]);
  });

  it('of the reform stand in thirteen units before it and in five since, some told much later', () => {
    const units = (isSuch: (on: string) => boolean): Set<string> => new Set(reform.records.flatMap((record) => (record.what !== 'withdraw' && record.unit !== '' && isSuch(record.on) ? [record.unit] : [])));
    expect(units((on) => on < '2025-07-01').size).toBe(13);
    expect([...units((on) => on >= '2025-07-01')].filter((unit) => unit.endsWith('@2025'))).toHaveLength(5);
    expect(reform.records.some((record) => record.what !== 'withdraw' && record.outcome === 'accepted' && record.on > '2025-06-10' && record.on < '2025-07-01' && record.receivedAt > '2025-07-05')).toBe(true);
  });

  it('name industries, occupations and ethnic groups that the lists have', () => {
    const records = [...years.records, ...reform.records];
    const jobs = records.flatMap((record) => (record.what === 'worker' && record.industry.scheme !== '' ? [record] : []));
    expect(jobs.length).toBeGreaterThan(3_000);
    expect(jobs.filter(({ industry: { scheme, code }, occupation }) => scheme === '' || industrySections(scheme, code) === undefined || occupationGroup(occupation) === undefined)).toEqual([]);
    const groups = new Set(records.flatMap((record) => ('ethnicity' in record && record.ethnicity !== '' ? [record.ethnicity] : [])));
    for (const group of groups) {
      for (let style = 0; style < 10; style += 1) {
        const { scheme, code } = writeEthnic(group, style);
        expect([group, style, readEthnicity(code, scheme)]).toEqual([group, style, { status: 'read', code: group }]);
      }
    }
  });

  it('are amended by others than they were, under the same reference', () => {
    const held = new Map<string, TruthRecord>();
    const content = ({ n: _n, receivedAt: _at, outcome: _outcome, revision: _revision, ...rest }: TruthRecord): string => JSON.stringify(rest);
    const wrong = years.records.filter((record) => {
      const before = held.get(record.ref);
      held.set(record.ref, record);
      return (before !== undefined) !== (record.outcome === 'amended');
    });
    expect(wrong).toEqual([]);
    const amended = years.records.filter(({ outcome, what }) => outcome === 'amended' && what !== 'withdraw');
    const firsts = new Map(years.records.filter(({ outcome }) => outcome === 'accepted').map((record) => [record.ref, content(record)]));
    // A mistyped address is sealed: the truth does not tell it.
    expect(share(amended, (record) => firsts.get(record.ref) !== content(record))).toBeGreaterThan(0.5);
  });
});

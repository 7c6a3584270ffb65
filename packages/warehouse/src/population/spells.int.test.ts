import { createRandom, eventBuilders, removeFolder, tempFolder, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import { encoded } from '../rows/encoded.fixture.ts';
import { recordsTouchedBy } from '../touched.fixture.ts';
import type { Warehouse } from '../warehouse.ts';

const path = tempFolder();
const build = eventBuilders({ seed: 71 });
const random = createRandom(72);
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
});
afterAll(async () => {
  await warehouse.close();
  removeFolder(path);
});

const [u1, u2] = ['W25357@2025', 'W25360@2025'];
const newest = '2149-06-05';
const somebody = (): string => random.hex(32);
/** Taken in at noon of a local day. */
const taken = (day: string) => ({ envelope: { recordedtime: `${day}T05:00:00.000Z` } });

/** Events on their way to the tables, one batch. */
const tell = async (...events: readonly AnyEvent[]): Promise<void> => {
  await warehouse.insertEvents(encoded(events));
  await warehouse.recomputeSpells(recordsTouchedBy(events));
};
/** The same, each with a recompute of its own: what is not so any more has been written. */
const tellOneByOne = async (...events: readonly AnyEvent[]): Promise<void> => {
  for (const event of events) await tell(event);
};
/** The spells of a person as known at the end of a local day: track, unit, first day, first day after, what opened and what closed it. */
const spellsOf = async (person: string, knownAt = newest): Promise<readonly string[]> => {
  const rows = await warehouse.query<{ line: string }>(
    `SELECT concat(track, ' ', unit_uid, ' ', toString(from_day), ' ', toString(until_day), ' ', opened_by, '/', closed_by) AS line FROM raw_resident_spells_v1 FINAL
     WHERE person_key = {p:String} AND known_from <= {k:Date} AND known_until > {k:Date} ORDER BY track, from_day`, { p: person, k: knownAt },
  );
  return rows.map(({ line }) => line);
};
const workOf = async (person: string, knownAt = newest): Promise<readonly string[]> => {
  const rows = await warehouse.query<{ line: string }>(
    `SELECT concat(status, ' ', unit_uid, ' ', toString(from_day), ' ', toString(until_day)) AS line FROM raw_worker_spells_v1 FINAL
     WHERE person_key = {p:String} AND known_from <= {k:Date} AND known_until > {k:Date} ORDER BY from_day`, { p: person, k: knownAt },
  );
  return rows.map(({ line }) => line);
};
const temporary = { kind: 'temporary', cause: 'arrival', until: '2026-06-30' } as const;

describe('a residence', () => {
  it('lasts from the day it is registered, open until something ends it', async () => {
    const personKey = somebody();
    await tell(build.residenceRegistered({ personKey, on: '2026-01-05' }));
    expect(await spellsOf(personKey)).toEqual([`permanent ${u1} 2026-01-05 2299-12-31 arrival/`]);
  });

  it('of before 1970 keeps its day', async () => {
    const personKey = somebody();
    await tell(build.residenceRegistered({ personKey, cause: 'initial', on: '1958-11-03' }));
    expect(await spellsOf(personKey)).toEqual([`permanent ${u1} 1958-11-03 2299-12-31 initial/`]);
  });

  it('ends on the day from which it is over, for the cause that is told', async () => {
    const personKey = somebody();
    await tell(build.residenceRegistered({ personKey, on: '2026-01-05' }), build.residenceEnded({ personKey, on: '2026-02-01', cause: 'cancelled' }));
    expect(await spellsOf(personKey)).toEqual([`permanent ${u1} 2026-01-05 2026-02-01 arrival/cancelled`]);
  });

  it('moves on into another unit without a gap, each side knowing the other; a move out closes it for its destination', async () => {
    const personKey = somebody();
    await tell(
      build.residenceRegistered({ personKey, on: '2026-01-05' }), build.residenceMoved({ personKey, on: '2026-02-01', unit: u2 }),
      build.residenceMoved({ personKey, on: '2026-03-01', unit: '', destination: 'abroad' }),
    );
    expect(await spellsOf(personKey)).toEqual([`permanent ${u1} 2026-01-05 2026-02-01 arrival/next`, `permanent ${u2} 2026-02-01 2026-03-01 moved/abroad`]);
    expect(await warehouse.query(`SELECT unit_before, unit_after FROM raw_resident_spells_v1 FINAL WHERE person_key = '${personKey}' AND known_until = '2149-06-06' ORDER BY from_day`)).toEqual([
      { unit_before: '', unit_after: u2 }, { unit_before: u1, unit_after: '' },
    ]);
  });

  it('after a gap knows no unit before', async () => {
    const personKey = somebody();
    await tell(build.residenceRegistered({ personKey, on: '2026-01-05' }), build.residenceEnded({ personKey, on: '2026-02-01' }), build.residenceRegistered({ personKey, on: '2026-02-02', unit: u2 }));
    expect(await warehouse.query(`SELECT unit_before, unit_after FROM raw_resident_spells_v1 FINAL WHERE person_key = '${personKey}' AND known_until = '2149-06-06' ORDER BY from_day`)).toEqual([
      { unit_before: '', unit_after: '' }, { unit_before: '', unit_after: '' },
    ]);
  });

  it('that something replaces on its first day was none: of several facts of a day the last in the order of events holds', async () => {
    const [first, second] = [somebody(), somebody()];
    await tellOneByOne(build.residenceRegistered({ personKey: first, on: '2026-01-05' }), build.residenceMoved({ personKey: first, on: '2026-01-05', unit: u2 }));
    expect(await spellsOf(first)).toEqual([`permanent ${u2} 2026-01-05 2299-12-31 moved/`]);
    await tellOneByOne(
      build.residenceRegistered({ personKey: second, on: '2026-01-05' }),
      build.residenceEnded({ personKey: second, on: '2026-02-01', cause: 'moved-out' }), build.residenceRegistered({ personKey: second, on: '2026-02-01', unit: u2 }),
    );
    expect(await spellsOf(second)).toEqual([`permanent ${u1} 2026-01-05 2026-02-01 arrival/next`, `permanent ${u2} 2026-02-01 2299-12-31 arrival/`]);
  });
});

describe('a temporary residence', () => {
  it('expires after its last day, beside a permanent one', async () => {
    const personKey = somebody();
    await tell(build.residenceRegistered({ personKey, ...temporary, on: '2026-01-05' }), build.residenceRegistered({ personKey, on: '2020-01-01', unit: u2 }));
    expect(await spellsOf(personKey)).toEqual([`permanent ${u2} 2020-01-01 2299-12-31 arrival/`, `temporary ${u1} 2026-01-05 2026-07-01 arrival/expired`]);
  });

  it('is renewed without a gap by the day after its last, and with one later', async () => {
    const [inTime, late] = [somebody(), somebody()];
    const renewal = { kind: 'temporary', cause: 'renewal', until: '2027-06-30' } as const;
    await tell(build.residenceRegistered({ personKey: inTime, ...temporary, on: '2026-01-05' }), build.residenceRegistered({ personKey: inTime, ...renewal, on: '2026-07-01' }));
    await tell(build.residenceRegistered({ personKey: late, ...temporary, on: '2026-01-05' }), build.residenceRegistered({ personKey: late, ...renewal, on: '2026-07-02' }));
    expect(await spellsOf(inTime)).toEqual([`temporary ${u1} 2026-01-05 2026-07-01 arrival/next`, `temporary ${u1} 2026-07-01 2027-07-01 renewal/expired`]);
    expect(await spellsOf(late)).toEqual([`temporary ${u1} 2026-01-05 2026-07-01 arrival/expired`, `temporary ${u1} 2026-07-02 2027-07-01 renewal/expired`]);
  });

  it('ends early, and on the day after its last for the cause that is told', async () => {
    const [early, atOnce] = [somebody(), somebody()];
    const told = ([[early, '2026-03-01'], [atOnce, '2026-07-01']] as const).flatMap(([personKey, on]) => [build.residenceRegistered({ personKey, ...temporary, on: '2026-01-05' }), build.residenceEnded({ personKey, kind: 'temporary', cause: 'moved-out', on })]);
    await tell(...told);
    expect(await spellsOf(early)).toEqual([`temporary ${u1} 2026-01-05 2026-03-01 arrival/moved-out`]);
    expect(await spellsOf(atOnce)).toEqual([`temporary ${u1} 2026-01-05 2026-07-01 arrival/moved-out`]);
  });

  it('lasts no longer in another household, however often that changes; after its last day there is none to change', async () => {
    const [within, after] = [somebody(), somebody()];
    const change = (personKey: string, on: string) => build.householdChanged({ personKey, kind: 'temporary', on, relation: `since ${on}` });
    await tell(build.residenceRegistered({ personKey: within, ...temporary, on: '2026-01-05' }), change(within, '2026-02-01'), change(within, '2026-03-01'));
    expect(await spellsOf(within)).toEqual([`temporary ${u1} 2026-01-05 2026-02-01 arrival/next`, `temporary ${u1} 2026-02-01 2026-03-01 household/next`, `temporary ${u1} 2026-03-01 2026-07-01 household/expired`]);
    await tell(build.residenceRegistered({ personKey: after, ...temporary, on: '2026-01-05' }), change(after, '2026-07-01'));
    expect(await spellsOf(after)).toEqual([`temporary ${u1} 2026-01-05 2026-07-01 arrival/expired`]);
  });
});

describe('a household', () => {
  it('changes from a day on, with the unit that is told again; before that day the old one stands', async () => {
    const personKey = somebody();
    const [old, other] = [random.hex(32), random.hex(32)];
    await tell(build.residenceRegistered({ personKey, on: '2026-01-05', household: old }), build.householdChanged({ personKey, on: '2026-02-01', household: other, relation: 'spouse' }));
    expect(await spellsOf(personKey)).toEqual([`permanent ${u1} 2026-01-05 2026-02-01 arrival/next`, `permanent ${u1} 2026-02-01 2299-12-31 household/`]);
    expect(await warehouse.query(`SELECT household, relation FROM raw_resident_spells_v1 FINAL WHERE person_key = '${personKey}' AND known_until = '2149-06-06' ORDER BY from_day`)).toEqual([{ household: old, relation: 'head' }, { household: other, relation: 'spouse' }]);
  });
});

describe('an absence', () => {
  it('lasts until a return is told, or its last day is over, and leaves the residence as it is', async () => {
    const personKey = somebody();
    await tell(
      build.residenceRegistered({ personKey, on: '2026-01-05' }), build.absenceDeclared({ personKey, on: '2026-02-01', until: '2026-02-20' }),
      build.absenceDeclared({ personKey, on: '2026-03-01' }), build.residenceEnded({ personKey, kind: 'absence', cause: 'returned', on: '2026-03-15' }),
    );
    expect(await spellsOf(personKey)).toEqual([
      `absence ${u1} 2026-02-01 2026-02-21 /expired`, `absence ${u1} 2026-03-01 2026-03-15 /returned`, `permanent ${u1} 2026-01-05 2299-12-31 arrival/`,
    ]);
  });
});

describe('a death', () => {
  it('cuts everything from its day on, work as well; nothing begins after it', async () => {
    const personKey = somebody();
    await tellOneByOne(
      build.residenceRegistered({ personKey, on: '2026-01-05' }), build.absenceDeclared({ personKey, on: '2026-02-01' }), build.residenceRegistered({ personKey, ...temporary, on: '2026-01-10' }),
      build.workerDeclared({ personKey, on: '2026-01-06' }), build.workerDeclared({ personKey, on: '2026-05-06', status: 'inactive' }),
      build.residenceMoved({ personKey, on: '2026-04-01', unit: u2 }), build.deathRegistered({ personKey, on: '2026-03-10' }),
    );
    expect(await spellsOf(personKey)).toEqual([
      `absence ${u1} 2026-02-01 2026-03-10 /death`, `death ${u1} 2026-03-10 2299-12-31 /`, `permanent ${u1} 2026-01-05 2026-03-10 arrival/death`, `temporary ${u1} 2026-01-10 2026-03-10 arrival/death`,
    ]);
    expect(await workOf(personKey)).toEqual([`employed ${u1} 2026-01-06 2026-03-10`]);
  });

  it('goes before whatever else falls on its day, and the earliest of several holds', async () => {
    const personKey = somebody();
    await tell(
      build.residenceRegistered({ personKey, on: '2026-01-05' }), build.residenceEnded({ personKey, on: '2026-03-10', cause: 'other' }),
      build.deathRegistered({ personKey, on: '2026-03-12', unit: u2 }), build.deathRegistered({ personKey, on: '2026-03-10' }), build.deathRegistered({ personKey, on: '2026-03-10', unit: u2 }),
    );
    expect(await spellsOf(personKey)).toEqual([`death ${u1} 2026-03-10 2299-12-31 /`, `permanent ${u1} 2026-01-05 2026-03-10 arrival/death`]);
  });
});

describe('a worker', () => {
  it('works as declared from a day on, until something else is declared or the register is left', async () => {
    const personKey = somebody();
    await tell(
      build.workerDeclared({ personKey, on: '2026-01-05' }), build.workerDeclared({ personKey, on: '2026-02-01', status: 'unemployed', unemployedSince: '2026-01-31' }), build.workerDeclared({ personKey, on: '2026-03-01', status: 'left' }),
    );
    expect(await workOf(personKey)).toEqual([`employed ${u1} 2026-01-05 2026-02-01`, `unemployed ${u1} 2026-02-01 2026-03-01`]);
    expect(await spellsOf(personKey)).toEqual([]);
    expect(await warehouse.query(`SELECT status, occupation, section_2025, toString(unemployed_since) AS since FROM raw_worker_spells_v1 FINAL WHERE person_key = '${personKey}' AND known_until = '2149-06-06' ORDER BY from_day`)).toEqual([
      { status: 'employed', occupation: '8', section_2025: 'C', since: '2299-12-31' }, { status: 'unemployed', occupation: '8', section_2025: 'C', since: '2026-01-31' },
    ]);
  });
});

describe('a record', () => {
  it('that is withdrawn gives nothing, until it is sent again', async () => {
    const own = { personKey: somebody(), ref: 'CT-withdrawn', on: '2026-01-05' };
    await tellOneByOne(build.residenceRegistered(own), build.recordWithdrawn({ ref: own.ref }));
    expect(await spellsOf(own.personKey)).toEqual([]);
    await tellOneByOne(build.residenceRegistered({ ...own, unit: u2 }));
    expect(await spellsOf(own.personKey)).toEqual([`permanent ${u2} 2026-01-05 2299-12-31 arrival/`]);
  });

  it('that is amended may come to be of another person, day and kind: nothing is left of what it was', async () => {
    const [wrong, right] = [somebody(), somebody()];
    const ref = 'CT-amended';
    await tellOneByOne(build.residenceRegistered({ personKey: wrong, ref, on: '2026-01-05' }), build.residenceRegistered({ personKey: right, ref, ...temporary, on: '2026-02-05' }));
    expect(await spellsOf(wrong)).toEqual([]);
    expect(await spellsOf(right)).toEqual([`temporary ${u1} 2026-02-05 2026-07-01 arrival/expired`]);
    await tellOneByOne(build.absenceDeclared({ personKey: right, ref, on: '2026-02-06' }));
    expect(await spellsOf(right)).toEqual([`absence ${u1} 2026-02-06 2299-12-31 /`]);
  });

  it('of a lower revision that comes later never overrides', async () => {
    const own = { personKey: somebody(), ref: 'CT-revisions', on: '2026-01-05' };
    await tellOneByOne(build.residenceRegistered({ ...own, revision: 2, unit: u2 }), build.residenceRegistered({ ...own, revision: 1 }), build.recordWithdrawn({ ref: own.ref, revision: 1 }));
    expect(await spellsOf(own.personKey)).toEqual([`permanent ${u2} 2026-01-05 2299-12-31 arrival/`]);
  });

  it('of a birth names nobody and gives no residence', async () => {
    const before = await warehouse.query('SELECT count() AS n FROM raw_resident_spells_v1');
    await tell(build.birthRegistered());
    expect(await warehouse.query('SELECT count() AS n FROM raw_resident_spells_v1')).toEqual(before);
    expect(await warehouse.query("SELECT month, toString(on_day) AS on_day, person_key FROM raw_population_records_v1 WHERE what = 'birth.registered'")).toEqual([{ month: '2026-03', on_day: '2026-03-02', person_key: '' }]);
  });
});

describe('two papers of one person', () => {
  it('give one person, whichever is known first: the link or the records', async () => {
    const [before, after] = [{ cccd: somebody(), cmnd: somebody() }, { cccd: somebody(), cmnd: somebody() }];
    const records = ({ cccd, cmnd }: { cccd: string; cmnd: string }) => [build.residenceRegistered({ personKey: cmnd, on: '2026-01-05' }), build.residenceMoved({ personKey: cccd, on: '2026-02-01', unit: u2 })];
    await tellOneByOne(build.personLinked({ cccdKey: before.cccd, cmndKey: before.cmnd }), ...records(before));
    await tellOneByOne(...records(after), build.personLinked({ cccdKey: after.cccd, cmndKey: after.cmnd }));
    for (const { cccd, cmnd } of [before, after]) {
      expect(await spellsOf(cccd)).toEqual([`permanent ${u1} 2026-01-05 2026-02-01 arrival/next`, `permanent ${u2} 2026-02-01 2299-12-31 moved/`]);
      expect(await spellsOf(cmnd)).toEqual([]);
    }
  });

  it('are two again when the old paper is seen with several cards, also those that are neither the lowest nor the highest', async () => {
    const cmndKey = somebody();
    const cards = [somebody(), somebody(), somebody()].sort();
    const [lowest = '', middle = '', highest = ''] = cards;
    await tell(build.residenceRegistered({ personKey: cmndKey, on: '2026-01-05' }), build.personLinked({ cccdKey: middle, cmndKey }));
    expect(await spellsOf(middle)).toEqual([`permanent ${u1} 2026-01-05 2299-12-31 arrival/`]);
    await tell(...[lowest, highest].map((cccdKey) => build.personLinked({ cccdKey, cmndKey })));
    expect(await Promise.all(cards.map((card) => spellsOf(card)))).toEqual([[], [], []]);
    expect(await spellsOf(cmndKey)).toEqual([`permanent ${u1} 2026-01-05 2299-12-31 arrival/`]);
  });
});

describe('what was known', () => {
  it('at the end of a local day is what was taken in until then', async () => {
    const personKey = somebody();
    const ref = 'CT-known';
    await tell(
      build.residenceRegistered({ personKey, ref, on: '2026-01-05', ...taken('2026-01-06') }), build.residenceMoved({ personKey, on: '2026-01-20', unit: u2, ...taken('2026-02-03') }),
      build.residenceRegistered({ personKey, ref, on: '2026-01-04', ...taken('2026-02-10') }), build.recordWithdrawn({ ref, ...taken('2026-03-01') }),
    );
    const open = `permanent ${u2} 2026-01-20 2299-12-31 moved/`;
    expect(await spellsOf(personKey, '2026-01-05')).toEqual([]);
    expect(await spellsOf(personKey, '2026-02-02')).toEqual([`permanent ${u1} 2026-01-05 2299-12-31 arrival/`]);
    expect(await spellsOf(personKey, '2026-02-03')).toEqual([`permanent ${u1} 2026-01-05 2026-01-20 arrival/next`, open]);
    expect(await spellsOf(personKey, '2026-02-28')).toEqual([`permanent ${u1} 2026-01-04 2026-01-20 arrival/next`, open]);
    expect(await spellsOf(personKey, '2026-03-01')).toEqual([open]);
  });

  it('turns at local midnight', async () => {
    const personKey = somebody();
    const at = (recordedtime: string) => ({ envelope: { recordedtime } });
    await tell(build.residenceRegistered({ personKey, on: '2025-06-30', ...at('2025-06-30T16:59:59.999Z') }), build.residenceMoved({ personKey, on: '2025-07-01', unit: u2, ...at('2025-06-30T17:00:00.000Z') }));
    expect(await spellsOf(personKey, '2025-06-30')).toEqual([`permanent ${u1} 2025-06-30 2299-12-31 arrival/`]);
    expect(await spellsOf(personKey, '2025-07-01')).toEqual([`permanent ${u1} 2025-06-30 2025-07-01 arrival/next`, `permanent ${u2} 2025-07-01 2299-12-31 moved/`]);
  });

  it('by a revision that overrides it on the same day was never known; one that is taken in late and is lower neither', async () => {
    const own = { personKey: somebody(), ref: 'CT-same-day', on: '2026-01-05' };
    await tell(
      build.residenceRegistered({ ...own, revision: 1, ...taken('2026-01-06') }), build.residenceRegistered({ ...own, revision: 2, unit: u2, ...taken('2026-01-06') }),
      build.residenceRegistered({ ...own, revision: 0, on: '2025-01-01', ...taken('2026-01-08') }),
    );
    for (const day of ['2026-01-06', '2026-01-08', newest]) expect(await spellsOf(own.personKey, day)).toEqual([`permanent ${u2} 2026-01-05 2299-12-31 arrival/`]);
  });
});

describe('the views of residents and workers', () => {
  const row = async (view: string, person: string): Promise<unknown> => (await warehouse.query(`SELECT * EXCEPT person_key FROM ${view} WHERE person_key = '${person}'`))[0];
  const at = (view: string, asOf: string, knownAt = newest): string => `${view}_at(as_of = '${asOf}', known_at = '${knownAt}')`;

  it('tell who is resident at the end of a day as known at the end of another: permanently, for a time, or both', async () => {
    const personKey = somebody();
    const household = random.hex(32);
    const own = { personKey, sex: 'F', birthYear: 1990 } as const;
    await tell(
      build.residenceRegistered({ ...own, ...temporary, on: '2026-01-05', relation: 'other', unit: u2, ...taken('2026-01-05') }), build.residenceRegistered({ ...own, on: '2026-02-01', household, ...taken('2026-02-03') }),
      build.absenceDeclared({ ...own, on: '2026-02-10', until: '2026-02-12', sex: 'X', ...taken('2026-02-13') }),
    );
    const common = { sex: 'F', birth_year: 1990, nationality: 'VNM' };
    const none = '1900-01-01';
    expect(await row(at('residents', '2026-01-04'), personKey)).toBeUndefined();
    expect(await row(at('residents', '2026-02-01', '2026-02-02'), personKey)).toMatchObject({ ...common, permanent_unit_uid: '', temporary_unit_uid: u2, absent: 0, permanent_since: none, temporary_until: '2026-06-30', relation: 'other' });
    expect(await row(at('residents', '2026-02-12'), personKey)).toEqual({ ...common, permanent_unit_uid: u1, temporary_unit_uid: u2, absent: 1, permanent_since: '2026-02-01', temporary_until: '2026-06-30', household, relation: 'head' });
    expect(await row(at('residents', '2026-02-12', '2026-02-12'), personKey)).toMatchObject({ absent: 0 });
    expect(await row(at('residents', '2026-07-01'), personKey)).toMatchObject({ permanent_unit_uid: u1, temporary_unit_uid: '', absent: 0, temporary_until: none });
    expect(await row('residents', personKey)).toEqual(await row(at('residents', '2026-03-01'), personKey));
  });

  it('count nobody who is only away, or dead', async () => {
    const [away, dead] = [somebody(), somebody()];
    await tell(build.absenceDeclared({ personKey: away, on: '2026-01-05' }), build.deathRegistered({ personKey: dead, on: '2026-01-05' }));
    for (const person of [away, dead]) expect(await row('residents', person)).toBeUndefined();
  });

  it('tell how somebody works at the end of a day as known at the end of another', async () => {
    const personKey = somebody();
    await tell(build.workerDeclared({ personKey, sex: 'M', on: '2026-01-05', occupation: '8211', ...taken('2026-01-05') }), build.workerDeclared({ personKey, sex: 'M', on: '2026-02-01', status: 'unemployed', position: '', unemployedSince: '2026-01-31', ...taken('2026-02-20') }));
    expect(await row(at('workers', '2026-02-01', '2026-02-19'), personKey)).toEqual({
      unit_uid: u1, sex: 'M', birth_year: 1980, status: 'employed', position: 'employee', occupation_group: '8', section_2018: 'C', section_2025: 'C', contract: 'indefinite', social_insurance: 'compulsory',
      unemployment_insurance: 'yes', training: 'elementary', unemployed_since: '2299-12-31', since: '2026-01-05',
    });
    expect(await row('workers', personKey)).toMatchObject({ status: 'unemployed', unemployed_since: '2026-01-31', since: '2026-02-01' });
  });
});

it('spells are the same when every person is computed anew, in a rebuild', async () => {
  const target = await warehouse.openRebuild();
  const spellsIn = (database: string) => warehouse.query(`SELECT * EXCEPT generation FROM ${database}.raw_resident_spells_v1 FINAL ORDER BY ALL`);
  const workIn = (database: string) => warehouse.query(`SELECT * EXCEPT generation FROM ${database}.raw_worker_spells_v1 FINAL ORDER BY ALL`);
  // The tables of records are the same whatever filled them.
  for (const table of ['raw_population_records_v1', 'raw_person_records_v1', 'raw_person_papers_v1', 'raw_person_links_v1']) await warehouse.query(`INSERT INTO da06_rebuild.${table} SELECT * FROM da06.${table}`);
  await target.computeAllSpells();
  expect(await spellsIn('da06_rebuild')).toEqual(await spellsIn('da06'));
  expect(await workIn('da06_rebuild')).toEqual(await workIn('da06'));
  expect((await spellsIn('da06')).length).toBeGreaterThan(50);
  await target.drop();
});

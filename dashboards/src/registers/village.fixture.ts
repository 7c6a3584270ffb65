import { loadLocality } from '@da06/reference';
import { arrivalGroup, eventBuilders, fixedClock, type AnyEvent } from '@da06/testkit';
import type { BoardEngine } from '../fixtures/engine.fixture.ts';

const hour = 3_600_000;
/** 20:00 of the 20th of November in Vietnam. */
export const now = Date.parse('2026-11-20T13:00:00.000Z');
export const [tanKhai, tanQuan] = ['W25357@2025', 'W25351@2025'] as const;

const key = (name: string): string => Buffer.from(name.padEnd(16, '.')).toString('hex');
type Maker = ReturnType<typeof eventBuilders>;

/** So many invented people, alike but for their key. */
const people = (count: number, name: string): readonly { readonly personKey: string; readonly number: number }[] => Array.from({ length: count }, (_, number) => ({ personKey: key(`${name}${number}`), number }));

/** Where guests stay the night in Tân Khai, and how many. */
const houses = [{ id: 'ks-test-01', kind: 'hotel', guests: 6 }, { id: 'kcn-test-01', kind: 'zone-housing', guests: 5 }, { id: 'nt-test-01', kind: 'rental-house', guests: 7 }] as const;

/** A log by hand of two communes in which nobody is real: the registers of residents and workers, and the guests of a night. */
const villageLog = (): { readonly events: readonly AnyEvent[]; readonly stays: readonly { readonly facility: string; readonly ref: string; readonly person: string }[] } => {
  const make = eventBuilders({ seed: 37, clock: fixedClock(now) });
  const stays = houses.flatMap(({ id, kind, guests }) =>
    Array.from({ length: guests }, () => make.checkedIn({ facility: id, facilityKind: kind, tourism: kind === 'hotel' })).map((event) => {
      const groups = { ...event.data.groups, arrival: arrivalGroup(now - hour, true, tanKhai), expectedDeparture: new Date(now + 48 * hour).toISOString() };
      return { ...event, data: { ...event.data, groups } };
    }),
  );
  return {
    events: [...units(make), ...loadLocality().indicatorDefinitions.map((definition) => make.indicatorDefined(definition)), ...houses.map(({ id, kind }) => make.facilityRegistered({ id, kind, model: kind === 'hotel' ? 9 : 10, tourism: kind === 'hotel' })), ...residents(make), ...workers(make), ...stays, ...batches(make)],
    stays: stays.map(({ data: { facility, ref } }) => ({ facility, ref, person: '' })),
  };
};

const units = (make: Maker): readonly AnyEvent[] => [
  make.unitPublished({ uid: tanKhai, nameVi: 'Xã Tân Khai', areaKm2: 160, population: 40 }),
  make.unitPublished({ uid: tanQuan, code: '25351', nameVi: 'Xã Tân Quan', areaKm2: 40, population: 60, projections: [{ weight: 1, exact: true, from: '2025-07-01', to: '', unit: tanQuan }] }),
];

/**
 * 40 people from the first load: in Tân Khai 10 men of 36 and 8 women of 34, two to a household, and 6 girls of 6 without one; in Tân Quan 9 men of 41, each a household, and 7 women of 76.
 * Three women came to Tân Khai in September, six lodgers to Tân Quan in October; five of the men of Tân Khai are away; two of the old women died in October, when two boys were born.
 */
const residents = (make: Maker): readonly AnyEvent[] => {
  const initial = { on: '2020-01-01', cause: 'initial' } as const;
  const oldWomen = { unit: tanQuan, sex: 'F', birthYear: 1950 } as const;
  return [
    ...people(10, 'm36').map(({ personKey, number }) => make.residenceRegistered({ ...initial, personKey, unit: tanKhai, sex: 'M', birthYear: 1990, household: key(`h${number >> 1}`) })),
    ...people(8, 'f34').map(({ personKey, number }) => make.residenceRegistered({ ...initial, personKey, unit: tanKhai, sex: 'F', birthYear: 1992, household: key(`g${number >> 1}`) })),
    ...people(6, 'f6').map(({ personKey }) => make.residenceRegistered({ ...initial, personKey, unit: tanKhai, sex: 'F', birthYear: 2020, household: '' })),
    ...people(9, 'm41').map(({ personKey, number }) => make.residenceRegistered({ ...initial, personKey, unit: tanQuan, sex: 'M', birthYear: 1985, household: key(`q${number}`) })),
    ...people(7, 'f76').map(({ personKey }) => make.residenceRegistered({ ...initial, ...oldWomen, personKey, household: '' })),
    ...people(3, 'f31').map(({ personKey }) => make.residenceRegistered({ personKey, on: '2026-09-10', cause: 'arrival', unit: tanKhai, sex: 'F', birthYear: 1995, household: '' })),
    ...people(6, 'm26').map(({ personKey }) => make.residenceRegistered({ personKey, kind: 'temporary', on: '2026-10-05', until: '2027-10-04', cause: 'arrival', unit: tanQuan, sex: 'M', birthYear: 2000, household: '' })),
    ...people(5, 'm36').map(({ personKey }) => make.absenceDeclared({ personKey, on: '2026-11-01', unit: tanKhai, sex: 'M', birthYear: 1990 })),
    ...people(2, 'f76').map(({ personKey }) => make.deathRegistered({ ...oldWomen, personKey, on: '2026-10-20' })),
    ...Array.from({ length: 2 }, () => make.birthRegistered({ on: '2026-10-15', month: '2026-10', sex: 'M', unit: tanKhai })),
  ];
};

/**
 * 36 of the 41 of 15 and more, lodgers among them: 10 men of Tân Khai employed in manufacturing since 2024, 6 women of Tân Khai farm on their own account since 2025, 9 men of Tân Quan lost in September 2026 the work they had,
 * 5 old women are not in the labour force; the 6 lodgers have worked in manufacturing since October, seasonally. Two women of 34 and the three who came have no record.
 */
const workers = (make: Maker): readonly AnyEvent[] => {
  const factory = { unit: tanKhai, sex: 'M', birthYear: 1990, status: 'employed', position: 'employee', occupation: '8', contract: 'indefinite', socialInsurance: 'compulsory', unemploymentInsurance: 'yes', training: 'elementary' } as const;
  const farm = { scheme: 'vsic-2025', code: 'A', section2018: 'A', section2025: 'A', exact: true } as const;
  const none = { position: '', occupation: '', industry: { scheme: '', code: '', section2018: '', section2025: '', exact: true }, contract: '', socialInsurance: '', unemploymentInsurance: '' } as const;
  return [
    ...people(10, 'm36').map(({ personKey }) => make.workerDeclared({ ...factory, personKey, on: '2024-03-01' })),
    ...people(6, 'f34').map(({ personKey }) => make.workerDeclared({ ...factory, personKey, on: '2025-05-01', sex: 'F', birthYear: 1992, position: 'own-account', occupation: '6', industry: farm, contract: 'none', socialInsurance: 'none', unemploymentInsurance: 'no', training: 'none' })),
    ...people(9, 'm41').map(({ personKey }) => make.workerDeclared({ ...factory, personKey, on: '2025-06-01', unit: tanQuan, birthYear: 1985 })),
    ...people(9, 'm41').map(({ personKey }) => make.workerDeclared({ ...none, personKey, on: '2026-09-15', unit: tanQuan, sex: 'M', birthYear: 1985, status: 'unemployed', training: 'none', unemployedSince: '2026-09-15' })),
    ...people(7, 'f76').slice(2).map(({ personKey }) => make.workerDeclared({ ...none, personKey, on: '2026-01-05', unit: tanQuan, sex: 'F', birthYear: 1950, status: 'inactive', training: 'none' })),
    ...people(6, 'm26').map(({ personKey }) => make.workerDeclared({ ...factory, personKey, on: '2026-10-06', unit: tanQuan, birthYear: 2000, occupation: '9', contract: 'seasonal', socialInsurance: 'none', unemploymentInsurance: 'no', training: 'none' })),
  ];
};

const batches = (make: Maker): readonly AnyEvent[] => [
  make.registerBatchReceived({ received: 60, accepted: 56, duplicate: 1, amended: 2, rejected: 4, codes: { 'field.required': 3, 'person.sex': 1 } }),
  make.registerBatchReceived({ register: 'workers', simulated: true, received: 50, accepted: 47, duplicate: 0, amended: 0, rejected: 3, codes: { 'field.required': 3 } }),
];

/** Puts the log into the tables, with the recomputes that follow it. */
export const playVillage = async ({ insert, warehouse }: Pick<BoardEngine, 'insert' | 'warehouse'>): Promise<void> => {
  const { events, stays } = villageLog();
  await insert(events);
  await warehouse.recomputeFigures(await warehouse.recomputeNights([...stays]));
  const records = events.flatMap(({ data }) => ('registrationNumber' in data && 'register' in data && 'ref' in data ? [{ register: String(data.register), ref: String(data.ref), person: '' }] : []));
  await warehouse.recomputeSpells(records);
};

import { removeFolder, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse } from '../embedded/embedded-warehouse.ts';
import { quoted } from '../sql-text.ts';
import type { Warehouse } from '../warehouse.ts';

/** A spell of invented people as its table has it; what is not told is plain. */
type ResidentSpell = Partial<{
  track: 'permanent' | 'temporary' | 'absence' | 'death'; from: string; until: string; knownFrom: string; knownUntil: string; unit: string; former: string; sex: 'M' | 'F' | 'X'; born: number;
  household: string; openedBy: string; closedBy: string; before: string; formerBefore: string; after: string;
  /** They are persons of rows before: the number of the first of them, counted from 0. */
  of: number;
}>;
type WorkerSpell = Partial<{
  from: string; until: string; unit: string; sex: 'M' | 'F'; born: number; status: 'employed' | 'unemployed' | 'inactive'; position: string; occupation: string; section2018: string; section2025: string;
  contract: string; social: string; unemployment: string; training: string; since: string;
  /** They are persons of rows before: the number of the first of them, counted from 0. */
  of: number;
}>;
type Birth = { readonly count?: number; readonly month: string; readonly on: string; readonly sex: 'M' | 'F' | 'X'; readonly unit: string };

/** Invented people; a spell may stand for several. `guests` stay the night of the newest recorded day. */
export type CubePeople = {
  readonly residents?: readonly (readonly [count: number, spell: ResidentSpell])[];
  readonly workers?: readonly (readonly [count: number, spell: WorkerSpell])[];
  readonly births?: readonly Birth[];
  readonly guests?: readonly (readonly [count: number, unit: string])[];
};

/** Two new units; N1 was made of A and B, N2 of C and half of it of land outside. The district D of before is compared. */
const units = [
  { uid: 'A', urban: false, area: 0, from: '', to: '2025-06-30', projections: [['', '2025-06-30', 'A', 1, true], ['2025-07-01', '', 'N1', 1, true]], area_share: 1, area_exact: true },
  { uid: 'B', urban: true, area: 0, from: '', to: '2025-06-30', projections: [['', '2025-06-30', 'B', 1, true], ['2025-07-01', '', 'N1', 1, true]], area_share: 1, area_exact: true },
  { uid: 'C', urban: false, area: 0, from: '', to: '2025-06-30', projections: [['', '2025-06-30', 'C', 1, true], ['2025-07-01', '', 'N2', 1, true]], area_share: 1, area_exact: true },
  { uid: 'N1', urban: true, area: 10, from: '2025-07-01', to: '', projections: [['', '2025-06-30', 'A', 0.6, false], ['', '2025-06-30', 'B', 0.4, false], ['2025-07-01', '', 'N1', 1, true]], area_share: 1, area_exact: true },
  { uid: 'N2', urban: false, area: 20, from: '2025-07-01', to: '', projections: [['', '2025-06-30', 'C', 1, true], ['2025-07-01', '', 'N2', 1, true]], area_share: 0.5, area_exact: false },
] as const;

export type Cubes = {
  readonly warehouse: Warehouse;
  /** Puts these people in the place of those before. */
  readonly people: (people: CubePeople) => Promise<void>;
  /** Rows of a view as lines `key value`, sorted. */
  readonly lines: (sql: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

/** The tables of the registers on their own, filled by hand: the newest recorded day is 2026-11-30. */
export const startCubes = async (): Promise<Cubes> => {
  const path = tempFolder();
  const warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  await warehouse.query("INSERT INTO raw_progress_v1 VALUES (0, '2026-11-30 03:00:00')");
  for (const { uid, urban, area, from, to, projections, area_share: weight, area_exact: exact } of units) {
    const data = {
      uid, code: uid, nameVi: `Xã ${uid}`, level: 'commune', type: urban ? 'phường' : 'xã', urban, parent: '', validFrom: from, validTo: to, areaKm2: area, population: 0, lat: 0, lon: 0,
      projections: projections.map(([first, last, unit, share, isExact]) => ({ from: first, to: last, unit, weight: share, exact: isExact })), areas: [{ area: 'D', nameVi: 'Huyện D (địa giới cũ)', weight, exact }],
    };
    await warehouse.query(`INSERT INTO raw_units_v1 SELECT ${quoted(uid)}, CAST((1, toUUID('00000000-0000-0000-0000-000000000001'), ${quoted(JSON.stringify(data))}), 'Tuple(s UInt64, i UUID, data String)')`);
  }
  let number = 0;
  const key = "lower(hex(sipHash128('person', {n} + number)))";
  const insert = async (table: string, columns: Readonly<Record<string, string | number>>, count: number, of = number): Promise<void> => {
    const values = Object.values(columns).map((value) => (typeof value === 'number' ? String(value) : quoted(value)));
    await warehouse.query(`INSERT INTO ${table} (person_key, ref, is_deleted, generation, ${Object.keys(columns).join(', ')}) SELECT ${key.replace('{n}', String(of))}, 'ref', 0, 1, ${values.join(', ')} FROM numbers(${count})`);
    if (of === number) number += count;
  };
  return {
    warehouse,
    people: async ({ residents = [], workers = [], births = [], guests = [] }) => {
      for (const table of ['raw_resident_spells_v1', 'raw_worker_spells_v1', 'raw_population_records_v1', 'raw_stay_days_v1']) await warehouse.query(`TRUNCATE TABLE ${table}`);
      number = 0;
      for (const [count, spell] of residents) {
        await insert('raw_resident_spells_v1', {
          track: spell.track ?? 'permanent', from_day: spell.from ?? '2020-01-01', until_day: spell.until ?? '2299-12-31', known_from: spell.knownFrom ?? '2020-01-01', known_until: spell.knownUntil ?? '2149-06-06',
          unit_uid: spell.unit ?? 'N1', former_unit_uid: spell.former ?? '', sex: spell.sex ?? 'M', birth_year: spell.born ?? 1996, nationality: 'VNM', household: spell.household ?? '', relation: '',
          opened_by: spell.openedBy ?? 'initial', closed_by: spell.closedBy ?? '', unit_before: spell.before ?? '', former_before: spell.formerBefore ?? '', unit_after: spell.after ?? '',
          resident_in: spell.of === undefined ? '[]' : "[('1900-01-01', '2299-12-31')]",
        }, count, spell.of);
      }
      number = 0;
      for (const [count, spell] of workers) {
        await insert('raw_worker_spells_v1', {
          from_day: spell.from ?? '2020-01-01', until_day: spell.until ?? '2299-12-31', known_from: '2020-01-01', known_until: '2149-06-06', unit_uid: spell.unit ?? 'N1', former_unit_uid: '', sex: spell.sex ?? 'M', birth_year: spell.born ?? 1996,
          status: spell.status ?? 'employed', position: spell.position ?? '', occupation: spell.occupation ?? '', section_2018: spell.section2018 ?? '', section_2025: spell.section2025 ?? '', section_exact: 1, contract: spell.contract ?? '',
          social_insurance: spell.social ?? '', unemployment_insurance: spell.unemployment ?? '', training: spell.training ?? '', unemployed_since: spell.since ?? '2299-12-31',
        }, count, spell.of);
      }
      for (const [index, { count = 1, month, on, sex, unit }] of births.entries()) {
        await warehouse.query(`INSERT INTO raw_population_records_v1 (register, ref, revision, sequence, event_id, what, recorded_at, recorded_on, sex, on_day, until_day, month, unit_uid, unemployed_since)
          SELECT 'residents', concat('b${index}-', toString(number)), 0, '0000000000000001', generateUUIDv4(), 'birth.registered', '2026-01-01 00:00:00', '${on}', '${sex}', '${on}', '2299-12-31', '${month}', '${unit}', '2299-12-31' FROM numbers(${count})`);
      }
      for (const [count, unit] of guests) {
        await warehouse.query(`INSERT INTO raw_stay_days_v1 (day, facility_id, ref, person_key, unit_uid, facility_kind, night, first, is_deleted, generation) SELECT '2026-11-30', 'ks-test-${unit.toLowerCase()}', concat('g', toString(number)), '', ${quoted(unit)}, 'hotel', 1, 1, 0, 1 FROM numbers(${count})`);
      }
    },
    lines: async (sql) => (await warehouse.query<Record<string, string | number | null>>(sql)).map((row) => Object.values(row).map((value) => (value === null ? '-' : typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value)).join(' ')).sort(),
    stop: async () => {
      await warehouse.close();
      removeFolder(path);
    },
  };
};

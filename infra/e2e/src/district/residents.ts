import { loadLocality } from '@da06/reference';
import type { Warehouse } from '@da06/warehouse';
import { asOf, beginning } from './facilities.ts';
import { at, otherEvents, sequence, uuid } from './pieces.ts';

const day = 86_400_000;
const units = "['W25357@2025', 'W25351@2025', 'W25378@2025', 'W25366@2025', 'W25381@2025']";

/** Person `p`, of whom nobody is real: the same in every record about them. */
const person = `
    cityHash64(p, 'resident') AS h, intDiv(p, 4) AS home,
    lower(hex(sipHash128('resident', p))) AS personKey, if(h % 2 = 0, 'F', 'M') AS sex, toUInt16(2026 - toUInt16(floor(88 * pow(bitShiftRight(h, 8) % 1000 / 1000, 1.3)))) AS birthYear,
    arrayElement(${units}, home % 5 + 1) AS unit, lower(hex(sipHash128('household', home))) AS household, arrayElement(['head', 'spouse', 'child', 'child'], p % 4 + 1) AS relation`;

type Kind = {
  readonly type: string;
  readonly register?: 'workers';
  /** Which persons have such a record, of so many; each has one at most. */
  readonly of: (residents: number) => string;
  /** When it was taken in, Unix milliseconds, and the local day from which it holds, both as SQL. */
  readonly recorded: string;
  readonly on: string;
  /** Fields beside the person's, as SQL expressions by name. */
  readonly data: Readonly<Record<string, string>>;
};

/** Somewhere in the three years of the district, the later the more: registers are kept ever better. */
const sometime = (salt: number): string => `${beginning + 10 * day} + toInt64((${asOf - beginning - 20 * day}) * sqrt((cityHash64(p, ${salt}) % 1000003) / 1000003))`;
const loaded = `${beginning} + p % ${5 * day}`;
const dayOf = (milliseconds: string, back = '0'): string => `toString(toDate(${at(milliseconds)}, 'Asia/Ho_Chi_Minh') - (${back}))`;
const everyone = (from: number, to: number) => (residents: number): string => `SELECT number AS p FROM numbers(${residents}) WHERE cityHash64(number, 'who') % 1000 >= ${from} AND cityHash64(number, 'who') % 1000 < ${to}`;
const work = (status: string) => ({
  status, position: `if(${status} = 'employed', arrayElement(['employee', 'employee', 'own-account', 'family-worker'], h % 4 + 1), '')`, occupation: `if(${status} = 'employed', toString(1 + h % 9), '')`,
  industry: "map('section2018', arrayElement(['A', 'C', 'F', 'G', 'I'], h % 5 + 1), 'section2025', arrayElement(['A', 'C', 'F', 'G', 'I'], h % 5 + 1))", contract: "'indefinite'",
  socialInsurance: "arrayElement(['compulsory', 'none', 'voluntary'], h % 3 + 1)", unemploymentInsurance: "if(h % 3 = 0, 'yes', 'no')", training: "arrayElement(['none', 'elementary', 'college', 'university'], bitShiftRight(h, 3) % 4 + 1)",
  unemployedSince: `if(${status} = 'unemployed', '2026-01-15', '')`,
});

/** 80 % are residents for good, from the first load of the register; the others for a time. In three years one in three of them has a further record, and half of those of age work. */
const kinds: readonly Kind[] = [
  { type: 'residence.registered', of: everyone(0, 800), recorded: loaded, on: `toString(toDate32('2023-10-01') - h % 9000)`, data: { kind: "'permanent'", cause: "'initial'", until: "''" } },
  { type: 'residence.registered', of: everyone(800, 1000), recorded: sometime(1), on: dayOf(sometime(1), 'h % 6'), data: { kind: "'temporary'", cause: "'arrival'", until: dayOf(sometime(1), '-200 - toInt32(h % 500)') } },
  { type: 'residence.moved', of: everyone(0, 80), recorded: sometime(2), on: dayOf(sometime(2), 'h % 6'), data: { destination: "'inside'", unit: `arrayElement(${units}, (home + 1) % 5 + 1)` } },
  { type: 'residence.moved', of: everyone(80, 110), recorded: sometime(3), on: dayOf(sometime(3), 'h % 6'), data: { destination: "'outside'", unit: "''" } },
  { type: 'absence.declared', of: everyone(110, 160), recorded: sometime(4), on: dayOf(sometime(4)), data: { until: "''" } },
  { type: 'death.registered', of: everyone(160, 185), recorded: sometime(5), on: dayOf(sometime(5), 'h % 9'), data: {} },
  { type: 'household.changed', of: everyone(185, 235), recorded: sometime(6), on: dayOf(sometime(6)), data: { kind: "'permanent'", household: "lower(hex(sipHash128('household', home + 1)))" } },
  { type: 'residence.registered', of: everyone(800, 860), recorded: `least(${asOf}, ${sometime(1)} + ${190 * day})`, on: dayOf(`least(${asOf}, ${sometime(1)} + ${190 * day})`), data: { kind: "'temporary'", cause: "'renewal'", until: "'2027-06-30'" } },
  { type: 'birth.registered', of: everyone(300, 330), recorded: sometime(7), on: dayOf(sometime(7)), data: { month: `substring(${dayOf(sometime(7), '20')}, 1, 7)`, personKey: "''" } },
  { type: 'worker.declared', register: 'workers', of: everyone(200, 700), recorded: sometime(8), on: dayOf(sometime(8), 'h % 30'), data: work("arrayElement(['employed', 'employed', 'employed', 'employed', 'unemployed', 'inactive'], h % 6 + 1)") },
  { type: 'worker.declared', register: 'workers', of: everyone(640, 740), recorded: `least(${asOf}, ${sometime(8)} + ${90 * day})`, on: dayOf(`least(${asOf}, ${sometime(8)} + ${90 * day})`), data: work("if(h % 2 = 0, 'unemployed', 'employed')") },
];

const base = { personKey: 'personKey', sex: 'sex', birthYear: 'birthYear', nationality: "'VNM'", unit: 'unit', formerUnit: "''", household: 'household', relation: 'relation' };

const eventsOf = ({ type, register, of, recorded, on, data }: Kind, index: number, residents: number): string => {
  const fields = Object.entries({ ...base, ...data });
  return `
${otherEvents}
WITH ${person}, toInt64(${recorded}) AS ms, concat('${String.fromCharCode(65 + index)}-', toString(p)) AS reference
SELECT ${uuid(`p * 16 + ${index} + 1000000000000`)}, 'vn.da06.${type}.v1', concat('${register ?? 'residents'}/', reference), '', ${at('ms')}, ${at('ms')}, ${sequence('ms', 'p % 60000')},
    toJSONString(tuple('${register ?? 'residents'}', reference, toUInt32(0), concat('${register === undefined ? 'DC' : 'LD'}', leftPad(toString(p), 16, '0')), ${on}, ${fields.map(([, sql]) => sql).join(', ')})::Tuple(register String, ref String, revision UInt32, registrationNumber String, on String, ${fields.map(([name]) => `${name} ${name === 'birthYear' ? 'UInt16' : name === 'industry' ? 'Map(String, String)' : 'String'}`).join(', ')}))
FROM (${of(residents)})
SETTINGS optimize_on_insert = 0, max_insert_threads = 1, max_threads = 2`;
};

/** The units of the pack as they are published, an event each. */
export const unitsOf = (): string => `
${otherEvents}
SELECT ${uuid('number + 1')}, 'vn.da06.unit.published.v1', concat('unit/', JSONExtractString(data, 'uid')), '', ${at(beginning)}, ${at(beginning)}, ${sequence(beginning, 'number')}, data
FROM (SELECT rowNumberInAllBlocks() AS number, data FROM format(JSONEachRow, 'data String', $units$${loadLocality().unitsInTime.published.map((unit) => JSON.stringify({ data: JSON.stringify(unit) })).join('\n')}$units$))`;

/** Persons a recompute is told of at a time. */
const share = 100_000;

/**
 * Makes so many residents, and the workers among them, inside the engine: events through the door of the warehouse, and spells by its own recompute, a
 * share of the persons at a time. The same number gives the same rows, and the tables of spells are merged.
 * @returns how many records there are, and seconds of making them and of recomputing.
 */
export const makeResidents = async (warehouse: Pick<Warehouse, 'query' | 'recomputeSpells'>, residents: number): Promise<{ records: number; madeInS: number; recomputedInS: number }> => {
  const began = performance.now();
  await warehouse.query(unitsOf());
  for (const [index, kind] of kinds.entries()) await warehouse.query(eventsOf(kind, index, residents));
  const made = performance.now();
  const shares = Math.ceil(residents / share);
  for (let one = 0; one < shares; one += 1) {
    const persons = await warehouse.query<{ person: string }>(`SELECT DISTINCT person_key AS person FROM da06.raw_person_records_v1 WHERE cityHash64(person_key) % ${shares} = ${one}`);
    await warehouse.recomputeSpells(persons.map(({ person: key }) => ({ register: '', ref: '', person: key })));
  }
  const recomputed = performance.now();
  // What the engine does by itself once nobody has changed for a minute.
  for (const table of ['raw_resident_spells_v1', 'raw_worker_spells_v1']) await warehouse.query(`OPTIMIZE TABLE da06.${table} FINAL`);
  const [counted] = await warehouse.query<{ n: string }>('SELECT toString(count()) AS n FROM da06.raw_population_records_v1');
  return { records: Number(counted?.n), madeInS: (made - began) / 1000, recomputedInS: (recomputed - made) / 1000 };
};

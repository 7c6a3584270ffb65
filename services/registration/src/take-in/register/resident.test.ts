import {
  AbsenceDeclaredData, BirthRegisteredData, DeathRegisteredData, HouseholdChangedData, RecordWithdrawnData, ResidenceEndedData, ResidenceMovedData, ResidenceRegisteredData,
} from '@da06/events';
import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepareIn, told } from '../take-in.fixture.ts';
import type { PreparedItem } from '../types.ts';
import { refusals, resident } from './register.fixture.ts';
import { changes, type Change } from './resident-fields.ts';
import { residentContext } from './samples.ts';

const schemas = {
  permanent: ResidenceRegisteredData, temporary: ResidenceRegisteredData, renewal: ResidenceRegisteredData, move: ResidenceMovedData, end: ResidenceEndedData, absence: AbsenceDeclaredData, return: ResidenceEndedData,
  household: HouseholdChangedData, birth: BirthRegisteredData, death: DeathRegisteredData,
} as const satisfies Record<Change, unknown>;

/** The event's data as a committer completes it. */
const complete = (item: PreparedItem): object => ({ ...dataOf(item), revision: 0, faults: item.draft?.storedFaults ?? [] });

describe('a record of the register of residents', () => {
  it.each(changes)('of %s becomes the event that is named for it, and nothing else stands in it', async (change) => {
    const item = await resident(change);
    expect(told(item)).toEqual([]);
    expect(schemas[change].strict().safeParse(complete(item)).error).toBeUndefined();
  });

  it('says of each change what it means', async () => {
    const means = async (change: Change) => {
      const item = await resident(change);
      const { kind, cause, until, destination, unit } = dataOf(item);
      return [item.draft?.type.replace(/^vn\.da06\.|\.v1$/g, ''), ...[kind, cause, until, destination, unit].filter((value) => value !== undefined)];
    };
    expect(await Promise.all(changes.map(means))).toEqual([
      ['residence.registered', 'permanent', 'arrival', '', 'W25357@2025'],
      ['residence.registered', 'temporary', 'arrival', '2027-11-19', 'W25357@2025'],
      ['residence.registered', 'temporary', 'renewal', '2028-11-19', 'W25357@2025'],
      ['residence.moved', 'inside', 'W25357@2025'],
      ['residence.ended', 'temporary', 'moved-out', 'W25357@2025'],
      ['absence.declared', '2027-02-20', 'W25357@2025'],
      ['residence.ended', 'absence', 'returned', 'W25357@2025'],
      ['household.changed', 'permanent', 'W25357@2025'],
      ['birth.registered', 'W25357@2025'],
      ['death.registered', 'W25357@2025'],
    ]);
  });

  it('happens at the local midnight of its day, is never late, and is numbered as a citizen’s record', async () => {
    const { draft } = await resident('permanent');
    expect(draft).toMatchObject({ kind: 'check-in', ref: 'CT-2026-000001', revision: 0, time: '2026-11-19T17:00:00.000Z', sets: [], unit: 'W25357@2025', late: false, syncedLate: false });
    expect(draft?.registrationNumber).toMatch(/^DC[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it('seals who it is about, where they live and what is sensitive, and shows the rest', async () => {
    const item = await resident('permanent');
    expect(identityOf(item)).toEqual({
      person: { fullName: 'Thị Mẫu', birthDate: '1990-05-15', document: { kind: 'cccd', number: '070190204729', issuingState: 'VNM' }, phone: '+84912345678', ethnicity: { scheme: '2008', code: '22' } },
      hamlet: 'Ấp Mẫu', address: 'tổ 3', household: { number: 'HK-000001' }, note: 'mẫu',
    });
    expect(dataOf(item)).toMatchObject({ sex: 'F', birthYear: 1990, nationality: 'VNM', on: '2026-11-20', unit: 'W25357@2025', formerUnit: 'W25360@old', relation: 'head' });
    expect(identityOf(await resident('absence'))).toMatchObject({ absence: { case: 'c', destination: 'tỉnh Mẫu' } });
  });

  it('of a birth names no person outside its envelope, which is the record’s own', async () => {
    const item = await resident('birth');
    expect(dataOf(item)).toMatchObject({ month: '2026-11', sex: 'F', on: '2026-11-20' });
    expect(item.draft?.personKey).toBeUndefined();
    const { sealed, ...open } = dataOf(item);
    expect(sealed?.personKey).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(open)).not.toContain(sealed?.personKey);
    const again = await resident('birth', { 'person.document': { kind: 'birth-certificate', number: '123/2026' } });
    expect(dataOf(again).sealed?.personKey).toBe(sealed?.personKey);
    expect(identityOf(again)).toMatchObject({ person: { document: { number: expect.stringContaining('123') as string } } });
  });

  it('of one household has one keyed hash, however its number is written and wherever it lies', async () => {
    const hashOf = async (number: string, unit: string) => dataOf(await resident('permanent', { 'household.number': number, unit, formerUnit: undefined }))['household'];
    const hash = await hashOf('HK-000001', 'W25357@2025');
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(await hashOf(' hk 000001', 'W25345@2025')).toBe(hash);
    expect(await hashOf('HK-000002', 'W25357@2025')).not.toBe(hash);
    expect(dataOf(await resident('permanent', { household: undefined }))).toMatchObject({ household: '', relation: '' });
  });

  it('tells a relation in the words of the forms', async () => {
    for (const [word, relation] of [['Chủ hộ', 'head'], ['vợ', 'spouse'], ['Con đẻ', 'child']]) expect(dataOf(await resident('permanent', { 'household.relation': word }))['relation']).toBe(relation);
  });

  it('that names the old number beside the new one links the two papers', async () => {
    const { draft } = await resident('permanent', { 'person.document.formerNumber': '285123456' });
    const { draft: old } = await resident('permanent', { 'person.document': { kind: 'cmnd', number: '285123456' } });
    expect(draft?.link).toEqual({ cccdKey: draft?.personKey, cmndKey: old?.personKey });
  });

  it('is withdrawn by its reference; the reason is to be sealed', async () => {
    const [item] = (await prepareIn(residentContext, 'cancel', { reason: 'nhập nhầm' }, 'CT-1')).items;
    expect(item?.draft).toMatchObject({ kind: 'cancel', ref: 'CT-1', toSeal: { withdrawalReason: 'nhập nhầm' } });
    expect(RecordWithdrawnData.strict().safeParse(complete(item as PreparedItem)).error).toBeUndefined();
    expect(item?.draft?.dataJson).not.toContain('nhầm');
  });
});

const needed: readonly (readonly [Change, readonly string[]])[] = [
  ['permanent', ['ref', 'on', 'cause', 'unit', 'person.fullName', 'person.birthDate', 'person.sex', 'person.nationality', 'person.document.kind', 'person.document.number']],
  ['temporary', ['cause', 'until', 'unit']], ['renewal', ['until', 'unit']], ['move', ['destination', 'unit']], ['end', ['cause', 'unit']], ['absence', ['absence.case', 'unit']], ['return', ['unit']],
  ['household', ['household.number', 'unit']], ['birth', ['on', 'unit', 'person.fullName', 'person.birthDate', 'person.sex']], ['death', ['unit', 'person.document.number']],
];

describe('a resident’s record is refused', () => {
  it.each(needed.flatMap(([change, paths]) => paths.map((path) => [change, path] as const)))('of %s without %s', async (change, path) => {
    const item = await resident(change, { [path]: undefined });
    expect([item.rejected, told(item)]).toEqual([true, [`field.required /${path.replaceAll('.', '/')}`]]);
  });

  it.each([
    ['without a change', 'permanent', { change: undefined }, 'field.required /change'],
    ['of a change that is none', 'permanent', { change: 'marriage' }, 'field.not-allowed-value /change'],
    ['with a cause that another change has', 'end', { cause: 'arrival' }, 'field.not-allowed-value /cause'],
    ['of a day to come', 'permanent', { on: '2026-11-21' }, 'record.on-in-future /on'],
    ['of a day that no register holds', 'permanent', { on: '1850-01-01' }, 'record.day-out-of-range /on'],
    ['that ends before it begins', 'temporary', { until: '2026-11-19' }, 'record.until-before-on /until'],
    ['that began on the day of birth, which it would tell', 'permanent', { on: '1990-05-15' }, 'record.not-after-birth /on'],
    ['that began before the month of birth', 'permanent', { on: '1990-04-30', 'person.birthDate': '1990-05' }, 'record.not-after-birth /on'],
    ['that began before the year of birth', 'permanent', { on: '1989-12-31', 'person.birthDate': '1990' }, 'record.not-after-birth /on'],
    ['of a birth whose month is not told', 'birth', { 'person.birthDate': '2026' }, 'birth.month-missing /person/birthDate'],
    ['of a birth after its registration', 'birth', { on: '2026-11-01' }, 'birth.after-registration /person/birthDate'],
    ['with an ethnic code of which list is not told', 'permanent', { 'person.ethnicity': { code: '04' } }, 'ethnicity.scheme-missing /person/ethnicity/scheme'],
    ['with an ethnic list that is none', 'permanent', { 'person.ethnicity': { scheme: '1999', code: '04' } }, 'field.not-allowed-value /person/ethnicity/scheme'],
    ['with a relation that is none', 'permanent', { 'household.relation': 'cháu' }, 'field.not-allowed-value /household/relation'],
    ['with an ethnic group of no list', 'permanent', { 'person.ethnicity.code': '99' }, 'ethnicity.unknown /person/ethnicity/code'],
    ['with a reference that holds the document’s number', 'permanent', { ref: 'CT-070190204729' }, 'ref.personal /ref'],
    ['with a reference that holds the old number', 'permanent', { ref: 'CT-285123456', 'person.document.formerNumber': '285123456' }, 'ref.personal /ref'],
    ['with a reference that holds the day of birth', 'permanent', { ref: 'CT-19900515-1' }, 'ref.personal /ref'],
    ['with a reference that holds the day of birth as it is written here', 'birth', { ref: 'KS.02-11-2026' }, 'ref.personal /ref'],
    ['with a reference that holds the name', 'permanent', { ref: 'thi-van-mau.1', 'person.fullName': 'Thị Vân Mẫu' }, 'ref.personal /ref'],
  ] as const)('%s', async (_, change, edits, fault) => {
    expect(refusals(await resident(change, edits))).toEqual([fault]);
  });
});

describe('a resident’s record is taken with a word about', () => {
  it.each([
    ['a temporary residence of over two years', 'temporary', { until: '2028-11-21' }, 'residence.over-two-years /until'],
    ['a renewal of over two years', 'renewal', { until: '2028-11-21' }, 'residence.over-two-years /until'],
    ['a birth registered after sixty days', 'birth', { 'person.birthDate': '2026-09-20' }, 'birth.registered-late /on'],
    ['a field that the change does not use', 'permanent', { until: '2027-01-01' }, 'record.field-not-used /until'],
    ['a unit of a move that leads outside', 'move', { destination: 'outside', formerUnit: undefined }, 'record.field-not-used /unit'],
    ['a relation in a household without a number', 'permanent', { 'household.number': undefined }, 'household.number-missing /household/number'],
  ] as const)('%s', async (_, change, edits, fault) => {
    const item = await resident(change, edits);
    expect([item.rejected, told(item)]).toEqual([false, [fault]]);
    expect(schemas[change].strict().safeParse(complete(item)).error).toBeUndefined();
  });

  it('nothing at the edges: two years, sixty days, today, the day after birth', async () => {
    expect(told(await resident('temporary', { until: '2028-11-20' }))).toEqual([]);
    expect(told(await resident('birth', { 'person.birthDate': '2026-09-21' }))).toEqual([]);
    expect(told(await resident('birth', { 'person.birthDate': '2026-11-20' }))).toEqual([]);
    expect(told(await resident('temporary', { until: '2026-11-20' }))).toEqual([]);
    expect(told(await resident('permanent', { on: '1990-05-16', unit: 'W25357@old' })).filter((text) => text.includes('/on'))).toEqual([]);
    expect(told(await resident('temporary', { on: '2024-02-29', until: '2026-02-28' })).filter((text) => text.includes('/until'))).toEqual([]);
  });

  it('nothing when cause names what the change says already', async () => {
    expect(told(await resident('renewal', { cause: 'renewal' }))).toEqual([]);
    expect(told(await resident('return', { cause: 'returned' }))).toEqual([]);
  });
});

describe('an ethnic group', () => {
  const sealedOf = async (ethnicity: object) => (identityOf(await resident('permanent', { 'person.ethnicity': ethnicity }))['person'] as { ethnicity?: unknown }).ethnicity;

  it('is sealed by its code of 2008, whichever list or name it was told by', async () => {
    expect(await sealedOf({ scheme: '1979', code: '04' })).toEqual({ scheme: '2008', code: '06' });
    expect(await sealedOf({ scheme: '2008', code: '04' })).toEqual({ scheme: '2008', code: '04' });
    expect(await sealedOf({ code: '22' })).toEqual({ scheme: '2008', code: '22' });
    for (const name of ['Xtiêng', "S'tiêng", 'STIÊNG', "x'tieng"]) expect(await sealedOf({ code: name })).toEqual({ scheme: '2008', code: '22' });
    expect(await sealedOf({})).toBeUndefined();
  });
});

import { workbookType, writeTexts } from '@da06/workbook';
import type { RunningHost } from '../harness/host.ts';
import { planted } from './planted-person.ts';

type Json = Record<string, unknown>;

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const person = (more: Json = {}): Json => ({
  fullName: planted.name, birthDate: planted.birthDay, sex: 'F', nationality: 'VNM', ethnicity: { scheme: '2008', code: '52' }, phone: planted.phone,
  document: { kind: 'cccd', number: planted.number, formerNumber: planted.formerNumber, issuingState: 'VNM' }, ...more,
});
const resident = (ref: string, more: Json = {}): Json => ({
  ref, change: 'permanent', on: '2026-01-10', cause: 'arrival', person: person(), unit: 'W25357@2025', hamlet: planted.hamlet, address: planted.address, household: { number: planted.household, relation: 'head' }, note: planted.note, ...more,
});
const { ethnicity: _, ...workingPerson } = person();
const worker = (ref: string, more: Json = {}): Json => ({
  ref, on: '2026-01-10', person: workingPerson, unit: 'W25357@2025', hamlet: planted.hamlet, address: planted.address, status: 'employed', position: 'employee', occupation: '83', industry: { scheme: 'vsic-2018', code: 'C' }, note: planted.note, ...more,
});
/** Every change there is; those that stand for themselves lose what they do not have. */
const changes: readonly Json[] = [
  { change: 'permanent' }, { change: 'temporary', until: today }, { change: 'renewal', cause: undefined, until: today }, { change: 'move', cause: undefined, destination: 'inside' },
  { change: 'end', cause: 'moved-out', ends: 'temporary', household: undefined }, { change: 'absence', cause: undefined, absence: { case: 'a', destination: planted.destination }, household: undefined },
  { change: 'return', cause: undefined, household: undefined }, { change: 'household', cause: undefined, kind: 'permanent' },
  { change: 'birth', cause: undefined, on: '2024-03-05', unit: 'W25360@old', household: undefined, person: { fullName: planted.childName, birthDate: planted.childBirthDay, sex: 'F', ethnicity: { scheme: '2008', code: '52' } } },
  { change: 'death', cause: undefined, household: undefined, person: person({ document: { kind: 'passport', number: planted.passport, issuingState: 'VNM' } }) },
];

/** The planted values as records of residents and workers, by every way in and of every change; then by every way out, and counted. */
export const sendResidents = async (host: RunningHost): Promise<void> => {
  for (const [index, change] of changes.entries()) await host.call('PUT', `/v1/residents/PRIV-${String(index)}`, resident(`PRIV-${String(index)}`, change));
  await host.call('PUT', '/v1/residents/PRIV-0', resident('PRIV-0', { revision: 1, note: `${planted.note}.` }));
  await host.call('POST', '/v1/residents/PRIV-1/withdraw', { reason: planted.withdrawal });
  await host.call('POST', '/v1/residents/PRIV-8/withdraw', { reason: planted.withdrawal });
  await host.call('PUT', '/v1/workers/PRIV-0', worker('PRIV-0'));
  await host.call('POST', '/v1/workers/PRIV-0/withdraw', { reason: planted.withdrawal });
  await sendBroken(host);
  for (const [register, record] of [['residents', resident], ['workers', worker]] as const) await sendBatches(host, register, record);
  for (const path of ['/v1/residents/PRIV-0', '/v1/residents/PRIV-5', '/v1/residents/PRIV-8', '/v1/workers/PRIV-0']) await (await host.call('GET', path)).arrayBuffer();
  for (const statistic of ['ethnicity', 'absence-case']) await (await host.call('POST', `/v1/statistics/${statistic}`, { asOf: today })).arrayBuffer();
};

/** Values where they do not belong. */
const sendBroken = async (host: RunningHost): Promise<void> => {
  const broken: readonly Json[] = [
    { ref: planted.number }, { person: person({ ethnicity: { scheme: '2008', code: planted.unknownGroup } }) }, { person: person({ ethnicity: { scheme: planted.unknownGroup, code: '52' } }) }, { [planted.name]: planted.number },
    { unit: planted.hamlet, change: planted.note, cause: planted.name, on: planted.destination }, { absence: { case: planted.destination, destination: planted.destination }, change: 'absence', cause: undefined }, { household: { number: planted.household, relation: planted.name } },
    { on: planted.birthDay }, { person: person({ sex: planted.name, birthDate: planted.address }) }, { person: planted.name }, { change: 'birth', person: { fullName: planted.childName, birthDate: planted.childBirthDay.slice(0, 4), sex: 'F' } },
  ];
  for (const [index, more] of broken.entries()) {
    await host.call('PUT', `/v1/residents/BAD-${String(index)}`, resident(`BAD-${String(index)}`, more));
    await host.call('PUT', `/v1/workers/BAD-${String(index)}`, worker(`BAD-${String(index)}`, { ...more, status: planted.name, occupation: planted.note, industry: { scheme: 'vsic-2018', code: planted.destination } }));
  }
};

/** Columns of CSV and of a sheet by the last parts of their fields' names. */
const rowOf = (record: Json): Record<string, string> => {
  const { person: of, household, absence, industry, ...rest } = record;
  const { document, ethnicity, ...who } = of as Json;
  const parts: Json = {
    ...rest, ...who, document_kind: (document as Json)['kind'], document_number: (document as Json)['number'], former_number: (document as Json)['formerNumber'], ethnicity_scheme: (ethnicity as Json | undefined)?.['scheme'], ethnicity_code: (ethnicity as Json | undefined)?.['code'],
    household_number: (household as Json | undefined)?.['number'], household_relation: (household as Json | undefined)?.['relation'], absence_case: (absence as Json | undefined)?.['case'], absence_destination: (absence as Json | undefined)?.['destination'],
    industry_scheme: (industry as Json | undefined)?.['scheme'], industry_code: (industry as Json | undefined)?.['code'],
  };
  return Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (typeof value === 'string' ? [[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]] : [])));
};

/** Each format whole, broken off, and given back with its results. */
const sendBatches = async (host: RunningHost, register: 'residents' | 'workers', record: (ref: string, more?: Json) => Json): Promise<void> => {
  const path = `/v1/${register}`;
  const of = (format: string): Json[] => [record(`${format}-1`), record(`${format}-2`, register === 'residents' ? { ...changes[5], on: '2026-02-01' } : { on: '2026-02-01' }), record(`${format}-3`, { unit: planted.hamlet })];
  const table = (format: string): string[][] => {
    const rows = of(format).map(rowOf);
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  };
  const csv = table('CSV').map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const sheet = Buffer.from(await new Response(writeTexts(register === 'residents' ? 'DAN_CU' : 'LAO_DONG', table('XLSX'))).arrayBuffer());
  const bodies = [
    [Buffer.from(JSON.stringify(of('JSON'))), 'application/json'], [Buffer.from(of('LINE').map((one) => JSON.stringify(one)).join('\n').slice(0, -20)), 'application/x-ndjson'], [Buffer.from(csv), 'text/csv'], [sheet, workbookType],
    [Buffer.from(JSON.stringify(of('CUT')).slice(0, -30)), 'application/json'], [Buffer.from(csv.slice(0, -40)), 'text/csv'], [sheet.subarray(0, sheet.length - 60), workbookType],
  ] as const;
  for (const [body, type] of bodies) {
    await host.send('POST', path, body, type);
    await host.call('POST', `${path}?validate=only`, body.toString('latin1'), { 'content-type': type, accept: workbookType });
  }
};

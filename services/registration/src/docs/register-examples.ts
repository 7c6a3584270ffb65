import type { PopulationRegister } from '@da06/events';
import { recordColumns } from '../take-in/register/columns.ts';
import { batchExample, itemExample, rejectedExample } from './examples.ts';

/** Made-up people: no example names anybody. */
const person = { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: '070190000123', formerNumber: '', issuingState: 'VNM' }, phone: '0912345678' };

const resident = {
  ref: 'CT-2026-000123', revision: 0, change: 'temporary', on: '2026-11-20', until: '2027-11-19', cause: 'arrival',
  person: { ...person, ethnicity: { scheme: '2008', code: '01' } },
  unit: 'W25357@2025', formerUnit: 'W25360@old', hamlet: 'Ấp 1', address: 'Số 1, đường Mẫu', household: { number: 'HK-000123', relation: 'head' }, note: '',
};

const worker = {
  ref: 'LD-2026-000045', revision: 0, on: '2026-11-20', person, unit: 'W25357@2025', formerUnit: '', status: 'employed', position: 'employee', occupation: '83', industry: { scheme: 'vsic-2025', code: 'C' },
  contract: 'indefinite', socialInsurance: 'compulsory', unemploymentInsurance: 'yes', training: 'elementary', note: '',
};

/** A record of each register, as it is sent. */
export const recordExamples = { residents: resident, workers: worker } as const;

/** The answer about one record. */
export const recordItemExamples = {
  residents: { ...itemExample, ref: resident.ref, registrationNumber: 'DC7FP8Q4ZC2167AZXM' },
  workers: { ...itemExample, ref: worker.ref, registrationNumber: 'LD0Q4ZM7XK2W8R5T1V' },
} as const;

/** One that was refused, and a batch of both. */
export const recordRejectedExample = (register: PopulationRegister) => ({ ...rejectedExample, ref: `${recordExamples[register].ref.slice(0, -1)}9`, faults: rejectedExample.faults.map((fault) => ({ ...fault, pointer: '/person/sex' })) });
export const recordBatchExample = (register: PopulationRegister) => ({ ...batchExample, items: [recordItemExamples[register], recordRejectedExample(register)] });

/** The texts of a record under its register's columns: a workbook is no text, so that this is what is shown of one. */
const cellsOf = (register: PopulationRegister): readonly string[] =>
  recordColumns(register).map(({ row }) => {
    const value = row.path.reduce<unknown>((held, key) => (typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined), recordExamples[register]);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });

export const recordCsvExample = (register: PopulationRegister): string => {
  const cells = cellsOf(register).map((text) => (text.includes(',') ? `"${text}"` : text));
  return `${recordColumns(register).map(({ column }) => column).join(',')}\n${cells.join(',')}\n`;
};

export const recordSheetExample = (register: PopulationRegister): string => `${recordColumns(register).map(({ label }) => label).join(' | ')}\n${cellsOf(register).join(' | ')}`;

/** A resident's record as its sender reads it back. */
export const ownRecordExample = {
  register: 'residents', ref: resident.ref, registrationNumber: recordItemExamples.residents.registrationNumber, status: 'recorded', revision: 0, recordedAt: '2026-11-20T09:00:00.000Z', eventId: itemExample.eventId, identity: 'shown',
  record: { ...resident, person: { ...resident.person, birthYear: 1990 } },
  history: [{ eventId: itemExample.eventId, type: 'vn.da06.residence.registered.v1', occurredAt: '2026-11-19T17:00:00.000Z', recordedAt: '2026-11-20T09:00:00.000Z', sequence: '019a9d0e5c1b0000', actor: 'commune:key-5f2c8b1e9a3d7046', revision: 0, shape: 'native', faults: [] }],
};

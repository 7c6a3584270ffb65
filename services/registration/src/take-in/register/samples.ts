import type { RegisterContext } from '../types.ts';
import type { Change } from './resident-fields.ts';

type Json = Record<string, unknown>;

const document = (number: number): Json => ({ kind: 'cccd', number: `070190${String(((104_729 * number) % 900_000) + 100_000)}`, formerNumber: '', issuingState: 'VNM' });

/** An invented resident's record in our own shape, whole and valid on the sample's day. */
export const sampleResident = (number = 1): Json => ({
  ref: `CT-2026-${String(number).padStart(6, '0')}`, revision: 0, change: 'permanent', on: '2026-11-20', cause: 'arrival',
  person: { fullName: 'Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', ethnicity: { scheme: '2008', code: '22' }, document: document(number), phone: '0912345678' },
  unit: 'W25357@2025', formerUnit: 'W25360@old', hamlet: 'Ấp Mẫu', address: 'tổ 3', household: { number: `HK-${String(number).padStart(6, '0')}`, relation: 'head' }, note: 'mẫu',
});

/** What each change has beside, or instead of, what that record says; undefined = left out. */
const changed: Readonly<Record<Change, Json>> = {
  permanent: {},
  temporary: { until: '2027-11-19' },
  renewal: { until: '2028-11-19', cause: undefined },
  move: { cause: undefined, destination: 'inside' },
  end: { cause: 'moved-out', ends: 'temporary', household: undefined },
  absence: { cause: undefined, until: '2027-02-20', absence: { case: 'c', destination: 'tỉnh Mẫu' }, household: undefined },
  return: { cause: undefined, household: undefined },
  household: { cause: undefined, kind: 'permanent' },
  birth: { cause: undefined, household: undefined, person: { fullName: 'Thị Bé', birthDate: '2026-11-02', sex: 'F', ethnicity: { scheme: '2008', code: '22' } } },
  death: { cause: undefined, household: undefined },
};

/** An invented record of a change. */
export const sampleChange = (change: Change, number = 1): Json => JSON.parse(JSON.stringify({ ...sampleResident(number), change, ...changed[change] })) as Json;

/** An invented worker's record. */
export const sampleWorker = (number = 1): Json => {
  const { ethnicity: _, ...person } = sampleResident(number)['person'] as Json;
  return {
    ref: `LD-2026-${String(number).padStart(6, '0')}`, revision: 0, on: '2026-11-20', person, unit: 'W25357@2025', formerUnit: '', status: 'employed', position: 'employee', occupation: '83', industry: { scheme: 'vsic-2018', code: 'C' },
    contract: 'indefinite', socialInsurance: 'compulsory', unemploymentInsurance: 'yes', training: 'elementary', note: 'mẫu',
  };
};

/** A moment that the samples fit. */
export const residentContext: RegisterContext = { register: 'residents', receivedAt: Date.parse('2026-11-20T20:00:00+07:00') };
export const workerContext: RegisterContext = { ...residentContext, register: 'workers' };

import type { RegisterContext } from '../types.ts';

/** An invented resident's record in our own shape, whole and valid on the sample's day. */
export const sampleResident = (number = 1): Record<string, unknown> => ({
  ref: `CT-2026-${String(number).padStart(6, '0')}`, revision: 0, change: 'permanent', on: '2026-11-20', cause: 'arrival',
  person: {
    fullName: 'Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', ethnicity: { scheme: '2008', code: '22' },
    document: { kind: 'cccd', number: `070190${String(((104_729 * number) % 900_000) + 100_000)}`, formerNumber: '', issuingState: 'VNM' }, phone: '0912345678',
  },
  unit: 'W25357@2025', formerUnit: 'W25360@old', hamlet: 'Ấp Mẫu', address: 'tổ 3', household: { number: `HK-${String(number).padStart(6, '0')}`, relation: 'head' }, note: 'mẫu',
});

/** A moment that the samples of the register of residents fit. */
export const residentContext: RegisterContext = { register: 'residents', receivedAt: Date.parse('2026-11-20T20:00:00+07:00') };

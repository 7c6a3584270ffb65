import {
  businessRegisteredType, coachTripReportedType, inspectionRecordedType, outageDeclaredType, type BusinessRegistered, type CoachTripReported, type InspectionRecorded, type OutageDeclared,
} from '@da06/events';
import type { BuilderOf } from '../any-event.ts';
import type { Random } from '../random.ts';

const crockford = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

/** Builders of what stands beside stays: coach trips, businesses with readers, inspections, outages. */
export const complianceBuilders = (builder: BuilderOf, random: Random) => ({
  coachTripReported: builder<CoachTripReported>(coachTripReportedType, ({ facility, ref }) => `${facility}/trips/${ref}`, () => {
    const plate = random.hex(32);
    return {
      facility: 'xe-test-01', ref: `T-${random.hex(8)}`, revision: 0, registrationNumber: `CX${Array.from({ length: 16 }, () => random.pick(crockford)).join('')}`, shape: 'native', route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' },
      departsAt: '2026-03-01T13:00:00.000Z', arrivesAt: null, passengers: random.below(46), plate, cancelled: false, sealed: { personKey: plate, keyId: `${random.hex(16)}.0`, blob: random.bytes(40).toString('base64') },
      faults: [], contentMac: random.hex(32),
    };
  }),
  businessRegistered: builder<BusinessRegistered>(businessRegisteredType, ({ id }) => `businesses/${id}`, () => ({
    id: 'camdo-test-01', kind: 'pawnshop', unit: 'W25357@2025', readers: 1, readersSince: '2026-02-01', validFrom: '2026-01-01', closedOn: null,
  })),
  inspectionRecorded: builder<InspectionRecorded>(inspectionRecordedType, ({ facility, ref }) => `${facility}/inspections/${ref}`, () => ({
    facility: 'ks-test-01', ref: `I-${random.hex(8)}`, revision: 0, on: '2026-03-01', by: 'PC06', guestsFound: 9, unreported: random.below(10), withdrawn: false,
  })),
  outageDeclared: builder<OutageDeclared>(outageDeclaredType, ({ ref }) => `outages/${ref}`, () => ({
    ref: `O-${random.hex(8)}`, revision: 0, scope: 'all', target: '', from: '2026-03-01T13:00:00.000Z', until: '2026-03-01T20:00:00.000Z', cause: 'power', withdrawn: false,
  })),
});

/** Examples of trips, businesses, inspections and outages; all made up. */
export const tripExample = { ref: 'CH-2026-0412', revision: 0, route: { from: 'Tân Khai', to: 'Bến xe Miền Đông' }, departsAt: '2026-11-20T20:00:00+07:00', arrivesAt: '2026-11-20T23:30:00+07:00', passengers: 32, plate: '93B-012.34', status: 'reported' };

export const tripCsvExample = 'ref,revision,from,to,departs_at,arrives_at,passengers,plate,status\nCH-2026-0412,0,Tân Khai,Bến xe Miền Đông,2026-11-20T20:00:00+07:00,2026-11-20T23:30:00+07:00,32,93B-012.34,reported\n';

const tripEvent = { eventId: '01a1f82f-1e80-7436-8069-515ed08ad801', recordedAt: '2026-11-20T14:00:02.113Z' };

export const tripItemExample = { index: 0, ref: tripExample.ref, status: 'accepted', late: false, registrationNumber: 'CX5R2W8M0Q4T7X9ZKJ', eventId: tripEvent.eventId, hash: '0d4cf1f2b1c1f7f0c3f7a9a0a6d2f1a54a4c86c9e9c5b94b1d28c3d4a6b8f301', faults: [] };

export const tripRejectedExample = {
  index: 1, ref: 'CH-2026-0413', status: 'rejected', late: false, registrationNumber: null, eventId: null, hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  faults: [{ pointer: '/passengers', code: 'trip.passengers-range', severity: 'reject', vi: 'Số hành khách phải là số nguyên từ 0 đến 100.', en: 'Passengers are a whole number from 0 to 100.', received: '320' }],
};

export const tripBatchExample = { received: 2, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 1, receipt: 'eyJhbGciOiJFZERTQSJ9…', items: [tripItemExample, tripRejectedExample] };

export const ownTripExample = {
  facility: 'xe-hon-quan-01', ref: tripExample.ref, registrationNumber: tripItemExample.registrationNumber, revision: 0, recordedAt: tripEvent.recordedAt, eventId: tripEvent.eventId, identity: 'shown',
  trip: { route: tripExample.route, departsAt: '2026-11-20T13:00:00.000Z', arrivesAt: '2026-11-20T16:30:00.000Z', passengers: 32, status: 'reported', plate: tripExample.plate },
  history: [{ eventId: tripEvent.eventId, type: 'vn.da06.coach-trip.reported.v1', occurredAt: '2026-11-20T13:00:00.000Z', recordedAt: tripEvent.recordedAt, sequence: '01a1f82f1e800001', actor: 'key-5f2c8b1e9a3d7046:feed', revision: 0, shape: 'native', faults: [] }],
};

export const businessExample = { id: 'camdo-tan-khai-01', kind: 'pawnshop', unit: 'W25357@2025', readers: 1, readersSince: '2026-10-01', validFrom: '2026-11-01', closedOn: null };

export const businessCsvExample = 'id,kind,unit,readers,readers_since,valid_from,closed_on\ncamdo-tan-khai-01,Cơ sở cầm đồ,W25357@2025,1,2026-10-01,2026-11-01,\n';

export const businessBatchExample = { received: 1, accepted: 1, duplicate: 0, amended: 0, rejected: 0, items: [{ index: 0, id: businessExample.id, status: 'accepted', eventId: '01a1f82f-1e80-7436-8069-515ed08ad802', faults: [] }] };

export const inspectionExample = { on: '2026-11-19', by: 'PC06', guestsFound: 11, unreported: 2, withdrawn: false };
export const heldInspectionExample = { facility: 'ks-tan-khai-01', ref: 'KT-2026-017', revision: 0, ...inspectionExample };

export const outageExample = { scope: 'unit', target: 'W25357@2025', from: '2026-11-18T22:00:00+07:00', until: '2026-11-19T10:30:00+07:00', cause: 'network', withdrawn: false };
export const heldOutageExample = { ref: 'SC-2026-003', revision: 0, ...outageExample, from: '2026-11-18T15:00:00.000Z', until: '2026-11-19T03:30:00.000Z' };

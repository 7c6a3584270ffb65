/** Examples of incidents; all made up. */
export const incidentExample = {
  ref: 'VV-2026-0001', revision: 0, kind: 'traffic-accident', unit: 'W25357@2025', happenedAt: '2026-11-19T20:40:00+07:00', reportedAt: '2026-11-19T20:55:00+07:00', handledAt: null, channel: 'hotline-113', outcome: 'open',
  losses: { deaths: 0, injured: 2, damageVnd: 15_000_000 }, suspects: 1, means: 'road', status: 'recorded',
};

export const incidentCsvExample =
  'ref,revision,kind,unit,happened_at,reported_at,handled_at,channel,outcome,deaths,injured,damage_vnd,suspects,means,status\nVV-2026-0001,0,Tai nạn giao thông,W25357@2025,2026-11-19T20:40:00+07:00,2026-11-19T20:55:00+07:00,,Trực ban 113,Đang giải quyết,0,2,15000000,1,Đường bộ,recorded\n';

export const heldIncidentExample = (() => {
  const { status: _, ...told } = incidentExample;
  return { ...told, happenedAt: '2026-11-19T13:40:00.000Z', reportedAt: '2026-11-19T13:55:00.000Z', withdrawn: false };
})();

export const incidentItemExample = { index: 0, ref: incidentExample.ref, status: 'accepted', late: false, registrationNumber: null, eventId: '01a1f82f-1e80-7436-8069-515ed08ad803', hash: '7a1b1c8d5e2f40919a3b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b', faults: [] };

export const incidentRejectedExample = {
  index: 1, ref: 'VV-2026-0002', status: 'rejected', late: false, registrationNumber: null, eventId: null, hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  faults: [{ pointer: '/kind', code: 'incident.kind-unknown', severity: 'reject', vi: 'Không biết loại vụ việc này.', en: 'This kind of incident is not known.', received: 'x' }],
};

export const incidentBatchExample = { received: 2, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 1, receipt: 'eyJhbGciOiJFZERTQSJ9…', items: [incidentItemExample, incidentRejectedExample] };

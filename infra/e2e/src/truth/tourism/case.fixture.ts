import type { Guest, House, TourismFacts, Version } from './facts.ts';

/** A moment of 2026 in Vietnam: `06-05 23:30`. */
export const at = (text: string): number => Date.parse(`2026-${text.replace(' ', 'T')}:00+07:00`);

export const version = (own: Partial<Version> = {}): Version => ({ validFrom: '2026-01-01', kind: 'hotel', unit: 'A', rooms: 2, beds: 4, ...own });
export const house = (id: string, own: Partial<Version> = {}): House => ({ id, versions: [version(own)], closedOn: '' });

let made = 0;
/** A tourist from elsewhere who comes, is told of at once by hand, and leaves. */
export const guest = (facility: string, from: string, to: string | null, own: Partial<Guest> = {}): Guest => {
  made += 1;
  const arrivedAt = at(from);
  const heardAt = own.heardAt ?? arrivedAt;
  return {
    facility, ref: `r${made}`, person: `p${made}`, nationality: 'VNM', homeProvince: '79', reason: 'tourism', room: '101', captured: 'typed', atHome: false, arrivedAt, expectedAt: null, departedAt: to === null ? null : at(to), cancelled: false,
    heardAt, wholeAt: [heardAt], toldAt: arrivedAt, dueAt: arrivedAt + 3_600_000, ...own,
  };
};

const unit = (uid: string, own: Partial<TourismFacts['units'][number]> = {}): TourismFacts['units'][number] => ({
  uid, code: uid, nameVi: `Xã ${uid}`, level: 'commune', type: 'commune', urban: false, parent: '', validFrom: '', validTo: '', areaKm2: 1, population: 1, lat: 0, lon: 0, projections: [], areas: [], ...own,
});

/** Units A and B, which were one unit, Old, until 2025. */
const units: TourismFacts['units'] = [
  ...['A', 'B'].map((uid) => unit(uid, { validFrom: '2025-07-01', projections: [{ unit: 'Old', from: '', to: '2025-06-30', weight: 1, exact: true }], areas: [{ area: 'north', nameVi: 'Phía bắc', weight: uid === 'A' ? 0.25 : 1, exact: uid === 'B' }] })),
  unit('Old', { validTo: '2025-06-30' }),
];

export const facts = (own: Partial<TourismFacts>): TourismFacts => ({ facilities: [], guests: [], emptyDays: [], batches: [], keys: [], inspections: [], outages: [], units, asOf: '2026-06-30', ...own });

import type { EventBuilders, AnyEvent } from '@da06/testkit';

/** Day on which the old units end and the new ones begin. */
export const firstNewDay = '2025-07-01';
const lastOldDay = '2025-06-30';

const old = (uid: string) => ({ uid, validFrom: '', validTo: lastOldDay });
const present = (uid: string) => ({ uid, validFrom: firstNewDay, validTo: '' });
const area = (weight: number, exact: boolean) => [{ area: 'D694@2009', nameVi: 'Hớn Quản (địa giới cũ)', weight, exact }];
const back = (unit: string, weight: number, exact = false) => ({ from: '', to: lastOldDay, unit, weight, exact });
const forth = (unit: string, weight = 1, exact = true) => ({ from: firstNewDay, to: '', unit, weight, exact });

/**
 * A small map on which a reform does all that one can: a unit goes on under its code with another border, units merge, one splits, one lies outside the area that is compared, one stays as it is, and two units of one name follow each other.
 */
export const mapUnits = [
  { ...old('W1@old'), code: '25357', type: 'thị trấn', urban: true, areaKm2: 42.79, projections: [back('W1@old', 1, true), forth('W1@2025')], areas: area(1, true) },
  { ...old('W2@old'), code: '25360', type: 'xã', urban: false, areaKm2: 0, projections: [back('W2@old', 1, true), forth('W1@2025')], areas: area(1, true) },
  { ...old('W3@old'), code: '25361', type: 'xã', urban: false, areaKm2: 30.5, projections: [back('W3@old', 1, true), forth('W1@2025', 0.4, false), forth('W2@2025', 0.6, false)], areas: area(1, true) },
  { ...old('W4@old'), code: '25439', type: 'xã', urban: false, areaKm2: 71, projections: [back('W4@old', 1, true), forth('W2@2025')], areas: [] },
  { ...old('W5@old'), code: '25345', type: 'xã', urban: false, areaKm2: 12, projections: [back('W5@old', 1, true), forth('W5@2025')], areas: area(1, true) },
  { ...present('W1@2025'), code: '25357', type: 'xã', urban: false, areaKm2: 161.8, projections: [forth('W1@2025'), back('W1@old', 0.5), back('W2@old', 0.3), back('W3@old', 0.2)], areas: area(1, true) },
  { ...present('W2@2025'), code: '25360', type: 'phường', urban: true, areaKm2: 148.3, projections: [forth('W2@2025'), back('W3@old', 0.35), back('W4@old', 0.65)], areas: area(0.35, false) },
  { ...present('W5@2025'), code: '25345', type: 'xã', urban: false, areaKm2: 12, projections: [forth('W5@2025'), back('W5@old', 1, true)], areas: area(1, true) },
].map((unit) => ({ ...unit, nameVi: `Tên ${unit.uid.slice(0, 2)}`, level: 'commune' as const, parent: 'P1', population: 0, lat: 0, lon: 0 }));

/** The map as published: one unit twice, the wrong one first. */
export const publishMap = (build: EventBuilders): AnyEvent[] => [
  ...mapUnits.slice(0, 1).map((unit) => build.unitPublished({ ...unit, nameVi: 'Sai', urban: false, projections: [] })),
  ...mapUnits.map((unit) => build.unitPublished(unit)),
  build.unitPublished({
    ...mapUnits[0], uid: 'D694@2009', code: '694', nameVi: 'Huyện Hớn Quản', level: 'district', type: 'huyện', urban: false, validFrom: '2009-08-11', validTo: lastOldDay, areaKm2: 664.1261, projections: [], areas: [],
  }),
];

/** Units valid on a day; which former units an address in a present one may lie in. */
export const unitsOn = (day: string): string[] => mapUnits.filter(({ validFrom, validTo }) => (validFrom === '' || validFrom <= day) && (validTo === '' || day <= validTo)).map(({ uid }) => uid);
export const formerOf = (uid: string): string[] => mapUnits.filter((unit) => unit.uid.endsWith('@old') && unit.projections.some((share) => share.unit === uid)).map((unit) => unit.uid);

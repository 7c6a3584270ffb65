import type { StayKind } from './behaviour.ts';

export type UnitPlan = { readonly uid: string; /** What took it in on 2025-07-01. */ readonly successor?: string; readonly weight: number; readonly lat: number; readonly lon: number; readonly remote?: boolean };

/** The five units since 2025-07-01. The pack of the locality has their names and validity. */
export const presentUnits: readonly UnitPlan[] = [
  { uid: 'W25357@2025', weight: 30, lat: 11.5279, lon: 106.542 },
  { uid: 'W25326@2025', weight: 32, lat: 11.6321, lon: 106.598 },
  { uid: 'W25351@2025', weight: 16, lat: 11.6046, lon: 106.669 },
  { uid: 'W25345@2025', weight: 14, lat: 11.6919, lon: 106.715, remote: true },
  { uid: 'W25349@2025', weight: 10, lat: 11.6242, lon: 106.522 },
];

/** The thirteen units of the district until 2025-06-30, with what became of them. */
export const formerUnits: readonly UnitPlan[] = [
  { uid: 'W25357@old', successor: 'W25357@2025', weight: 24, lat: 11.5486, lon: 106.6173 },
  { uid: 'W25360@old', successor: 'W25357@2025', weight: 6, lat: 11.5242, lon: 106.5643 },
  { uid: 'W25361@old', successor: 'W25357@2025', weight: 6, lat: 11.5262, lon: 106.4828 },
  { uid: 'W25354@old', successor: 'W25326@2025', weight: 14, lat: 11.6101, lon: 106.5997 },
  { uid: 'W25327@old', successor: 'W25345@2025', weight: 6, lat: 11.7395, lon: 106.7353, remote: true },
  { uid: 'W25330@old', successor: 'W25345@2025', weight: 4, lat: 11.7217, lon: 106.6645, remote: true },
  { uid: 'W25345@old', successor: 'W25345@2025', weight: 6, lat: 11.6398, lon: 106.7471 },
  { uid: 'W25339@old', successor: 'W25349@2025', weight: 5, lat: 11.67, lon: 106.5172 },
  { uid: 'W25348@old', successor: 'W25349@2025', weight: 5, lat: 11.5806, lon: 106.5407 },
  { uid: 'W25349@old', successor: 'W25349@2025', weight: 4, lat: 11.6336, lon: 106.5432 },
  { uid: 'W25342@old', successor: 'W25351@2025', weight: 6, lat: 11.6617, lon: 106.6586 },
  { uid: 'W25351@old', successor: 'W25351@2025', weight: 6, lat: 11.6118, lon: 106.6645 },
  { uid: 'W25438@old', successor: 'W25351@2025', weight: 8, lat: 11.5458, lon: 106.6645 },
];

/** How many facilities of each kind, and how many rooms they have: sixty in all, two of them coaches. */
export const facilityMix: readonly { readonly kind: StayKind | 'coach'; readonly count: number; readonly rooms: readonly [least: number, most: number] }[] = [
  { kind: 'hotel', count: 5, rooms: [22, 64] },
  { kind: 'motel', count: 16, rooms: [8, 20] },
  { kind: 'guest-house', count: 4, rooms: [10, 24] },
  { kind: 'boarding-house', count: 9, rooms: [10, 34] },
  { kind: 'official-residence', count: 1, rooms: [8, 12] },
  { kind: 'rental-house', count: 7, rooms: [3, 9] },
  { kind: 'zone-housing', count: 3, rooms: [60, 110] },
  { kind: 'clinic', count: 4, rooms: [6, 34] },
  { kind: 'dormitory', count: 1, rooms: [40, 50] },
  { kind: 'household', count: 8, rooms: [1, 2] },
  { kind: 'coach', count: 2, rooms: [0, 0] },
];

import type { FacilityFields, StayGroups } from '@da06/events';
import type { Random } from './random.ts';

export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
const hour = 3_600_000;

export const facilityFields = (): FacilityFields => ({
  id: 'ks-test-01', kind: 'hotel', name: 'Khách sạn Thử', unit: 'W25357@2025', model: 9, tourism: true, rooms: 24, beds: 40, stars: 2, remote: false, lat: 11.53, lon: 106.54, validFrom: '2026-01-01',
});

/** Every group of a stay that arrived a little before `now` and means to leave within four days. */
export const stayGroups = (random: Random, now: number): Required<StayGroups> => {
  const arrived = now - random.below(48) * hour;
  return {
    person: { personKey: random.hex(32), documentKey: random.hex(32), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' },
    nationality: random.pick(['VNM', 'VNM', 'VNM', 'KOR', 'CHN', 'DEU']),
    sex: random.pick(['M', 'F', 'X']),
    birthYear: 1950 + random.below(60),
    residence: { status: 'permanent', province: random.pick(['709', '701', '']), ward: random.pick(['25357', '25360', '']) },
    arrival: arrivalGroup(arrived, true),
    expectedDeparture: instant(arrived + random.below(96) * hour),
    departure: null,
    permittedUntil: null,
    room: random.hex(32),
    reason: random.pick(['tourism', 'business', 'visit', 'work', 'medical']),
    notified: { at: null, valid: false },
    captured: 'typed',
  };
};

/** An arrival with plausible deadlines: the law's own are the business of the rules, not of a sample. */
export const arrivalGroup = (arrived: number, timeKnown: boolean, unit = 'W25357@2025'): NonNullable<StayGroups['arrival']> => ({
  at: instant(arrived), timeKnown, unit, dueDomestic: instant(arrived + 9 * hour), dueForeign: instant(arrived + 12 * hour),
});

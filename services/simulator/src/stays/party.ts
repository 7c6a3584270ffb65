import { localDay } from '@da06/domain';
import { nationalities } from '../people/origins.ts';
import type { Person } from '../people/person.ts';
import type { RegistryOffice } from '../people/registry-office.ts';
import type { Regulars } from '../people/regulars.ts';
import type { Draw } from '../random.ts';
import type { Facility } from '../world/facility.ts';

/** Somebody of a party; `isNew` = never seen in the district before. */
export type Guest = { readonly person: Person; readonly isNew: boolean };

type Deps = { readonly office: RegistryOffice; readonly regulars: Regulars };

/** The people who arrive together: made up, or some who have been here before. */
export const gatherParty = (draw: Draw, facility: Facility, size: number, arrivedAt: number, { office, regulars }: Deps): Guest[] => {
  const { behaviour } = facility;
  const day = localDay(arrivedAt);
  const nationality = draw.chance(behaviour.foreigners) ? draw.weighted(nationalities) : 'VNM';
  const isFamily = size > 1 && draw.chance(behaviour.families);
  const ward = draw.chance(behaviour.locals) ? facility.ward : '';
  const firstSex = draw.chance(behaviour.crowd === 'work' ? 0.62 : 0.54) ? 'M' : 'F';
  const guests: Guest[] = [];
  for (let place = 0; place < size; place += 1) {
    const known = !isFamily && draw.chance(behaviour.regulars) ? regulars.take(draw, arrivedAt, nationality) : undefined;
    if (known !== undefined) {
      guests.push({ person: known, isNew: false });
      continue;
    }
    const isChild = isFamily && place >= Math.min(2, size - 1);
    const age = isChild ? draw.between(1, 15) : behaviour.crowd === 'study' ? draw.between(18, 23) : isFamily ? draw.between(24, 45) : draw.between(19, behaviour.crowd === 'care' ? 82 : 64);
    const sex = nationality !== 'VNM' && draw.chance(0.003) ? 'X' : place === 0 ? firstSex : place === 1 && size === 2 ? (firstSex === 'M' ? 'F' : 'M') : draw.chance(0.5) ? 'M' : 'F';
    const parent = isChild ? guests[0]?.person : undefined;
    guests.push({ person: office.invent(draw, { day, nationality, age, sex, ward, ...(parent !== undefined && { parent }) }), isNew: true });
  }
  return guests;
};

import { weigh, type Draw } from '../random.ts';
import { kinh, otherGroups, shareOfOthers, xtieng } from './ethnic-groups.ts';
import type { CivilRegistry } from './people.ts';
import type { Place } from './places.ts';
import type { Household, Relation, Resident } from './resident.ts';

export type Founding = { readonly registry: CivilRegistry; readonly nextNumber: () => number };

type Kind = 'family' | 'with-parents' | 'three-generations' | 'couple' | 'lone-parent' | 'single' | 'siblings';

/** How households live together; figures are invented to look like a rural district of the south-east. */
const kinds = weigh<Kind>([['family', 57], ['with-parents', 12], ['three-generations', 8], ['couple', 8], ['lone-parent', 6], ['single', 7], ['siblings', 2]]);
const ageOfParents = weigh<readonly [number, number]>([[[22, 29], 20], [[30, 34], 19], [[35, 39], 18], [[40, 44], 15], [[45, 49], 12], [[50, 54], 9], [[55, 62], 7]]);
const ageOfCouples = weigh<readonly [number, number]>([[[20, 29], 25], [[48, 60], 35], [[61, 78], 40]]);
const ageOfSingles = weigh<readonly [number, number]>([[[20, 34], 40], [[35, 55], 25], [[56, 84], 35]]);
const children = weigh<number>([[0, 3], [1, 22], [2, 46], [3, 22], [4, 7]]);
const daysAYear = 365.2425;

/** An empty household at a place. */
export const openHousehold = (draw: Draw, place: Place, { nextNumber }: Founding, ethnic = drawEthnic(draw, place), prefix = 'HK'): Household => ({
  number: `${prefix}-${String(nextNumber()).padStart(7, '0')}`, place, ethnic, hamlet: `Ấp ${draw.between(1, 9)}`, address: `Tổ ${draw.between(1, 20)}, đường Mẫu`, family: ethnic === xtieng ? 'Điểu' : '', members: [],
});

const drawEthnic = (draw: Draw, { xtieng: share }: Place): string => (draw.chance(share) ? xtieng : draw.chance(shareOfOthers) ? draw.weighted(otherGroups) : kinh);

/** Makes the members of a household as they are on a day. */
export const peopleHousehold = (draw: Draw, household: Household, day: number, { registry }: Founding): void => {
  const ethnic = household.ethnic;
  const family = ethnic === xtieng ? undefined : familyOf(draw);
  const add = (age: number, sex: 'M' | 'F', relation: Relation, ofFamily = true): Resident => {
    const resident = registry.invent(draw, { sex, birth: day - Math.floor(Math.max(0, age) * daysAYear) - draw.between(2, 364), ethnic, family: ethnic === xtieng ? (sex === 'M' ? 'Điểu' : 'Thị') : ofFamily ? (family ?? '') : '', bornHere: age < 30 && draw.chance(0.75) });
    join(resident, household, relation);
    return resident;
  };
  const sexOf = (): 'M' | 'F' => (draw.chance(0.54) ? 'M' : 'F');
  const couple = (age: number, [first, second]: readonly [Relation, Relation] = ['head', 'spouse']): number => {
    const isManFirst = draw.chance(0.78);
    const other = age + (isManFirst ? -1 : 1) * draw.between(-1, 6);
    add(age, isManFirst ? 'M' : 'F', first, isManFirst);
    add(Math.max(19, other), isManFirst ? 'F' : 'M', second, !isManFirst);
    return isManFirst ? other : age;
  };
  const raise = (mother: number, relation: Relation, most = 9): void => {
    let age = mother - draw.between(19, 27);
    for (let left = Math.min(most, draw.weighted(children)); left > 0 && age >= 0; left -= 1, age -= draw.between(2, 5)) {
      const stays = age < 18 ? 1 : age < 23 ? 0.75 : age < 30 ? 0.4 : 0.1;
      if (draw.chance(stays)) add(age, sexOf(), relation);
    }
  };
  const between = ([least, most]: readonly [number, number]): number => draw.between(least, most);
  switch (draw.weighted(kinds)) {
    case 'family':
      return raise(couple(between(draw.weighted(ageOfParents))), 'child');
    case 'with-parents': {
      const age = draw.between(28, 50);
      raise(couple(age), 'child');
      const parent = age + draw.between(21, 32);
      add(parent, draw.chance(0.5) ? 'M' : 'F', 'parent');
      if (draw.chance(0.35)) add(parent - draw.between(-3, 3), 'F', 'parent', false);
      return;
    }
    case 'three-generations': {
      const age = draw.between(50, 72);
      couple(age);
      const child = age - draw.between(22, 30);
      add(child, 'M', 'child');
      const wife = Math.max(19, child - draw.between(0, 5));
      add(wife, 'F', 'other', false);
      return raise(wife, 'grandchild', 2);
    }
    case 'couple':
      couple(between(draw.weighted(ageOfCouples)));
      return;
    case 'lone-parent': {
      const age = draw.between(24, 52);
      add(age, draw.chance(0.75) ? 'F' : 'M', 'head');
      return raise(age, 'child', 3);
    }
    case 'single':
      add(between(draw.weighted(ageOfSingles)), sexOf(), 'head');
      return;
    case 'siblings': {
      const age = draw.between(19, 40);
      add(age, sexOf(), 'head');
      add(age - draw.between(1, 6), sexOf(), 'sibling');
    }
  }
};

/** Puts somebody into a household for good. */
export const join = (resident: Resident, household: Household, relation: Relation): void => {
  resident.home = household;
  resident.relation = relation;
  household.members.push(resident);
};

/** Takes somebody out of a household, permanent or temporary. */
export const leave = (resident: Resident, household: Household): void => {
  const at = household.members.indexOf(resident);
  if (at >= 0) household.members.splice(at, 1);
};

const families = weigh<string>([['Nguyễn', 38], ['Trần', 11], ['Lê', 10], ['Phạm', 7], ['Hoàng', 5], ['Huỳnh', 4], ['Phan', 4], ['Võ', 3], ['Đặng', 3], ['Bùi', 3], ['Nông', 2], ['Lâm', 2]]);
const familyOf = (draw: Draw): string => draw.weighted(families);

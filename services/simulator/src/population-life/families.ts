import type { Draw } from '../random.ts';
import { ageAt } from '../population/days.ts';
import { xtieng } from '../population/ethnic-groups.ts';
import { birthFact, livingIn, residentFact, workerFact } from '../population/facts.ts';
import { join, leave, openHousehold } from '../population/founding.ts';
import type { Household, Resident } from '../population/resident.ts';
import type { World } from './world.ts';

/** Deaths a year of people of an age; more under one, then rising in steps. */
const mortality = (age: number): number => {
  if (age < 1) return 0.009;
  if (age < 15) return 0.0006;
  if (age < 40) return 0.002;
  if (age < 50) return 0.0045;
  if (age < 60) return 0.0095;
  if (age < 70) return 0.022;
  return age < 80 ? 0.055 : 0.15;
};
const mostMortal = 0.15;

/** Boys of all born. */
const boys = 0.526;

const isMother = (resident: Resident, day: number): boolean => {
  const age = ageAt(resident.birth, day);
  if (resident.sex !== 'F' || age < 18 || age > 41) return false;
  return (resident.relation === 'spouse' || resident.relation === 'other' || resident.relation === 'head') && (age < 34 || resident.no % 3 === 0);
};

/** A child is born some weeks before it is registered, and becomes a resident. */
export const giveBirth = (world: World, draw: Draw, day: number): void => {
  const mother = world.settled.find(draw, (resident) => isMother(resident, day));
  if (mother?.home === undefined || !isMother(mother, day)) return;
  const { home } = mother;
  const sex = draw.chance(boys) ? 'M' : 'F';
  const birth = day - (draw.chance(world.late) ? draw.between(61, 200) : draw.between(2, 45));
  const child = world.registry.invent(draw, { sex, birth, ethnic: home.ethnic, family: home.ethnic === xtieng ? (sex === 'M' ? 'Điểu' : 'Thị') : '', bornHere: true });
  join(child, home, mother.relation === 'other' ? 'grandchild' : 'child');
  world.settled.add(child);
  world.tell(draw, birthFact(draw, child, home, day));
  if (draw.chance(0.97)) world.tell(draw, residentFact(draw, child, home, day + draw.below(4), { what: 'permanent', cause: 'birth', ...livingIn(draw, home, child.relation) }));
};

/** Somebody drawn dies, or not, by age. */
export const mayDie = (world: World, draw: Draw, day: number): void => {
  const resident = world.settled.pick(draw);
  if (resident?.home === undefined || !draw.chance(mortality(ageAt(resident.birth, day)) / mostMortal) || resident.birth >= day) return;
  const { home } = resident;
  world.settled.remove(resident);
  leave(resident, home);
  resident.home = undefined;
  resident.lodging = undefined;
  world.tell(draw, residentFact(draw, resident, home, day, { what: 'death' }));
  if (resident.work !== undefined && draw.chance(0.3)) world.tell(draw, workerFact(draw, resident, home, day, { ...resident.work, status: 'left' }));
  resident.work = undefined;
  if (resident.relation === 'head') appointHead(world, draw, home, day + draw.between(3, 30));
};
/** Draws a day so that as many die as do. */
export const deathDraws = mostMortal;

/** A household's next head: its oldest grown member. */
const appointHead = (world: World, draw: Draw, household: Household, day: number): void => {
  const [next] = household.members.filter(({ birth, relation }) => ageAt(birth, day) >= 18 && relation !== 'head').sort((a, b) => a.birth - b.birth);
  if (next === undefined) return;
  next.relation = 'head';
  world.tell(draw, residentFact(draw, next, household, day, { what: 'household', kind: 'permanent', household: household.number, relation: 'head' }));
};

/** Two grown children of two households marry, and open one of their own where he lives. */
export const marry = (world: World, draw: Draw, day: number): void => {
  const isFree = (sex: 'M' | 'F', least: number) => (resident: Resident): boolean => resident.sex === sex && resident.relation === 'child' && resident.home !== undefined && ageAt(resident.birth, day) >= least && ageAt(resident.birth, day) <= 35;
  const man = world.settled.find(draw, isFree('M', 20));
  const woman = world.settled.find(draw, isFree('F', 18));
  if (man?.home === undefined || woman?.home === undefined || man.home === woman.home || !isFree('M', 20)(man) || !isFree('F', 18)(woman)) return;
  const { place, ethnic } = man.home;
  const from = woman.home.place;
  const household = openHousehold(draw, place, world, ethnic);
  for (const [one, relation] of [[man, 'head'], [woman, 'spouse']] as const) {
    if (one.home !== undefined) leave(one, one.home);
    join(one, household, relation);
  }
  world.tell(draw, residentFact(draw, man, household, day, { what: 'household', kind: 'permanent', household: household.number, relation: 'head' }));
  world.tell(draw, residentFact(draw, woman, household, day, from === place
    ? { what: 'household', kind: 'permanent', household: household.number, relation: 'spouse' }
    : { what: 'move', destination: 'inside', household: household.number, relation: 'spouse' }));
};

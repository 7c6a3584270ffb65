import { weigh, type Draw } from '../random.ts';
import { ageAt } from '../population/days.ts';
import { livingIn, residentFact, workerFact, type Change } from '../population/facts.ts';
import { join, leave, openHousehold, peopleHousehold } from '../population/founding.ts';
import { beginWork } from '../population/working-life.ts';
import type { Household, Resident } from '../population/resident.ts';
import type { World } from './world.ts';

const mostGone = 400;

/** A household comes to stay, or somebody comes back who has moved away before. */
export const arrive = (world: World, draw: Draw, day: number): void => {
  const back = draw.chance(0.15) ? world.gone.shift() : undefined;
  const household = openHousehold(draw, draw.weighted(world.homes), world, back?.ethnic);
  if (back === undefined) peopleHousehold(draw, household, day, world);
  else {
    if (back.lodging !== undefined) world.lodgers.remove(back);
    join(back, household, 'head');
  }
  for (const resident of [...household.members]) {
    world.settled.add(resident);
    world.tell(draw, residentFact(draw, resident, household, Math.max(day, resident.birth + 1), { what: 'permanent', cause: draw.chance(0.95) ? 'arrival' : 'other', ...livingIn(draw, household, resident.relation) }));
    if (ageAt(resident.birth, day) >= 16 && draw.chance(0.5)) declareWork(world, draw, resident, household, day);
  }
};

const declareWork = (world: World, draw: Draw, resident: Resident, household: Household, day: number): void => {
  resident.work = beginWork(draw, resident, day);
  world.tell(draw, workerFact(draw, resident, household, day, resident.work));
};

const endings = weigh<Change>([
  [{ what: 'move', destination: 'outside', household: '', relation: '' }, 80], [{ what: 'move', destination: 'abroad', household: '', relation: '' }, 6], [{ what: 'end', ends: 'permanent', cause: 'moved-out' }, 10],
  [{ what: 'end', ends: 'permanent', cause: 'abroad' }, 3], [{ what: 'end', ends: 'permanent', cause: 'cancelled' }, 3], [{ what: 'end', ends: 'permanent', cause: 'other' }, 1],
]);

/** Who goes with somebody who moves: young people go alone, families together. */
const goTogether = (draw: Draw, resident: Resident, home: Household, day: number): readonly Resident[] =>
  (ageAt(resident.birth, day) < 30 && resident.relation === 'child') || draw.chance(0.3) ? [resident] : [...home.members];

/** Somebody, or a whole household, leaves for good. */
export const moveAway = (world: World, draw: Draw, day: number): void => {
  const first = world.settled.find(draw, ({ birth }) => ageAt(birth, day) >= 18);
  if (first?.home === undefined) return;
  const { home } = first;
  const how = draw.weighted(endings);
  for (const resident of goTogether(draw, first, home, day)) {
    if (resident.birth >= day) continue;
    world.settled.remove(resident);
    leave(resident, home);
    resident.home = undefined;
    resident.awayUntil = undefined;
    if (resident.lodging !== undefined) world.lodgers.add(resident);
    world.tell(draw, residentFact(draw, resident, home, day, how));
    if (resident.work !== undefined && draw.chance(0.6)) world.tell(draw, workerFact(draw, resident, home, day, { ...resident.work, status: 'left' }));
    resident.work = undefined;
    if (world.gone.length < mostGone) world.gone.push(resident);
  }
};

/** Somebody, or a whole household, moves to another place of the locality. */
export const moveInside = (world: World, draw: Draw, day: number): void => {
  const first = world.settled.find(draw, ({ birth }) => ageAt(birth, day) >= 18);
  if (first?.home === undefined) return;
  const from = first.home;
  const moving = goTogether(draw, first, from, day).filter(({ birth }) => birth < day);
  const household = openHousehold(draw, draw.weighted(world.homes), world, from.ethnic);
  const [head = first] = [...moving].sort((a, b) => Number(b.relation === 'head') - Number(a.relation === 'head') || a.birth - b.birth);
  for (const resident of moving) {
    leave(resident, from);
    join(resident, household, resident === head ? 'head' : resident.relation === 'head' ? 'other' : resident.relation);
    world.tell(draw, residentFact(draw, resident, household, day, { what: 'move', destination: 'inside', ...livingIn(draw, household, resident.relation) }));
  }
};

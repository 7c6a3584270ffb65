import type { Draw } from '../random.ts';
import { firstDayOf } from './places.ts';
import { ageAt, mayWork } from './days.ts';
import { livingIn, residentFact, workerFact } from './facts.ts';
import { openHousehold, peopleHousehold } from './founding.ts';
import { lodge } from '../population-life/lodging.ts';
import type { World } from '../population-life/world.ts';
import type { Household, Resident } from './resident.ts';
import { beginWork } from './working-life.ts';

/** Of all residents: who came for work, and of those old enough who stands in the register of workers. */
const shareOfLodgers = 0.11;
const coverage = 0.86;
const daysAYear = 365;

/** Makes everybody who lives here when the registers are loaded, household by household, and tells the registers of them; gives back after each. */
export function* load(world: World, draw: Draw, day: number, { residents, oldPaper }: { readonly residents: number; readonly oldPaper: number }): Generator<void> {
  const wanted = Math.max(1, Math.round(residents * (1 - shareOfLodgers)));
  while (world.settled.size() < wanted) {
    const household = openHousehold(draw, draw.weighted(world.homes), world);
    peopleHousehold(draw, household, day, world);
    const since = day - draw.between(30, 30 * daysAYear);
    for (const resident of household.members) settle(world, draw, resident, household, { day, since, oldPaper });
    yield;
  }
  while (world.settled.size() + world.lodgers.size() < residents) {
    lodge(world, draw, day, day - draw.between(5, 330), 'initial');
    yield;
  }
}

type Since = { readonly day: number; readonly since: number; readonly oldPaper: number };

/** A record says since when somebody lives here: with the household, or from some time after birth, which it must not tell. */
const settle = (world: World, draw: Draw, resident: Resident, household: Household, { day, since, oldPaper }: Since): void => {
  world.settled.add(resident);
  const earliest = Math.max(since, resident.birth + draw.between(20, 300), firstDayOf(household.place));
  const from = Math.max(resident.birth + 1, Math.min(earliest, day));
  resident.showsOld = resident.former !== '' && draw.chance(oldPaper);
  world.tell(draw, residentFact(draw, resident, household, from, { what: 'permanent', cause: 'initial', ...livingIn(draw, household, resident.relation) }), day);
  if (!mayWork(resident.birth, day) || ageAt(resident.birth, day) > 90 || !draw.chance(coverage)) return;
  resident.work = beginWork(draw, resident, day);
  const declared = Math.max(day - draw.between(0, 200), firstDayOf(household.place), resident.birth + 15 * 366 + 10);
  const { unemployedSince } = resident.work;
  world.tell(draw, workerFact(draw, resident, household, Math.max(declared, unemployedSince), resident.work), day);
};

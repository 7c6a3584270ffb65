import type { Draw } from '../random.ts';
import { comeBack, goAway } from './absences.ts';
import { deathDraws, giveBirth, marry, mayDie } from './families.ts';
import { changeRoom, endLodging, leaveEarly, lodge, lodgeBeside, mayRenew } from './lodging.ts';
import { arrive, moveAway, moveInside } from './moves.ts';
import { changeWork } from './work.ts';
import { daily, type World } from './world.ts';

type Happening = (world: World, draw: Draw, day: number) => void;

/** What happens to permanent residents, and to lodgers, with how often a year for each of them. Births and deaths come to about 16 and 6 per 1,000. */
const ofSettled: readonly (readonly [Happening, number])[] = [
  [giveBirth, 0.0165], [mayDie, deathDraws], [marry, 0.006], [arrive, 0.0035], [moveAway, 0.0055], [moveInside, 0.003], [goAway, 0.012], [lodgeBeside, 0.004], [changeWork, 0.16],
];
const ofLodgers: readonly (readonly [Happening, number])[] = [[lodge, 0.42], [leaveEarly, 0.2], [changeRoom, 0.08], [changeWork, 0.16]];

/** Lives through one day of everybody. */
export const liveDay = (world: World, draw: Draw, day: number): void => {
  for (const { resident, what } of world.due.get(day) ?? []) {
    if (what === 'renewal') mayRenew(world, draw, day, resident);
    else if (what === 'lodging-ends') endLodging(world, draw, day, resident);
    else comeBack(world, draw, day, resident);
  }
  world.due.delete(day);
  const settled = world.settled.size();
  const lodgers = world.lodgers.size();
  for (const [happen, often] of ofSettled) for (let left = draw.count(daily(settled, often)); left > 0; left -= 1) happen(world, draw, day);
  for (const [happen, often] of ofLodgers) for (let left = draw.count(daily(lodgers, often)); left > 0; left -= 1) happen(world, draw, day);
};

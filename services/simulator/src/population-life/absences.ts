import { weigh, type Draw } from '../random.ts';
import { ageAt, dayText } from '../population/days.ts';
import { residentFact } from '../population/facts.ts';
import type { Resident } from '../population/resident.ts';
import { plan, type World } from './world.ts';

/** Cases of article 31.1 of the Law on Residence, with how long each keeps somebody away. */
const cases = weigh<{ readonly case: 'a' | 'b' | 'c' | 'd'; readonly days: readonly [number, number] }>([
  [{ case: 'a', days: [3, 120] }, 4], [{ case: 'b', days: [3, 180] }, 3], [{ case: 'c', days: [100, 720] }, 14], [{ case: 'd', days: [366, 800] }, 79],
]);

/** Somebody declares to be away; of some the day of return is not known. */
export const goAway = (world: World, draw: Draw, day: number): void => {
  const isHere = ({ birth, awayUntil, home }: Resident): boolean => home !== undefined && awayUntil === undefined && ageAt(birth, day) >= 17 && ageAt(birth, day) < 60;
  const resident = world.settled.find(draw, isHere);
  if (resident?.home === undefined || !isHere(resident)) return;
  const why = draw.weighted(cases);
  const until = day + draw.between(...why.days);
  const isTold = draw.chance(0.7);
  resident.awayUntil = until;
  world.tell(draw, residentFact(draw, resident, resident.home, day, { what: 'absence', case: why.case, until: isTold ? dayText(until) : '' }));
  plan(world, draw.chance(0.3) ? day + draw.between(2, 60) : until + 1, { resident, what: 'comes-back' });
};

/** Three in five say that they are back; of the others the time runs out. */
export const comeBack = (world: World, draw: Draw, day: number, resident: Resident): void => {
  if (resident.awayUntil === undefined || resident.home === undefined) return;
  resident.awayUntil = undefined;
  if (draw.chance(0.6)) world.tell(draw, residentFact(draw, resident, resident.home, day, { what: 'return' }));
};

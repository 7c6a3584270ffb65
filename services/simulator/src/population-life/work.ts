import type { Draw } from '../random.ts';
import { ageAt, mayWork } from '../population/days.ts';
import { workerFact } from '../population/facts.ts';
import type { Resident, Working } from '../population/resident.ts';
import { beginWork, findWork } from '../population/working-life.ts';
import type { World } from './world.ts';

/** Something changes in somebody's working life, or it is declared for the first time. */
export const changeWork = (world: World, draw: Draw, day: number): void => {
  const resident = draw.chance(world.lodgers.size() / Math.max(1, world.lodgers.size() + world.settled.size())) ? world.lodgers.pick(draw) : world.settled.pick(draw);
  const living = resident?.lodging?.household ?? resident?.home;
  if (resident === undefined || living === undefined || !mayWork(resident.birth, day)) return;
  const next = resident.work === undefined ? beginWork(draw, resident, day) : after(draw, resident, resident.work, day);
  if (next === undefined) return;
  resident.work = next;
  world.tell(draw, workerFact(draw, resident, living, day, next));
};

/** What follows; undefined = all stays as it is. */
const after = (draw: Draw, resident: Resident, before: Working, day: number): Working | undefined => {
  const age = ageAt(resident.birth, day);
  const without = { ...before, job: undefined, position: '' as const };
  switch (before.status) {
    case 'employed': {
      if (age >= 60) return draw.chance(0.4) ? { ...without, status: 'inactive' } : undefined;
      const point = draw.fraction();
      if (point < 0.3) return { ...without, status: 'unemployed', unemployedSince: day - draw.below(20) };
      if (point < 0.36) return { ...without, status: 'inactive' };
      return findWork(draw, resident, day, before);
    }
    case 'unemployed':
      return draw.chance(0.85) ? findWork(draw, resident, day, before) : { ...without, status: 'inactive', unemployedSince: 0 };
    case 'inactive':
      return age < 60 && draw.chance(0.35) ? findWork(draw, resident, day, before) : undefined;
    case 'left':
      return undefined;
  }
};

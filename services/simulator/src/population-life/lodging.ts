import { weigh, type Draw } from '../random.ts';
import { nationalities } from '../people/origins.ts';
import { ageAt, dayText } from '../population/days.ts';
import { residentFact, workerFact } from '../population/facts.ts';
import { leave, openHousehold } from '../population/founding.ts';
import { beginWork } from '../population/working-life.ts';
import type { Household, Resident } from '../population/resident.ts';
import { firstDayOf } from '../population/places.ts';
import { plan, type World } from './world.ts';

const periods = weigh<readonly [number, number]>([[[170, 190], 25], [[350, 365], 45], [[540, 600], 15], [[690, 715], 15]]);
const sizes = weigh<number>([[1, 62], [2, 24], [3, 9], [4, 5]]);

/** A room or a flat of those who came for work; `from` before `day` for those of the first load, whose time is not over yet. */
export const lodge = (world: World, draw: Draw, day: number, from = day, cause: 'initial' | 'arrival' = 'arrival'): void => {
  const household = openHousehold(draw, draw.weighted(world.lodgings), world, undefined, 'NT');
  const since = Math.max(from, firstDayOf(household.place));
  const until = Math.max(since + draw.between(...draw.weighted(periods)), day + draw.between(5, 200));
  const foreign = draw.chance(0.03) ? draw.weighted(nationalities) : 'VNM';
  for (let left = draw.weighted(sizes); left > 0; left -= 1) {
    const age = left > 2 ? draw.between(1, 12) : draw.between(18, draw.chance(0.75) ? 32 : 50);
    const resident = world.registry.invent(draw, { sex: draw.chance(0.46) ? 'M' : 'F', birth: since - age * 365 - draw.between(30, 360), ethnic: household.ethnic, family: '', nationality: foreign });
    household.members.push(resident);
    world.lodgers.add(resident);
    beginLodging(world, draw, resident, household, { since, until, cause, day });
    if (age >= 18 && draw.chance(0.7)) {
      resident.work = beginWork(draw, resident, since);
      world.tell(draw, workerFact(draw, resident, household, since, resident.work), day);
    }
  }
};

type Term = { readonly since: number; readonly until: number; readonly cause: 'initial' | 'arrival' | 'other'; readonly day: number };

const beginLodging = (world: World, draw: Draw, resident: Resident, household: Household, { since, until, cause, day }: Term): void => {
  resident.lodging = { household, until };
  const relation = household.members[0] === resident ? 'head' : 'other';
  world.tell(draw, residentFact(draw, resident, household, since, { what: 'temporary', cause, until: dayText(until), household: household.number, relation }), day);
  plan(world, Math.max(day + 1, until - draw.below(15)), { resident, what: 'renewal' });
  plan(world, Math.max(day + 1, until + 1), { resident, what: 'lodging-ends' });
};

/** Somebody who lives here lodges elsewhere in the locality for a time, such as for a school or work. */
export const lodgeBeside = (world: World, draw: Draw, day: number): void => {
  const resident = world.settled.find(draw, ({ birth, lodging }) => lodging === undefined && ageAt(birth, day) >= 15 && ageAt(birth, day) < 45);
  if (resident?.home === undefined || resident.lodging !== undefined || ageAt(resident.birth, day) < 15) return;
  const household = openHousehold(draw, draw.weighted(world.lodgings), world, resident.ethnic, 'NT');
  household.members.push(resident);
  beginLodging(world, draw, resident, household, { since: day, until: day + draw.between(...draw.weighted(periods)), cause: draw.chance(0.9) ? 'arrival' : 'other', day });
};

/** Half renew in the last days of their time. */
export const mayRenew = (world: World, draw: Draw, day: number, resident: Resident): void => {
  const { lodging } = resident;
  if (lodging === undefined || lodging.until < day || lodging.until > day + 20 || !draw.chance(0.5)) return;
  lodging.until = day + draw.between(...draw.weighted(periods));
  const { household } = lodging;
  world.tell(draw, residentFact(draw, resident, household, day, { what: 'renewal', until: dayText(lodging.until), household: household.number, relation: household.members[0] === resident ? 'head' : 'other' }));
  plan(world, lodging.until - draw.below(15), { resident, what: 'renewal' });
  plan(world, lodging.until + 1, { resident, what: 'lodging-ends' });
};

const wayOut = weigh<'silent' | 'moved-out' | 'abroad' | 'other' | 'renews-late'>([['silent', 46], ['moved-out', 34], ['abroad', 4], ['other', 4], ['renews-late', 12]]);

/** A time is over that nobody renewed: told, or passed over in silence, or renewed some weeks too late. */
export const endLodging = (world: World, draw: Draw, day: number, resident: Resident): void => {
  const { lodging } = resident;
  if (lodging === undefined || lodging.until >= day) return;
  const { household } = lodging;
  const way = draw.weighted(wayOut);
  if (way === 'renews-late') {
    lodging.until = day + 20;
    plan(world, day + draw.between(5, 19), { resident, what: 'renewal' });
    plan(world, day + 21, { resident, what: 'lodging-ends' });
    return;
  }
  resident.lodging = undefined;
  leave(resident, household);
  if (way !== 'silent') world.tell(draw, residentFact(draw, resident, household, day - draw.below(2), { what: 'end', ends: 'temporary', cause: way }));
  if (resident.home !== undefined) return;
  if (resident.work !== undefined && draw.chance(0.5)) world.tell(draw, workerFact(draw, resident, household, day, { ...resident.work, status: 'left' }));
  world.lodgers.remove(resident);
};

/** Somebody leaves before the time is over. */
export const leaveEarly = (world: World, draw: Draw, day: number): void => {
  const resident = world.lodgers.pick(draw);
  if (resident?.lodging === undefined || resident.birth >= day) return;
  const { household } = resident.lodging;
  resident.lodging = undefined;
  leave(resident, household);
  world.lodgers.remove(resident);
  world.tell(draw, residentFact(draw, resident, household, day, { what: 'end', ends: 'temporary', cause: draw.chance(0.9) ? 'moved-out' : 'other' }));
};

/** Somebody who lodges here moves to another room: the household is told anew. */
export const changeRoom = (world: World, draw: Draw, day: number): void => {
  const resident = world.lodgers.pick(draw);
  if (resident?.lodging === undefined || resident.lodging.until < day || resident.birth >= day) return;
  const household = openHousehold(draw, resident.lodging.household.place, world, resident.ethnic, 'NT');
  leave(resident, resident.lodging.household);
  household.members.push(resident);
  resident.lodging = { household, until: resident.lodging.until };
  world.tell(draw, residentFact(draw, resident, household, day, { what: 'household', kind: 'temporary', household: household.number, relation: 'head' }));
};

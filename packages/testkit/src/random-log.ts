import type { StayCheckedIn, StayGroups } from '@da06/events';
import { fixedClock } from './clock.ts';
import type { AnyEvent } from './any-event.ts';
import { randomCompliance } from './compliance/random-compliance.ts';
import { eventBuilders, type EventBuilders } from './event-builders.ts';
import { randomIncidents } from './incident/random-incidents.ts';
import { randomPopulation } from './population/random-population.ts';
import { randomProgramme } from './programme/random-programme.ts';
import { createRandom, type Random } from './random.ts';
import { arrivalGroup, facilityFields, instant, stayGroups } from './samples.ts';
import { randomSecurity } from './security/random-security.ts';

export type RandomLogOptions = {
  readonly seed: number;
  /** At least this many events; 300 unless told. */
  readonly events?: number;
  /** Ids of facilities begin so: logs with different prefixes can share tables. */
  readonly prefix?: string;
  readonly start?: string;
};

/** What the log holds, in events, to be held against the shares that a proof asks for. */
export type LogCounts = { events: number; amendments: number; cancellations: number; early: number; links: number; facilityChanges: number; programme: number; population: number; compliance: number; incidents: number; security: number };
export type RandomLog = { readonly events: readonly AnyEvent[]; readonly counts: LogCounts };

const hour = 3_600_000;
const modelsALog = 6;
/** So few of the persons are in the registers that each has several records. */
const residents = 5;
const units = ['W25357@2025', 'W25360@2025', 'W25363@2025'];
type Stay = { readonly facility: string; readonly ref: string; readonly registrationNumber: string; checkedIn: boolean; revision: number; arrived: number; setEarly: Set<string> };

/**
 * A log as registration writes it, in the order of taking in: stays of few persons at few facilities, close enough to overlap and to
 * merge; about 12 % amendments, 6 % cancellations, 9 % check-outs, patches and cancellations before their check-in, 4 % links of
 * papers, changes of facilities, feed batches and days without guests, an eighth of it the programme (steps, reports and their amendments), an eighth
 * records of residents and workers, of the same persons, about 6 % coach trips, businesses, inspections and outages, about 6 % incidents, and about 4 % entries of the watch-list and alerts.
 * The seed decides all of it.
 */
export const randomLog = ({ seed, events = 300, prefix = 'f', start = '2026-03-02T01:00:00.000Z' }: RandomLogOptions): RandomLog => {
  const random = createRandom(seed);
  const clock = fixedClock(start);
  const build = eventBuilders({ clock, random });
  const out: AnyEvent[] = [];
  const counts: LogCounts = { events: 0, amendments: 0, cancellations: 0, early: 0, links: 0, facilityChanges: 0, programme: 0, population: 0, compliance: 0, incidents: 0, security: 0 };
  const facilities = Array.from({ length: 3 }, (_, index) => `${prefix}-${index}`);
  const papers = Array.from({ length: 12 }, () => ({ cccd: random.hex(32), cmnd: random.hex(32) }));
  const stays: Stay[] = [];
  // Numbers of models have no prefix: each log takes its own from the digits of its prefix.
  const firstModel = 1 + Number(prefix.replace(/\D/g, '')) * modelsALog;
  const programme = randomProgramme({ build, prefix, numbers: Array.from({ length: modelsALog }, (_, index) => firstModel + index) });
  const population = randomPopulation({ build, papers: papers.slice(0, residents), prefix });
  const compliance = randomCompliance({ build, facilities, prefix });
  const incidents = randomIncidents({ build, prefix });
  const security = randomSecurity({ build, facilities });
  const world = { random, clock, build, facilities, papers, stays, counts, out, programme, population, compliance, incidents, security };

  for (const id of facilities) out.push(build.facilityRegistered({ ...facilityFields(), id, unit: random.pick(units) }));
  out.push(compliance.open(), ...programme.open());
  while (out.length < events) {
    clock.advance(random.below(4 * hour));
    step(world);
  }
  counts.events = out.length;
  counts.programme = out.filter(({ source }) => source === '/da06/programme').length;
  return { events: out, counts };
};

type World = { random: Random; clock: ReturnType<typeof fixedClock>; build: EventBuilders; facilities: string[]; papers: { cccd: string; cmnd: string }[]; stays: Stay[]; counts: LogCounts; out: AnyEvent[]; programme: ReturnType<typeof randomProgramme>; population: ReturnType<typeof randomPopulation>; compliance: ReturnType<typeof randomCompliance>; incidents: ReturnType<typeof randomIncidents>; security: ReturnType<typeof randomSecurity> };

const step = (world: World): void => {
  const { random, build, facilities, stays, counts, out, clock } = world;
  const dice = shortOf(world) ?? random.below(152);
  const known = stays.filter(({ checkedIn }) => checkedIn);
  if (dice < 4) {
    // Half of the links are of those in the registers.
    const among = world.papers.slice(0, random.chance(0.5) ? residents : world.papers.length);
    const { cccd } = random.pick(among);
    const { cmnd, cccd: own } = random.pick(among);
    out.push(build.personLinked({ cccdKey: random.chance(0.8) ? own : cccd, cmndKey: cmnd }));
    counts.links += 1;
  } else if (dice < 7) {
    const id = random.pick(facilities);
    const change = { ...facilityFields(), id, rooms: random.below(99), unit: random.pick(units), validFrom: instant(clock.now() + (random.below(14) - 5) * 24 * hour).slice(0, 10) };
    out.push(random.chance(0.2) ? build.facilityClosed({ id, on: change.validFrom }) : build.facilityChanged(change));
    counts.facilityChanges += 1;
  } else if (dice < 9) out.push(build.facilityDayReported({ facility: random.pick(facilities), day: instant(clock.now()).slice(0, 10) }));
  else if (dice < 13) {
    const rejected = random.below(3);
    out.push(build.feedBatchReceived({ facility: random.pick(facilities), received: 5, accepted: 5 - rejected, rejected, codes: rejected === 0 ? {} : { 'field.required': rejected } }));
  } else if (dice < 23) early(world);
  else if (dice < 36 && known.length > 0) amend(world, random.pick(known));
  else if (dice < 43 && known.length > 0) {
    out.push(build.cancelled(identity(random.pick(known))));
    counts.cancellations += 1;
  } else if (dice < 60 && known.length > 0) {
    const stay = random.pick(known);
    out.push(build.checkedOut({ ...identity(stay), groups: { departure: instant(stay.arrived + random.below(120) * hour) } }));
  } else if (dice < 98) checkIn(world);
  else if (dice < 116) out.push(...world.programme.next());
  else if (dice < 132) {
    out.push(world.population.next());
    counts.population += 1;
  } else if (dice < 140) {
    out.push(world.compliance.next());
    counts.compliance += 1;
  } else if (dice < 147) {
    out.push(world.incidents.next());
    counts.incidents += 1;
  } else {
    out.push(world.security.next());
    counts.security += 1;
  }
};

/** The dice that make up for a share that has fallen behind, so that every seed holds the shares. */
const shortOf = ({ counts, out }: World): number | undefined => {
  const share = (count: number): number => count / (out.length + 1);
  if (share(counts.links) < 0.025) return 0;
  if (share(counts.early) < 0.06) return 13;
  if (out.length < 40) return undefined;
  if (share(counts.amendments) < 0.06) return 23;
  if (share(counts.cancellations) < 0.04) return 36;
  return counts.facilityChanges === 0 ? 4 : undefined;
};

const identity = (stay: Stay) => ({ facility: stay.facility, ref: stay.ref, registrationNumber: stay.registrationNumber, revision: stay.revision });

const newStay = ({ random, facilities, stays, clock }: World): Stay => {
  const stay = { facility: random.pick(facilities), ref: `R${stays.length}`, registrationNumber: `LT${random.hex(16).toUpperCase()}`, checkedIn: false, revision: 0, arrived: clock.now() - random.below(72) * hour, setEarly: new Set<string>() };
  stays.push(stay);
  return stay;
};

const groupsOf = ({ random, papers }: World, stay: Stay): StayGroups => {
  const { cccd, cmnd } = random.pick(papers);
  const groups: StayGroups = {
    ...stayGroups(random, stay.arrived),
    person: { personKey: random.chance(0.5) ? cccd : cmnd, documentKey: random.hex(32), documentKind: 'cccd', documentCode: '', issuingState: 'VNM' },
    arrival: arrivalGroup(stay.arrived, random.chance(0.9), random.pick(units)),
    expectedDeparture: random.chance(0.15) ? null : instant(stay.arrived + random.below(120) * hour),
    notified: random.chance(0.3) ? { at: instant(stay.arrived + random.below(30) * hour), valid: random.chance(0.8) } : { at: null, valid: false },
  };
  // A record that does not name its departure leaves it.
  if (random.chance(0.7)) delete groups.departure;
  return groups;
};

/** A check-in: the first of its reference yields what was told before it; sent again it is an amendment. */
const checkIn = (world: World, stay = world.stays.find(({ checkedIn, setEarly }) => !checkedIn && setEarly.size > 0 && world.random.chance(0.5)) ?? newStay(world)): void => {
  const data: Partial<StayCheckedIn['data']> = { ...identity(stay), groups: groupsOf(world, stay), yields: stay.checkedIn ? [] : [...stay.setEarly] };
  world.out.push(world.build.checkedIn(data));
  stay.checkedIn = true;
};

const patchGroups = ({ random, clock }: World, stay: Stay): StayGroups =>
  random.pick<StayGroups>([
    { reason: random.pick(['tourism', 'work', 'conference']) },
    { nationality: random.pick(['VNM', 'KOR']), sex: 'F' },
    { expectedDeparture: instant(stay.arrived + random.below(200) * hour) },
    { expectedDeparture: null },
    { departure: null },
    { room: random.hex(32), birthYear: 1980 },
    { arrival: arrivalGroup(stay.arrived - random.below(60) * hour, true, random.pick(units)), notified: { at: instant(clock.now()), valid: true } },
    { residence: { status: 'temporary', province: '701', ward: '25357' } },
  ]);

const amend = (world: World, stay: Stay): void => {
  const { random, build, out } = world;
  const dice = random.below(10);
  if (dice < 3) stay.revision += 1;
  // A revision below one that was seen: recorded, and it never overrides.
  const revision = dice > 7 ? Math.max(0, stay.revision - 1) : stay.revision;
  if (random.chance(0.5)) out.push(build.corrected({ ...identity(stay), revision, groups: patchGroups(world, stay) }));
  else out.push(build.checkedIn({ ...identity(stay), revision, groups: groupsOf(world, stay), yields: [] }));
  world.counts.amendments += 1;
};

/** A check-out, a patch or a cancellation of a reference that no check-in has named yet. */
const early = (world: World): void => {
  const { random, build, out, counts } = world;
  const stay = newStay(world);
  const dice = random.below(10);
  if (dice < 4) {
    out.push(build.checkedOut({ ...identity(stay), groups: { departure: instant(stay.arrived + random.below(90) * hour) } }));
    stay.setEarly.add('departure');
  } else if (dice < 8) {
    const groups = patchGroups(world, stay);
    out.push(build.corrected({ ...identity(stay), groups }));
    for (const name of Object.keys(groups)) stay.setEarly.add(name);
  } else {
    out.push(build.cancelled(identity(stay)));
    stay.setEarly.add('cancelled');
    counts.cancellations += 1;
  }
  counts.early += 1;
};

import { eventBuilders, fixedClock, type AnyEvent } from '@da06/testkit';
import { day, dayNumber, dayText, hour, midnight } from '../local-time.ts';
import { dayAfter } from './days.ts';
import { formerOf, publishMap, unitsOn } from './random-units.ts';

export type RandomFactsOptions = {
  readonly seed: number;
  readonly persons: number;
  readonly records: number;
  /** First and last day of receipts. Facts are of days up to two years earlier. */
  readonly from: string;
  readonly days: number;
};

const changes = ['permanent', 'permanent', 'temporary', 'temporary', 'temporary', 'renewal', 'move', 'move', 'out', 'end', 'end-temporary', 'absence', 'return', 'household', 'household-temporary', 'birth', 'death', 'worker', 'worker', 'worker'] as const;
type Change = (typeof changes)[number];

/**
 * Records of few persons that get in each other's way as often as records can: on the same days, before a birth and after a death, by papers that are linked later, withdrawn, and amended to say another day, kind or person;
 * older revisions come late, and receipts fall on both sides of midnight.
 */
export const randomFacts = ({ seed, persons, records, from, days }: RandomFactsOptions): AnyEvent[] => {
  const start = Date.parse(`${from}T08:00:00+07:00`);
  const clock = fixedClock(start);
  const build = eventBuilders({ seed, clock });
  const { random } = build;
  // Persons with a card alone, with an old paper alone, with both, and two cards that one old paper was seen with.
  const papers = Array.from({ length: persons }, (_, index) => ({
    personKey: `c${random.hex(31)}`, old: `a${random.hex(31)}`, linked: random.chance(0.4), usesOld: random.chance(0.5), sex: random.pick(['M', 'F', 'M', 'F', 'F', ...(index % 7 === 0 ? ['X' as const] : [])] as const),
    birthYear: random.pick([1935, 1940, 1960, 1961, 1965, 1970, 1980, 1990, 1995, 2000, 2008, 2010, 2011, 2012, 2020, 2025]), nationality: random.chance(0.1) ? 'KHM' : 'VNM', home: random.below(4),
  }));
  const deadly = new Set(papers.filter(() => random.chance(0.15)));
  const households = Array.from({ length: Math.max(2, Math.ceil(persons / 3)) }, () => random.hex(32));
  const told = new Map<string, { readonly register: 'residents' | 'workers'; readonly ref: string; revision: number }>();
  const sent: AnyEvent[] = publishMap(build);
  const edges = ['2024-02-28', '2024-02-29', '2024-03-01', '2025-06-29', '2025-06-30', '2025-07-01', '2025-07-02', '2025-12-31', '2026-01-01'];

  /** A day of a fact, up to today's. */
  const dayOfFact = (): string => {
    const today = dayNumber(clock.now());
    const possible = edges.filter((edge) => edge <= dayText(today));
    if (random.chance(0.4) && possible.length > 0) return random.pick(possible);
    if (random.chance(0.3)) return dayText(today - random.below(700));
    return dayText(today - random.below(8));
  };
  const untilOf = (on: string): string => (random.chance(0.3) ? on : random.chance(0.3) ? dayAfter(on) : dayText(dayNumber(Date.parse(`${on}T00:00:00+07:00`)) + random.below(400)));

  const record = (change: Change, ref: string, revision: number): AnyEvent => {
    const own = random.pick(papers);
    const on = dayOfFact();
    const units = unitsOn(on);
    const unit = random.chance(0.6) ? units[own.home % units.length] ?? units[0] ?? '' : random.pick(units);
    const former = formerOf(unit);
    const common = {
      ref, revision, on, unit, formerUnit: unit.endsWith('@2025') && random.chance(0.4) && former.length > 0 ? random.pick(former) : '', personKey: own.usesOld && random.chance(0.5) ? own.old : own.personKey,
      sex: random.chance(0.97) ? own.sex : 'F' as const, birthYear: random.chance(0.97) ? own.birthYear : own.birthYear + 1, nationality: own.nationality, household: random.chance(0.9) ? random.pick(households) : '', relation: random.pick(['head', 'spouse', 'child', '']),
    };
    const { household: _, relation: __, ...alone } = common;
    switch (change) {
      case 'permanent': return build.residenceRegistered({ ...common, kind: 'permanent', cause: random.pick(['initial', 'birth', 'arrival', 'arrival', 'other']), until: '' });
      case 'temporary': return build.residenceRegistered({ ...common, kind: 'temporary', cause: random.pick(['initial', 'arrival', 'arrival', 'other']), until: untilOf(on) });
      case 'renewal': return build.residenceRegistered({ ...common, kind: 'temporary', cause: 'renewal', until: untilOf(on) });
      case 'move': return build.residenceMoved({ ...common, destination: 'inside' });
      case 'out': return build.residenceMoved({ ...common, unit: '', formerUnit: '', destination: random.pick(['outside', 'abroad']) });
      case 'end': return build.residenceEnded({ ...alone, kind: 'permanent', cause: random.pick(['moved-out', 'abroad', 'cancelled', 'other']) });
      case 'end-temporary': return build.residenceEnded({ ...alone, kind: 'temporary', cause: random.pick(['moved-out', 'abroad', 'cancelled', 'other']) });
      case 'absence': return build.absenceDeclared({ ...alone, until: random.chance(0.5) ? '' : untilOf(on) });
      case 'return': return build.residenceEnded({ ...alone, kind: 'absence', cause: 'returned' });
      case 'household': return build.householdChanged({ ...common, kind: 'permanent' });
      case 'household-temporary': return build.householdChanged({ ...common, kind: 'temporary' });
      case 'birth': return build.birthRegistered({ ref, revision, on, month: random.chance(0.7) ? on.slice(0, 7) : random.pick([`${Number(on.slice(0, 4)) - 1}-12`, `${Number(on.slice(0, 4)) - 1}-02`]), sex: common.sex, unit, formerUnit: common.formerUnit });
      case 'death': return deadly.has(own) ? build.deathRegistered(alone) : build.residenceMoved({ ...common, destination: 'inside' });
      case 'worker': return worker(alone, own.birthYear);
    }
  };
  const worker = (common: { readonly on: string; readonly ref: string; readonly revision: number }, birthYear: number): AnyEvent => {
    const status = random.pick(['employed', 'employed', 'employed', 'unemployed', 'inactive', 'left'] as const);
    const isWorking = status === 'employed';
    return build.workerDeclared({
      ...common, registrationNumber: `LD${'0'.repeat(16)}`, register: 'workers', status, birthYear, position: isWorking ? random.pick(['employee', 'employee', 'own-account', '']) : '', occupation: isWorking ? random.pick(['1', '2310', '83', '']) : '',
      industry: isWorking && random.chance(0.9)
        ? random.pick([{ scheme: 'vsic-2018', code: 'C', section2018: 'C', section2025: 'C', exact: true }, { scheme: 'vsic-2025', code: 'K', section2018: 'J', section2025: 'K', exact: true }, { scheme: 'vsic-2018', code: 'J', section2018: 'J', section2025: '', exact: false }])
        : { scheme: '', code: '', section2018: '', section2025: '', exact: false },
      contract: isWorking ? random.pick(['indefinite', 'fixed-term', '']) : '', socialInsurance: isWorking ? random.pick(['compulsory', 'none', '']) : '', unemploymentInsurance: isWorking ? random.pick(['yes', 'no', '']) : '',
      training: random.pick(['none', 'certificate', 'university', '']), unemployedSince: status === 'unemployed' && random.chance(0.9) ? dayText(dayNumber(Date.parse(`${common.on}T00:00:00+07:00`)) - random.pick([0, 1, 90, 365, random.below(500)])) : '',
    });
  };

  const next = (): AnyEvent => {
    const known = [...told.values()];
    if (known.length > 3 && random.chance(0.3)) {
      const one = random.pick(known);
      if (random.chance(0.3)) return build.recordWithdrawn({ register: one.register, ref: one.ref, revision: one.revision, registrationNumber: `${one.register === 'residents' ? 'DC' : 'LD'}${'0'.repeat(16)}` });
      const revision = random.pick([one.revision, one.revision + 1, one.revision + 1, Math.max(0, one.revision - 1)]);
      one.revision = Math.max(one.revision, revision);
      return record(random.pick(changes.filter((change) => (change === 'worker') === (one.register === 'workers'))), one.ref, revision);
    }
    const linked = papers.filter((own) => own.linked);
    if (linked.length > 0 && random.chance(0.06)) {
      const own = random.pick(linked);
      // Now and then a second card claims an old paper: then it stands for neither.
      return build.personLinked({ cmndKey: own.old, cccdKey: random.chance(0.8) ? own.personKey : random.pick(papers).personKey });
    }
    const change = random.pick(changes);
    const register = change === 'worker' ? 'workers' : 'residents';
    // Both registers use the same references for different records.
    const ref = `R-${known.filter((one) => one.register === register).length}`;
    const revision = random.pick([0, 0, 0, 5]);
    told.set(`${register}/${ref}`, { register, ref, revision });
    return record(change, ref, revision);
  };

  const pause = (days * day) / records;
  for (let count = 0; count < records; count += 1) {
    const edge = midnight(dayNumber(clock.now()) + 1) + random.pick([-1, 0, 1]);
    const later = clock.now() + random.below(2 * pause);
    clock.set(random.chance(0.1) && edge > clock.now() && edge - clock.now() < 12 * hour + pause ? edge : later);
    sent.push(next());
  }
  return sent;
};

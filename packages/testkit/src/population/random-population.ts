import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { localDay } from '../programme/calendar.ts';

export type RandomPopulationOptions = {
  /** Clock, chance and order of the events. */
  readonly build: EventBuilders;
  /** Both papers of each person, whom records name by either. */
  readonly papers: readonly { readonly cccd: string; readonly cmnd: string }[];
  /** References, statistics and definitions begin so: registers with different prefixes can share tables. */
  readonly prefix: string;
};

const units = ['W25357@2025', 'W25360@2025'];
/** Days lie so close that many facts fall on one, and spells touch. */
const daysApart = 24;

type Sent = { readonly register: 'residents' | 'workers'; readonly ref: string; readonly registrationNumber: string; revision: number };

/**
 * Records of residents and workers as registration writes them, of few persons, so that they get in each other's way: facts of every kind in any order of
 * their days, amended to another person, day or kind, lower revisions that come late, withdrawals, records sent again; and what is published beside them.
 */
export const randomPopulation = ({ build, papers, prefix }: RandomPopulationOptions) => {
  const { random, clock } = build;
  const sent: Sent[] = [];
  const day = (): string => localDay(clock.now(), random.below(daysApart));
  const person = () => {
    const { cccd, cmnd } = random.pick(papers);
    return { personKey: random.chance(0.7) ? cccd : cmnd, on: day(), unit: random.pick(units), sex: random.pick(['M', 'F'] as const), birthYear: 1940 + random.below(85) };
  };
  const until = (share: number): string => (random.chance(share) ? localDay(clock.now(), random.below(daysApart) - daysApart / 2) : '');
  const household = () => random.chance(0.8) ? random.hex(32) : '';

  const residentFacts: readonly ((own: Sent) => AnyEvent)[] = [
    (own) => build.residenceRegistered({ ...own, ...person(), kind: 'permanent', cause: random.pick(['initial', 'arrival', 'birth', 'other']), household: household() }),
    (own) => build.residenceRegistered({ ...own, ...person(), kind: 'temporary', cause: random.pick(['arrival', 'renewal']), until: until(0.8) }),
    (own) => build.residenceMoved({ ...own, ...person(), household: household() }),
    (own) => build.residenceMoved({ ...own, ...person(), unit: '', destination: random.pick(['outside', 'abroad']) }),
    (own) => build.residenceEnded({ ...own, ...person(), kind: random.pick(['permanent', 'temporary']), cause: random.pick(['moved-out', 'abroad', 'cancelled', 'other']) }),
    (own) => build.absenceDeclared({ ...own, ...person(), until: until(0.6) }),
    (own) => build.residenceEnded({ ...own, ...person(), kind: 'absence', cause: 'returned' }),
    (own) => build.householdChanged({ ...own, ...person(), kind: random.pick(['permanent', 'temporary']), household: household() }),
    (own) => build.birthRegistered({ ...own, on: day(), month: day().slice(0, 7), unit: random.pick(units) }),
    (own) => build.deathRegistered({ ...own, ...person(), on: localDay(clock.now(), random.below(3)) }),
  ];
  const workerFact = (own: Sent): AnyEvent => {
    const status = random.pick(['employed', 'employed', 'unemployed', 'inactive', 'left'] as const);
    return build.workerDeclared({ ...own, ...person(), status, occupation: random.pick(['8211', '5', '']), unemployedSince: status === 'unemployed' ? day() : '', training: random.pick(['none', 'college']) });
  };
  const factOf = (own: Sent): AnyEvent => (own.register === 'workers' ? workerFact(own) : random.pick(residentFacts)(own));

  const send = (): AnyEvent => {
    const register = random.chance(0.75) ? 'residents' : 'workers';
    const own: Sent = { register, ref: `${prefix}-${sent.length}`, registrationNumber: `${register === 'residents' ? 'DC' : 'LD'}${random.hex(16).toUpperCase()}`, revision: 0 };
    sent.push(own);
    return factOf(own);
  };
  const amend = (): AnyEvent => {
    const own = random.pick(sent);
    const dice = random.below(10);
    if (dice < 3) own.revision += 1;
    const told = { ...own, revision: dice > 7 ? Math.max(0, own.revision - 1) : own.revision };
    return random.chance(0.3) ? build.recordWithdrawn(told) : factOf(told);
  };
  const publish = (): AnyEvent =>
    random.pick([
      () => build.unitPublished({ uid: random.pick(units), population: random.below(40_000) }),
      () => build.indicatorDefined({ code: `${prefix}.${random.below(3)}`, formula: random.hex(4) }),
      () => build.registerBatchReceived({ register: random.pick(['residents', 'workers'] as const), received: 5, accepted: 5, rejected: 0, codes: {} }),
      () => build.holidayPublished({ code: `${prefix}-${random.below(3)}`, from: '2026-03-01', to: random.pick(['2026-03-01', '2026-03-02']) }),
      () => build.alertRulePublished({ rule: `${prefix}-rule-${random.below(3)}`, version: 1 + random.below(3) }),
      () => build.statisticReleased({ statistic: random.pick(['ethnicity', 'absence-case'] as const), asOf: day(), opened: random.below(99) }),
    ])();
  return {
    /** What is taken in next. */
    next: (): AnyEvent => {
      const dice = random.below(20);
      if (dice < 2) return publish();
      return dice < 12 || sent.length === 0 ? send() : amend();
    },
  };
};

import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { localDay } from '../programme/calendar.ts';
import { facilityFields, instant } from '../samples.ts';

export type RandomComplianceOptions = {
  /** Clock, chance and order of the events. */
  readonly build: EventBuilders;
  readonly facilities: readonly string[];
  /** References and ids begin so: logs with different prefixes can share tables. */
  readonly prefix: string;
};

const units = ['W25357@2025', 'W25360@2025'];
const businessKinds = ['pawnshop', 'karaoke', 'other'] as const;
const hour = 3_600_000;
/** So few that most of what is told is an amendment of something, and days of validity meet. */
const most = { trips: 6, businesses: 3, inspections: 4, outages: 3, days: 12 };

/** Coach trips, businesses, inspections and outages as registration writes them: told, amended, called off or withdrawn, lower revisions that come late. */
export const randomCompliance = ({ build, facilities, prefix }: RandomComplianceOptions) => {
  const { random, clock } = build;
  const coach = `${prefix}-coach`;
  const highest = new Map<string, number>();
  const day = (): string => localDay(clock.now(), random.below(most.days));
  const time = (): string => instant(clock.now() - random.below(most.days * 24) * hour);

  /** The reference and the revision of what is told next of one of `count`: mostly the highest so far, or one above it, or below. */
  const claim = (what: string, count: number): { readonly ref: string; readonly revision: number } => {
    const ref = `${prefix}-${what}${random.below(count)}`;
    const known = highest.get(ref) ?? 0;
    const dice = random.below(10);
    const revision = dice < 3 ? known + 1 : dice > 7 ? Math.max(0, known - 1) : known;
    highest.set(ref, Math.max(known, revision));
    return { ref, revision };
  };

  const kinds: readonly (() => AnyEvent)[] = [
    () => build.coachTripReported({
      ...claim('t', most.trips), facility: coach, departsAt: time(), arrivesAt: random.chance(0.5) ? time() : null, cancelled: random.chance(0.2), route: { from: random.pick(['Tân Khai', 'Lộc Ninh']), to: random.pick(['Bến xe Miền Đông', 'Đồng Xoài']) },
    }),
    () => {
      const readers = random.below(3);
      return build.businessRegistered({
        id: `${prefix}-b${random.below(most.businesses)}`, kind: random.pick(businessKinds), unit: random.pick(units), readers, readersSince: readers > 0 && random.chance(0.7) ? day() : null,
        validFrom: day(), closedOn: random.chance(0.2) ? day() : null,
      });
    },
    () => {
      const guestsFound = random.below(14);
      return build.inspectionRecorded({ ...claim('i', most.inspections), facility: random.pick(facilities), on: day(), guestsFound, unreported: random.below(guestsFound + 1), withdrawn: random.chance(0.2) });
    },
    () => {
      const scope = random.pick(['all', 'unit', 'facility'] as const);
      return build.outageDeclared({
        ...claim('o', most.outages), scope, target: scope === 'all' ? '' : random.pick(scope === 'unit' ? units : facilities), from: time(), until: random.chance(0.7) ? instant(clock.now()) : null,
        cause: random.pick(['power', 'network', 'software']), withdrawn: random.chance(0.2),
      });
    },
  ];
  return {
    /** The operator of the coaches. */
    open: (): AnyEvent => build.facilityRegistered({ ...facilityFields(), id: coach, kind: 'coach', model: 12, tourism: false, rooms: null, beds: null, stars: null, unit: random.pick(units) }),
    /** What is taken in next. */
    next: (): AnyEvent => random.pick(kinds)(),
  };
};

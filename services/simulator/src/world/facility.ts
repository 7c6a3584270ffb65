import { createDraw, weigh, type Draw } from '../random.ts';
import { reformDay, type Settled } from '../options.ts';
import { behaviours, type Behaviour, type StayKind } from './behaviour.ts';
import { facilityName, idWords } from './names.ts';
import { facilityMix, formerUnits, presentUnits, type UnitPlan } from './preset.ts';

/** A body of POST and PUT /v1/facilities. */
export type FacilityBody = {
  readonly id: string; readonly kind: StayKind | 'coach'; readonly name: string; readonly unit: string; readonly rooms: number; readonly beds: number; readonly stars?: number;
  readonly remote: boolean; readonly lat: number; readonly lon: number; readonly validFrom: string;
};

/** A facility as it is registered, and the changes that follow, by `validFrom`. */
export type FacilityPlan = { readonly id: string; readonly body: FacilityBody; readonly changes: readonly FacilityBody[] };

/** Every version of a facility, by `validFrom`. */
export const versionsOf = ({ body, changes }: Pick<FacilityPlan, 'body' | 'changes'>): readonly FacilityBody[] => [body, ...changes];

/** Unit of a facility on a local day; '' before its first. */
export const unitOn = (plan: Pick<FacilityPlan, 'body' | 'changes'>, day: string): string => versionsOf(plan).findLast(({ validFrom }) => validFrom <= day)?.unit ?? '';

/** How a facility's software sends. `single`: a request for each thing that happens. The others: a file of new guests at set hours, everything else singly. */
type FeedStyle = 'single' | 'json' | 'ndjson' | 'csv';

/** A facility of the district with what is known of it beside its registration. */
export type Facility = {
  readonly index: number;
  readonly plan: FacilityPlan;
  readonly behaviour: Behaviour;
  readonly kind: StayKind;
  readonly remote: boolean;
  readonly rooms: readonly string[];
  /** GSO code of its commune. */
  readonly ward: string;
  readonly style: FeedStyle;
  /** Whether records say when the guest was registered at the desk. */
  readonly tellsWhen: boolean;
  /** Whether a change is sent as the whole record again. */
  readonly wholeRecord: boolean;
  /** Whether identity cards are scanned: their QR text stands for the guest. */
  readonly scans: boolean;
  readonly numbersRevisions: boolean;
  readonly reportsEmptyDays: boolean;
  /** Whether leaving and staying longer are told as the lodging portal has it (its API 12): by document, without a reference. */
  readonly usesPortal: boolean;
};

const facilityStream = 1;

/** Every facility of a district, coaches included (their `behaviour` is missing: they register no stays). */
export const buildFacilities = (options: Settled): { readonly plans: readonly FacilityPlan[]; readonly facilities: readonly Facility[] } => {
  const units = options.preset === 'present' ? presentUnits : formerUnits;
  const choice = weigh(units.map((unit) => [unit, unit.weight] as const));
  const plans: FacilityPlan[] = [];
  const facilities: Facility[] = [];
  for (const { kind, count, rooms: [least, most] } of facilityMix) {
    for (let number = 1; number <= count; number += 1) {
      const index = plans.length;
      const draw = createDraw(options.seed, facilityStream, index);
      // Every unit has facilities, whatever the seed: the first ones are dealt out in turn.
      const unit = index < units.length ? (units[index] ?? draw.weighted(choice)) : draw.weighted(choice);
      const rooms = draw.between(least, most);
      const plan = planOf(options, { kind, number, rooms, unit, draw });
      plans.push(plan);
      if (kind !== 'coach') facilities.push(facilityOf(options, { index, plan, kind, rooms, unit, draw }));
    }
  }
  return { plans, facilities };
};

type Planning = { readonly kind: StayKind | 'coach'; readonly number: number; readonly rooms: number; readonly unit: UnitPlan; readonly draw: Draw };

const planOf = ({ preset, idPrefix }: Settled, { kind, number, rooms, unit, draw }: Planning): FacilityPlan => {
  const beds = kind === 'coach' ? 0 : rooms * behaviours[kind].bedsEach;
  const near = (degrees: number): number => Math.round((degrees + (draw.fraction() - 0.5) * 0.04) * 10_000) / 10_000;
  const body: FacilityBody = {
    id: `${idPrefix}${idWords[kind]}-${String(number).padStart(2, '0')}`, kind, name: facilityName(kind, number), unit: unit.uid, rooms, beds, ...(kind === 'hotel' ? { stars: draw.between(1, 3) } : {}),
    remote: unit.remote === true, lat: near(unit.lat), lon: near(unit.lon), validFrom: preset === 'present' ? reformDay : '2020-01-01',
  };
  return { id: body.id, body, changes: unit.successor === undefined ? [] : [{ ...body, unit: unit.successor, validFrom: reformDay }] };
};

const styles = weigh<FeedStyle>([['single', 50], ['ndjson', 18], ['json', 16], ['csv', 16]]);

const facilityOf = ({ faults }: Settled, { index, plan, kind, rooms, unit, draw }: Omit<Planning, 'number' | 'kind'> & { readonly index: number; readonly plan: FacilityPlan; readonly kind: StayKind }): Facility => {
  const style = kind === 'household' || kind === 'official-residence' ? 'single' : draw.weighted(styles);
  const perFloor = 10;
  return {
    index, plan, kind, behaviour: behaviours[kind], remote: unit.remote === true,
    rooms: Array.from({ length: rooms }, (_, room) => String((Math.floor(room / perFloor) + 1) * 100 + (room % perFloor) + 1)),
    ward: unit.uid.slice(1, 6),
    style,
    tellsWhen: style !== 'single' && draw.chance(0.8),
    wholeRecord: style !== 'single' && draw.chance(faults.wholeRecord),
    scans: style === 'single' && draw.chance(0.3),
    numbersRevisions: draw.chance(0.5),
    reportsEmptyDays: draw.chance(0.7),
    usesPortal: style === 'single' && draw.chance(0.25),
  };
};

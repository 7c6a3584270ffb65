import type { IncidentUpdated } from '@da06/events';
import type { TruthIncident } from '@da06/simulator';
import { createRandom, eventBuilders, fixedClock, type AnyEvent } from '@da06/testkit';
import { factsOf } from '../population/facts.ts';
import { mapUnits, publishMap, unitsOn } from '../population/random-units.ts';
import { dayOf, type IncidentFacts } from './facts.ts';

export type RandomIncidentsOptions = { readonly seed: number; readonly from: string; readonly days: number; readonly incidents: number };

const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const kinds = ['crime', 'crime', 'crime', 'traffic-accident', 'traffic-accident', 'denunciation', 'drug', 'cyber'] as const;
/** Moments where a day, a month of either calendar, a year of either, or a reform ends. */
const edges = ['2024-02-29', '2024-03-01', '2024-12-15', '2025-01-01', '2025-01-15', '2025-06-15', '2025-07-01', '2025-12-15'].map((day) => Date.parse(`${day}T00:00:00+07:00`));

/** Incidents at the edges of days, months and years, told again, handled late or never, withdrawn, unfounded, of lower revisions that come late; in units of a reform of which one has no known number of people. */
export const randomIncidents = ({ seed, from, days, incidents }: RandomIncidentsOptions): { readonly events: readonly AnyEvent[]; readonly facts: IncidentFacts } => {
  const random = createRandom(seed);
  const start = Date.parse(`${from}T00:00:00+07:00`);
  const end = start + days * 24 * hour;
  const clock = fixedClock(iso(start - 24 * hour));
  const build = eventBuilders({ clock, random });
  const peopled = mapUnits.map((unit, index) => build.unitPublished({ ...unit, population: unit.uid === 'W4@old' ? 0 : 4_000 + index * 3_000 }));
  const district = build.unitPublished({ ...mapUnits[0], uid: 'D694@2009', code: '694', level: 'district', population: 40_000, validFrom: '2009-08-11', validTo: '2025-06-30', projections: [], areas: [] });
  const events: AnyEvent[] = [...publishMap(build), ...peopled, district];
  const within = edges.filter((edge) => edge > start && edge < end);

  type Body = Omit<TruthIncident, 'receivedAt' | 'kind' | 'channel' | 'outcome' | 'means'> & Pick<IncidentUpdated['data'], 'kind' | 'channel' | 'outcome' | 'means'>;
  const momentOf = (): number => (within.length > 0 && random.chance(0.2) ? random.pick(within) + random.pick([-1, 0, 1]) : start + random.below(days * 24 * 60) * 60_000);
  const bodyOf = (ref: string, revision: number, happened: number): Body => {
    const reported = happened + random.pick([0, 1, 5, 30]) * hour;
    const kind = random.pick(kinds);
    const handled = random.chance(0.7) ? reported + random.pick([0, 3, 24, 25, 480, 481]) * hour : null;
    return {
      ref, revision, kind, unit: random.chance(0.95) ? random.pick(unitsOn(dayOf(happened))) : 'elsewhere', happenedAt: random.chance(0.85) ? iso(happened) : null, reportedAt: iso(reported), handledAt: handled === null ? null : iso(handled), channel: 'phone',
      outcome: random.pick(['open', 'solved', 'unfounded'] as const), deaths: random.below(2), injured: random.below(4), damageVnd: random.below(90) * 1_000_000, suspects: random.below(3), means: kind === 'traffic-accident' ? 'road' : '', withdrawn: random.chance(0.05),
    };
  };
  const tellings = Array.from({ length: incidents }, (_, index) => {
    const happened = momentOf();
    return Array.from({ length: 1 + random.below(3) }, (__, time) => ({ at: happened + (31 + time * random.below(900)) * hour, body: bodyOf(`V-${String(index)}`, random.below(3), happened) }));
  }).flat().sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  const told = tellings.map(({ at, body }): TruthIncident => {
    clock.set(at);
    const { deaths, injured, damageVnd, withdrawn, ...rest } = body;
    const whole = { ...rest, losses: { deaths, injured, damageVnd } };
    events.push(!seen.has(body.ref) && !withdrawn ? build.incidentRecorded(whole) : build.incidentUpdated({ ...whole, withdrawn }));
    seen.add(body.ref);
    return { ...body, receivedAt: iso(at) };
  });
  return { events, facts: { told, units: factsOf(events).units, asOf: tellings.at(-1)?.at ?? start } };
};

import { dayMs, instant, localDay } from '@da06/domain';
import { createDraw, type Draw } from '../random.ts';
import { unitOn, type Facility } from '../world/facility.ts';
import type { House } from '../stays/plan-day.ts';
import { put, type Beside, type Planner } from './beside.ts';
import type { Presences } from './presences.ts';
import type { TruthInspection } from './truth.ts';

const inspectionStream = 91;
const minute = 60_000;
const hour = 3_600_000;

/** Inspections of a night, four a week. */
const aNight = 4 / 7;
/** Share of those that go where nothing was heard of that day, if there is such a house. */
const toSilent = 0.5;
const corrected = 0.12;
const withdrawn = 0.08;

type Deps = { readonly seed: number; readonly start: number; readonly houses: readonly House[]; readonly presences: Presences };

/** Inspections of the night before, as the commune's police write them down in the morning, and what they mend of them in the afternoon. */
export const createInspections = ({ seed, start, houses, presences }: Deps): Planner => (day) => {
  if (day === 0) return [];
  const draw = createDraw(seed, inspectionStream, day);
  const night = start + (day - 1) * dayMs;
  return Array.from({ length: draw.count(aNight) }, (_, number) => {
    const silent = houses.filter(({ downtimes }) => downtimes.isSilentDay(day - 1));
    const { facility } = draw.pick(silent.length > 0 && draw.chance(toSilent) ? silent : houses);
    return inspectionOf(draw, { facility, ref: `kt-${localDay(night).slice(2).replaceAll('-', '')}-${number + 1}`, at: night + 23 * hour + draw.between(5, 50) * minute, presences });
  }).flat();
};

type Visit = { readonly facility: Facility; readonly ref: string; readonly at: number; readonly presences: Presences };

const inspectionOf = (draw: Draw, { facility, ref, at, presences }: Visit): Beside[] => {
  const on = localDay(at);
  const written = at + draw.between(9 * 60, 11 * 60) * minute;
  const what = draw.chance(corrected) ? 'corrected' : draw.chance(withdrawn) ? 'withdrawn' : 'kept';
  const told = (revision: number, sentAt: number, isWithdrawn: boolean): Beside => ({
    at: sentAt,
    tell: () => {
      const found = presences.at(facility, at);
      // Whom the first writing missed were hidden: one guest, where there is one.
      const missed = revision === 0 && what === 'corrected' ? Math.min(1, found.unreported) : 0;
      const body = { on, by: unitOn(facility.plan, on), guestsFound: found.guestsFound - missed, unreported: found.unreported - missed, revision, withdrawn: isWithdrawn };
      const id = facility.plan.id;
      const telling: TruthInspection = { facility: id, ref, ...body, receivedAt: instant(sentAt) };
      return { sending: put(sentAt, '@inspections', `/v1/facilities/${id}/inspections/${ref}`, body, { about: 'inspection' }), tellings: { inspections: [telling] } };
    },
  });
  const first = told(0, written, false);
  return what === 'kept' ? [first] : [first, told(1, written + draw.between(2 * 60, 5 * 60) * minute, what === 'withdrawn')];
};

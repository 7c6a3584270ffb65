import { dayMs, instant, localDay } from '@da06/domain';
import { isoLocal } from '../feed/item.ts';
import { reformDay, type Settled } from '../options.ts';
import { createDraw, weigh, type Draw } from '../random.ts';
import { formerUnits, presentUnits, type UnitPlan } from '../world/preset.ts';
import { put, type Beside, type Planner } from './beside.ts';
import type { TruthIncident } from './truth.ts';

const incidentStream = 95;
const minute = 60_000;
const hour = 3_600_000;

/** Incidents of a day in the whole district: more than there are, so that a few weeks have months of each size. */
const aDay = 7;
const timeKnown = 0.9;
const handled = 0.85;
const withdrawn = 0.04;
/** Told once more under a lower revision, late: it overrides nothing. */
const lowerLater = 0.05;

const kinds = weigh([['crime', 20], ['traffic-accident', 22], ['public-order', 14], ['denunciation', 12], ['social-evil', 10], ['drug', 8], ['fire-explosion', 3], ['cyber', 3], ['economic', 2], ['environment', 1], ['other', 2]] as const);
const channels = weigh([['phone', 30], ['in-person', 20], ['hotline-113', 20], ['vneid', 10], ['patrol', 8], ['traffic', 6], ['camera', 4], ['other-unit', 2]] as const);
const outcomes = weigh([['solved', 40], ['administrative', 30], ['prosecuted', 12], ['transferred', 8], ['unfounded', 10]] as const);

type Body = Omit<TruthIncident, 'ref' | 'receivedAt' | 'revision' | 'withdrawn' | 'handledAt' | 'outcome'>;

/** Incidents as the police write them down, and what comes of them, on the day on which it is written down. */
export const createIncidents = (options: Settled, start: number): Planner => {
  const waiting = new Map<number, Beside[]>();
  return (day) => {
    const draw = createDraw(options.seed, incidentStream, day);
    const midnight = start + day * dayMs;
    Array.from({ length: draw.count(aDay) }, (_, number) => `${options.idPrefix}vv-${localDay(midnight).slice(2).replaceAll('-', '')}-${number + 1}`)
      .flatMap((ref) => incidentOf(draw, options, { ref, midnight }))
      .forEach((one) => {
        const on = Math.floor((one.at - start) / dayMs);
        waiting.set(on, [...(waiting.get(on) ?? []), one]);
      });
    const today = waiting.get(day) ?? [];
    waiting.delete(day);
    return today;
  };
};

const unitOf = (draw: Draw, { preset }: Settled, day: string): string => {
  const units: readonly UnitPlan[] = preset === 'present' ? presentUnits : formerUnits;
  const unit = draw.weighted(weigh(units.map((one) => [one, one.weight])));
  return day >= reformDay ? (unit.successor ?? unit.uid) : unit.uid;
};

const incidentOf = (draw: Draw, options: Settled, { ref, midnight }: { readonly ref: string; readonly midnight: number }): Beside[] => {
  const kind = draw.weighted(kinds);
  const happened = midnight + draw.below(24 * 60) * minute;
  const reported = happened + draw.between(0, 300) * minute;
  const isAccident = kind === 'traffic-accident';
  const body: Body = {
    kind, unit: unitOf(draw, options, localDay(happened)), happenedAt: draw.chance(timeKnown) ? instant(happened) : null, reportedAt: instant(reported), channel: draw.weighted(channels),
    deaths: isAccident && draw.chance(0.05) ? 1 : 0, injured: isAccident ? draw.below(3) : 0, damageVnd: draw.chance(0.4) ? draw.between(1, 60) * 500_000 : 0, suspects: draw.below(4), means: isAccident ? (draw.chance(0.96) ? 'road' : 'water') : '',
  };
  const written = reported + draw.between(5, 60) * minute;
  const first = telling(ref, { ...body, revision: 0, handledAt: null, outcome: 'open', withdrawn: false }, written);
  if (draw.chance(withdrawn)) return [first, telling(ref, { ...body, revision: 1, handledAt: null, outcome: 'open', withdrawn: true }, written + 3 * hour)];
  if (!draw.chance(handled)) return [first];
  const done = reported + (kind === 'denunciation' ? draw.between(24, 25 * 24) * hour : draw.between(30, 40 * 60) * minute);
  const end = telling(ref, { ...body, revision: 2, handledAt: instant(done), outcome: draw.weighted(outcomes), withdrawn: false }, Math.max(done, written) + draw.between(5, 120) * minute);
  return draw.chance(lowerLater) ? [first, end, telling(ref, { ...body, revision: 1, suspects: body.suspects + 1, handledAt: null, outcome: 'open', withdrawn: false }, end.at + hour)] : [first, end];
};

const telling = (ref: string, told: Omit<TruthIncident, 'ref' | 'receivedAt'>, at: number): Beside => ({
  at,
  tell: () => {
    const { happenedAt, reportedAt, handledAt, deaths, injured, damageVnd, means, withdrawn: isWithdrawn, ...rest } = told;
    const local = (moment: string | null): string | null => (moment === null ? null : isoLocal(Date.parse(moment)));
    const body = { ...rest, happenedAt: local(happenedAt), reportedAt: local(reportedAt), handledAt: local(handledAt), losses: { deaths, injured, damageVnd }, means: means === '' ? null : means, status: isWithdrawn ? 'withdrawn' : 'recorded' };
    return { sending: put(at, '@incidents', `/v1/incidents/${ref}`, body, { about: 'incident' }), tellings: { incidents: [{ ref, ...told, receivedAt: instant(at) }] } };
  },
});

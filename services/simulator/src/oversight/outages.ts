import { dayMs, instant, localDay } from '@da06/domain';
import { isoLocal } from '../feed/item.ts';
import { createDraw, type Draw } from '../random.ts';
import type { House } from '../stays/plan-day.ts';
import { unitOn } from '../world/facility.ts';
import { put, type Beside, type Planner } from './beside.ts';
import type { TruthOutage } from './truth.ts';

const outageStream = 92;
const minute = 60_000;
const hour = 3_600_000;

/** Share of feeds' outages that somebody declares, where they are not meant to be; of those, the ones that turn out to have been the facility's own fault. */
const declared = 0.75;
const withdrawn = 0.1;
/** Of a day: power fails in a commune, or the central system, for some hours. No feed is down for it: it is a reason to be late. */
const powerFails = 0.03;
const centralFails = 0.015;

type Deps = { readonly seed: number; readonly start: number; readonly houses: readonly House[]; /** Begins every reference. */ readonly idPrefix: string };
type Case = Pick<TruthOutage, 'ref' | 'scope' | 'target' | 'cause'> & { readonly from: number; readonly until: number; readonly isWithdrawn: boolean };

/** Outages that are declared on their day, open, and closed when they are over. */
export const createOutages = ({ seed, start, houses, idPrefix }: Deps): Planner => {
  const ending = new Map<number, Beside[]>();
  const dayOf = (at: number): number => Math.floor((at - start) / dayMs);
  return (day) => {
    const midnight = start + day * dayMs;
    const found: Beside[] = [];
    for (const one of casesOf(createDraw(seed, outageStream, day), { houses, day, midnight, idPrefix })) {
      found.push(telling(one, one.from + hour, 0));
      const end = telling(one, one.until + 5 * minute, 1);
      const own = ending.get(dayOf(end.at)) ?? [];
      ending.set(dayOf(end.at), [...own, end]);
    }
    const ended = ending.get(day) ?? [];
    ending.delete(day);
    return [...found, ...ended];
  };
};

type OneDay = Pick<Deps, 'houses' | 'idPrefix'> & { readonly day: number; readonly midnight: number };

const casesOf = (draw: Draw, { houses, day, midnight, idPrefix }: OneDay): Case[] => {
  const date = localDay(midnight);
  const cases: Case[] = [];
  const ref = (): string => `${idPrefix}sc-${date.slice(2).replaceAll('-', '')}-${cases.length + 1}`;
  for (const { facility, downtimes } of houses) {
    const down = downtimes.at(midnight + 6 * hour);
    if (down === undefined || down.silent || down.firstDay !== day || !(down.meant || draw.chance(declared))) continue;
    cases.push({ ref: ref(), scope: 'facility', target: facility.plan.id, cause: draw.chance(0.6) ? 'network' : 'software', from: down.from, until: down.until, isWithdrawn: !down.meant && draw.chance(withdrawn) });
  }
  const hours = (): Pick<Case, 'from' | 'until'> => {
    const from = midnight + draw.between(15 * 60, 22 * 60) * minute;
    return { from, until: from + draw.between(2 * 60, 9 * 60) * minute };
  };
  if (draw.chance(powerFails)) cases.push({ ref: ref(), scope: 'unit', target: unitOn(draw.pick(houses).facility.plan, date), cause: 'power', ...hours(), isWithdrawn: false });
  if (draw.chance(centralFails)) cases.push({ ref: ref(), scope: 'all', target: '', cause: 'central', ...hours(), isWithdrawn: false });
  return cases;
};

/** Revision 0 declares it open, revision 1 tells its end or takes it back. */
const telling = ({ ref, scope, target, cause, from, until, isWithdrawn }: Case, at: number, revision: 0 | 1): Beside => ({
  at,
  tell: () => {
    const end = revision === 0 ? null : until;
    const common = { scope, target, cause, revision, withdrawn: revision === 1 && isWithdrawn };
    return {
      sending: put(at, '@outages', `/v1/outages/${ref}`, { ...common, from: isoLocal(from), until: end === null ? null : isoLocal(end) }, { about: 'outage' }),
      tellings: { outages: [{ ref, ...common, from: instant(from), until: end === null ? null : instant(end), receivedAt: instant(at) }] },
    };
  },
});

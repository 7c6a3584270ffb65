import { dayMs, instant, localDay } from '@da06/domain';
import { reformDay, type Settled } from '../options.ts';
import { createDraw } from '../random.ts';
import { formerUnits, presentUnits, type UnitPlan } from '../world/preset.ts';
import { put, type Beside, type Planner } from './beside.ts';
import { businessKinds, type TruthBusiness } from './truth.ts';

const businessStream = 93;
const minute = 60_000;
const hour = 3_600_000;
const howMany = 16;

/** Of a day and business: it gets another reader; it tells that it will close in a week. */
const equipped = 0.012;
const closes = 0.002;

type Body = Omit<TruthBusiness, 'id' | 'receivedAt'>;
type Business = { readonly id: string; readonly unit: UnitPlan; readonly first: Body };

/** Businesses that have to have an ID-card reader: registered on the first day, equipped one after the other, some closed. */
export const createBusinesses = (options: Settled, start: number): Planner => {
  const current = new Map<Business, Body>();
  const businesses = Array.from({ length: howMany }, (_, index) => businessOf(options, index));
  for (const business of businesses) current.set(business, business.first);
  return (day) => {
    const midnight = start + day * dayMs;
    if (day === 0) return businesses.flatMap((business, index) => versionsOf(business, business.first).map((body, version) => telling(business, body, midnight + (index * 2 + version) * 1_000)));
    const draw = createDraw(options.seed, businessStream, howMany, day);
    return businesses.flatMap((business) => {
      const body = current.get(business) ?? business.first;
      const on = localDay(midnight);
      const [isEquipped, isClosing, at] = [draw.chance(equipped), draw.chance(closes), midnight + 9 * hour + draw.below(6 * 60) * minute];
      if (body.closedOn !== null || (!isEquipped && !isClosing)) return [];
      const next = { ...body, ...(isEquipped && { readers: body.readers + 1, readersSince: body.readersSince ?? on }), ...(isClosing && { closedOn: localDay(midnight + 7 * dayMs) }), unit: on >= reformDay ? (business.unit.successor ?? body.unit) : body.unit, validFrom: on };
      current.set(business, next);
      return versionsOf(business, next).map((version, index) => telling(business, version, at + index * 1_000));
    });
  };
};

const businessOf = ({ preset, seed, idPrefix }: Settled, index: number): Business => {
  const draw = createDraw(seed, businessStream, index);
  const units = preset === 'present' ? presentUnits : formerUnits;
  const unit = draw.pick(units);
  const validFrom = preset === 'present' ? reformDay : '2020-01-01';
  const readers = draw.chance(0.4) ? draw.between(1, 2) : 0;
  return { id: `${idPrefix}kd-${String(index + 1).padStart(2, '0')}`, unit, first: { kind: businessKinds[index % businessKinds.length] ?? 'other', unit: unit.uid, readers, readersSince: readers > 0 ? validFrom : null, validFrom, closedOn: null } };
};

/** What holds now, and what of it holds from the reform on, in the unit that follows. */
const versionsOf = ({ unit }: Business, body: Body): readonly Body[] => (unit.successor === undefined || body.validFrom >= reformDay ? [body] : [body, { ...body, unit: unit.successor, validFrom: reformDay }]);

const telling = ({ id }: Business, body: Body, at: number): Beside => ({
  at,
  tell: () => ({ sending: put(at, '@businesses', `/v1/businesses/${id}`, body, { about: 'business' }), tellings: { businesses: [{ id, ...body, receivedAt: instant(at) }] } }),
});

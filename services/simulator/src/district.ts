import { dayMs, localMidnight } from '@da06/domain';
import { AppError } from '@da06/errors';
import { createDowntimes } from './feed/downtime.ts';
import { emit, type Emitted } from './feed/emit.ts';
import type { Message } from './feed/message.ts';
import { createOutbox, type Outbox } from './feed/outbox.ts';
import type { Sending } from './feed/sending.ts';
import { settle, type DistrictOptions, type Settled } from './options.ts';
import { createRegistryOffice } from './people/registry-office.ts';
import { createRegulars } from './people/regulars.ts';
import type { Beside } from './oversight/beside.ts';
import { createBusinesses } from './oversight/businesses.ts';
import { createIncidents } from './oversight/incidents.ts';
import { createInspections } from './oversight/inspections.ts';
import { createOutages } from './oversight/outages.ts';
import { createPresences, type Presence } from './oversight/presences.ts';
import { createTrips } from './oversight/trips.ts';
import { planDay, type House, type World } from './stays/plan-day.ts';
import { createRecorder } from './truth/recorder.ts';
import type { Truth } from './truth/truth.ts';
import { buildFacilities, type Facility, type FacilityPlan } from './world/facility.ts';
import { createRooms } from './world/rooms.ts';

/** A synthetic district: who registers stays in it, what they send, and what is true. */
export type District = {
  readonly facilities: readonly FacilityPlan[];
  /**
   * Everything that is sent before the end of the last day, in the order of `at`; made day by day, so that memory does not grow with the days.
   * A district of more days sends the same and more. With `after`: only what is sent after that moment (Unix ms).
   */
  readonly sendings: (options?: { readonly after?: number }) => Iterable<Sending>;
  /** What the system must know after all of it, or after what is sent up to `until` (Unix ms). @throws RangeError for endless days without `until`. */
  readonly truth: (options?: { readonly until?: number }) => Truth;
};

/** Makes a district. The same options give the same bytes. @throws AppError `config.invalid`. */
export const createDistrict = (options: DistrictOptions): District => {
  const settled = settle(options);
  const { plans, facilities } = buildFacilities(settled);
  const unknown = settled.downtimes.filter(({ facility }) => !facilities.some(({ plan }) => plan.id === facility));
  if (unknown.length > 0) throw new AppError('config.invalid', { detail: `downtimes: ${unknown.map(({ facility }) => facility).join(', ')} is no facility that registers stays` });
  const made: Made = { settled, plans, facilities, start: localMidnight(settled.from) };
  return {
    facilities: plans,
    sendings: function* ({ after = Number.NEGATIVE_INFINITY } = {}) {
      for (const { sending } of walk(made, { after })) if (sending.at > after) yield sending;
    },
    truth: ({ until = Number.POSITIVE_INFINITY } = {}) => {
      if (!Number.isFinite(settled.days) && !Number.isFinite(until)) throw new RangeError('The truth of endless days needs an end.');
      const recorder = createRecorder();
      for (const emitted of walk(made, { until, miss: recorder.miss })) recorder.add(emitted);
      return recorder.truth(settled, made.start, plans);
    },
  };
};

type Span = { readonly after?: number; readonly until?: number; /** Told of guests of whom nothing will be taken. */ readonly miss?: (presence: Presence) => void };
type Made = { readonly settled: Settled; readonly plans: readonly FacilityPlan[]; readonly facilities: readonly Facility[]; readonly start: number };

/** Lives through the days: plans one, then sends what is to be sent on it, up to a moment. What is sent up to `after` has no body. */
function* walk({ settled, plans, facilities, start }: Made, { after = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY, miss }: Span): Generator<Emitted> {
  const waiting = new Map<number, Message[]>();
  let order = 0;
  const post = (message: Message): void => {
    const day = Math.floor((message.at - start) / dayMs);
    const own = waiting.get(day);
    if (own === undefined) waiting.set(day, [message]);
    else own.push(message);
  };
  const outboxes = new Map<Facility, Outbox>();
  const houses: House[] = facilities.map((facility) => {
    const downtimes = createDowntimes({ seed: settled.seed, facility: facility.index, start, faults: settled.faults, planned: settled.downtimes.filter((planned) => planned.facility === facility.plan.id) });
    const outbox = createOutbox({ facility, downtimes, faults: settled.faults, post, nextOrder: () => (order += 1) });
    outboxes.set(facility, outbox);
    return { facility, rooms: createRooms(facility), downtimes, outbox };
  });
  const presences = createPresences();
  const note = (presence: Presence): void => {
    if (settled.oversight) presences.note(presence);
    if (presence.stay === undefined && presence.arrivedAt <= until) miss?.(presence);
  };
  const planners = settled.oversight ? [createBusinesses(settled, start), createOutages({ seed: settled.seed, start, houses, idPrefix: settled.idPrefix }), createTrips(settled, start, plans), createInspections({ seed: settled.seed, start, houses, presences }), createIncidents(settled, start)] : [];
  const world: World = { options: settled, start, office: createRegistryOffice(), regulars: createRegulars(), note };
  for (let day = 0; day < settled.days; day += 1) {
    for (const house of houses) planDay(world, house, day);
    presences.forget(start + (day - 1) * dayMs);
    const today = (waiting.get(day) ?? []).sort((a, b) => a.at - b.at || a.facility.index - b.facility.index || a.order - b.order);
    waiting.delete(day);
    const beside = planners.flatMap((planned) => planned(day)).sort((a, b) => a.at - b.at);
    for (const one of inTime(today, beside)) {
      if (one.at > until) return;
      if ('tell' in one) {
        yield { ...one.tell(), appeared: [] };
        continue;
      }
      if (one.what === 'file') outboxes.get(one.facility)?.close(one.at);
      yield emit(one, one.at > after);
    }
  }
}

/** Both in the order of their times; of one moment the messages of feeds first. */
function* inTime(messages: readonly Message[], beside: readonly Beside[]): Generator<Message | Beside> {
  let next = 0;
  for (const message of messages) {
    for (let other = beside[next]; other !== undefined && other.at < message.at; other = beside[next]) {
      yield other;
      next += 1;
    }
    yield message;
  }
  yield* beside.slice(next);
}

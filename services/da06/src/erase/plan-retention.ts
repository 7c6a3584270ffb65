import { dayMs, localMidnight, mergeRegisters, monthsBefore } from '@da06/domain';
import { topics } from '@da06/events';
import { planRegisterRetention } from './plan-register-retention.ts';
import { planTripRetention } from './plan-trip-retention.ts';
import { findStayEvent } from './stay-events.ts';
import type { SealedStayEvent } from './stay-events.ts';
import { walkStays } from './walk-stays.ts';
import type { OnRecords, ReadableLog } from './walk-stays.ts';

export type RetentionRule = {
  /** Local day YYYY-MM-DD. */
  readonly asOf: string;
  /** Calendar months after its end for which the identity of a stay is kept, and that of a resident or worker after the last day on which anything of theirs held. */
  readonly identityMonths: number;
  /** Calendar months after its end for which the plate of a coach's trip is kept. */
  readonly manifestMonths: number;
  /** Facilities under a legal hold. */
  readonly holdFacilities: readonly string[];
};

export type RetentionPlan = {
  /** The first local day whose stays are kept: what ended before it is due. */
  readonly cutoff: string;
  /** Stays that are due and have an envelope. */
  readonly stays: number;
  /** Records of the registers that are due and have an envelope. */
  readonly registerRecords: number;
  /** Coach trips that are due. */
  readonly trips: number;
  /** The first local day whose trips are kept. */
  readonly tripCutoff: string;
  /** Stays and trips that would be due and are held. */
  readonly held: number;
  readonly keyIds: ReadonlySet<string>;
};

/** A stay that tells neither when it ended nor when it should is taken for one of this length, the longest that is a stay. */
const longestStayMs = 30 * dayMs;

/** Stays are folded in parts, each of a share of the log, so that memory does not grow with it. */
const recordsAtOnce = 200_000;

/**
 * Keys of envelopes of stays that ended before the cutoff: by the departure, else the expected one, else 30 days after the arrival (after the
 * receipt, while no arrival is known), and of records of the registers whose person is gone (plan-register-retention.ts),
 * and of coach trips, by a time of their own (plan-trip-retention.ts). A key that something which is
 * kept uses too, of the same person and request, stays.
 */
export const planRetention = async (log: ReadableLog, rule: RetentionRule, onRecords: OnRecords = () => {}): Promise<RetentionPlan> => {
  const cutoff = monthsBefore(rule.asOf, rule.identityMonths);
  const before = localMidnight(cutoff);
  const hold = new Set(rule.holdFacilities);
  const [due, kept] = [new Set<string>(), new Set<string>()];
  const counts = { stays: 0, held: 0 };
  const records = Number((await log.ends(topics.stays)).reduce((sum, end) => sum + end, 0n));
  const parts = Math.max(1, Math.ceil(records / recordsAtOnce));
  for (let part = 0; part < parts; part += 1) {
    const events = new Map<string, SealedStayEvent[]>();
    await walkStays(
      log,
      ({ key }, bytes) => {
        if (shareOf(key, parts) !== part) return;
        const event = findStayEvent(bytes);
        if (event === undefined) return;
        const of = events.get(key);
        if (of === undefined) events.set(key, [event]);
        else of.push(event);
      },
      (done, total) => onRecords(part * total + done, (parts + 2) * total),
    );
    for (const of of events.values()) {
      const keyIds = of.flatMap(({ keyId }) => keyId ?? []);
      const ended = endedAt(of) < before;
      const isHeld = ended && hold.has(of[0]?.facility ?? '');
      if (keyIds.length > 0 && ended) counts[isHeld ? 'held' : 'stays'] += 1;
      for (const keyId of keyIds) (ended && !isHeld ? due : kept).add(keyId);
    }
  }
  const registers = await planRegisterRetention(log, cutoff, (done, total) => onRecords(parts * total + done, (parts + 2) * total));
  const tripCutoff = monthsBefore(rule.asOf, rule.manifestMonths);
  const trips = await planTripRetention(log, { cutoff: tripCutoff, hold }, (done, total) => onRecords((parts + 1) * total + done, (parts + 2) * total));
  for (const keyId of [...trips.due, ...registers.due]) due.add(keyId);
  for (const keyId of [...kept, ...registers.kept, ...trips.kept]) due.delete(keyId);
  return { cutoff, tripCutoff, stays: counts.stays, held: counts.held + trips.held, registerRecords: registers.registerRecords, trips: trips.trips, keyIds: due };
};

const endedAt = (events: readonly SealedStayEvent[]): number => {
  const { departure, expectedDeparture, arrival } = mergeRegisters(events).groups;
  const end = departure ?? expectedDeparture;
  if (end !== undefined && end !== null) return Date.parse(end);
  return (arrival === undefined ? Math.max(...events.map(({ recordedtime }) => Date.parse(recordedtime))) : Date.parse(arrival.at)) + longestStayMs;
};

/** Which part a stay belongs to. */
const shareOf = (key: string, parts: number): number => {
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % parts;
};

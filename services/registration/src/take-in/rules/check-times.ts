import { dayMs, parseStayTime, startOfLocalDay, type StayTime } from '@da06/domain';
import type { Code } from '@da06/errors';
import { textOf, type Claim, type ClaimField, type Pointers } from '../fields/claim.ts';
import { shown } from '../fields/read-field.ts';
import type { Finding } from '../types.ts';
import type { Setting } from './setting.ts';

/** The times a record names, Unix milliseconds; null = named without a value, undefined = not named or refused. */
export type CheckedTimes = {
  readonly arrival: StayTime | undefined;
  readonly expectedAt: number | null | undefined;
  readonly departureAt: number | null | undefined;
  readonly permittedAt: number | null | undefined;
  readonly notifiedAt: number | null | undefined;
};

const clockSlack = 5 * 60_000;
const noon = 12 * 3_600_000;
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2200, 0, 1);

type Telling = { readonly claim: Claim; readonly pointers: Pointers; readonly found: Finding[] };

const say = ({ claim, pointers, found }: Telling, field: ClaimField, code: Code): void => void found.push({ pointer: pointers[field], code, received: shown(claim[field]) });

const readTime = (telling: Telling, field: ClaimField): StayTime | null | undefined => {
  const sent = telling.claim[field];
  const text = textOf(sent);
  if (text === undefined) return sent === null ? null : undefined;
  const time = parseStayTime(text);
  if (time !== undefined && time.at >= 0 && time.at < latest) return time;
  say(telling, field, 'date.format');
  return undefined;
};

/** Checks the times of a stay: what cannot be is refused; late, stale and odd is warned of (product.md: late is a fact). */
export const checkTimes = (claim: Claim, pointers: Pointers, setting: Setting, found: Finding[]): CheckedTimes => {
  const telling: Telling = { claim, pointers, found };
  const arrival = checkArrival(telling, setting);
  const expected = readTime(telling, 'expectedDeparture');
  const departure = readTime(telling, 'departure');
  const permitted = readTime(telling, 'permittedUntil');
  const notified = readTime(telling, 'notifiedAt');
  const expectedAt = endAt(expected, arrival);
  const departureAt = endAt(departure, arrival);
  if (expected && !departure && expected.at < setting.startOfYesterday) say(telling, 'expectedDeparture', 'expected-departure.past');
  if (departure && departure.at > setting.receivedAt + clockSlack) say(telling, 'departure', 'departure.future');
  if (permitted && permitted.at < setting.startOfYesterday + dayMs) say(telling, 'permittedUntil', 'permitted-until.past');
  if (notified && notified.at > setting.receivedAt) say(telling, 'notifiedAt', 'notified.future');
  if (arrival !== undefined) {
    if (expected && before(expected, arrival)) say(telling, 'expectedDeparture', 'expected-departure.before-arrival');
    if (departure && before(departure, arrival)) say(telling, 'departure', 'departure.before-arrival');
    const last = departure ? departureAt : expectedAt;
    if (typeof last === 'number' && last >= arrival.at + 30 * dayMs) say(telling, departure ? 'departure' : 'expectedDeparture', 'stay.over-30-days');
  }
  return { arrival, expectedAt, departureAt, permittedAt: endAt(permitted, undefined), notifiedAt: notified === null ? null : notified?.at };
};

const checkArrival = (telling: Telling, setting: Setting): StayTime | undefined => {
  const arrival = readTime(telling, 'arrival') ?? undefined;
  if (arrival === undefined) return undefined;
  if (arrival.at < earliest || arrival.at > setting.receivedAt + 366 * dayMs) {
    say(telling, 'arrival', 'arrival.out-of-range');
    return undefined;
  }
  if (!arrival.timeKnown) say(telling, 'arrival', 'arrival.time-missing');
  if (arrival.at < setting.startOfYesterday) say(telling, 'arrival', 'arrival.stale');
  else if (arrival.at > setting.receivedAt + (arrival.timeKnown ? clockSlack : 0)) say(telling, 'arrival', 'arrival.future');
  return arrival;
};

/** Whether one moment comes before another; days alone are compared as days. */
const before = (end: StayTime, arrival: StayTime): boolean => (end.timeKnown && arrival.timeKnown ? end.at < arrival.at : startOfLocalDay(end.at) < startOfLocalDay(arrival.at));

/** A departure given as a day alone counts as noon of it, or as the arrival if that was later on the same day: the night before is then counted, none is added. */
const endAt = (end: StayTime | null | undefined, arrival: StayTime | undefined): number | null | undefined => {
  if (end === undefined || end === null) return end;
  if (end.timeKnown) return end.at;
  const at = end.at + noon;
  return arrival !== undefined && arrival.at > at && startOfLocalDay(arrival.at) === end.at ? arrival.at : at;
};

import { dayMs, hourMs, startOfLocalDay } from '../time/vietnam-time.ts';

/** How the hours 00:00–08:00 are read: as the tail of the night before (due at 08:00), or as that calendar day (due at 23:00). A setting of the locality. */
export type NightTail = '08:00' | '23:00';

/**
 * The moment from which the notice of a Vietnamese guest is late (Law on Residence 68/2020, art. 30.4; dossier 2.1):
 * before 23:00 of the day of arrival; who arrives from 23:00 on, before 08:00 of the next day.
 * A date alone gets the latest deadline its day allows, 08:00 of the next day.
 */
export const dueDomestic = (arrival: { readonly at: number; readonly timeKnown: boolean }, nightTail: NightTail = '08:00'): number => {
  const midnight = startOfLocalDay(arrival.at);
  if (!arrival.timeKnown) return midnight + dayMs + 8 * hourMs;
  const sinceMidnight = arrival.at - midnight;
  if (sinceMidnight >= 23 * hourMs) return midnight + dayMs + 8 * hourMs;
  if (sinceMidnight < 8 * hourMs && nightTail === '08:00') return midnight + 8 * hourMs;
  return midnight + 23 * hourMs;
};

/**
 * The moment from which the notice of a foreigner is late (Law 47/2014, art. 33): 12 hours after arrival, 24 in remote areas.
 * A date alone counts from the end of its day.
 */
export const dueForeign = (arrival: { readonly at: number; readonly timeKnown: boolean }, remote: boolean): number =>
  (arrival.timeKnown ? arrival.at : startOfLocalDay(arrival.at) + dayMs) + (remote ? 24 : 12) * hourMs;

/** When the notice was given: the sender's time if it does not lie after our receipt, else our receipt. */
export const toldAt = (notice: { readonly notifiedAt: number | undefined; readonly receivedAt: number }): number =>
  notice.notifiedAt !== undefined && notice.notifiedAt <= notice.receivedAt ? notice.notifiedAt : notice.receivedAt;

/** Late = told at the deadline or after it ("before" in the law is strict); synced late = told in time, received too late. */
export const lateness = (notice: { readonly due: number; readonly notifiedAt: number | undefined; readonly receivedAt: number }): { late: boolean; syncedLate: boolean } => {
  const late = toldAt(notice) >= notice.due;
  return { late, syncedLate: !late && notice.receivedAt >= notice.due };
};

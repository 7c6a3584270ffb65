import { dayMs, localDay, startOfLocalDay } from '../time/vietnam-time.ts';

/** When something was told: the event's place among all (`sequence`), and its receipt in Unix milliseconds. */
export type Told = { readonly sequence: string; readonly recordedAt: number };

/** An entry as matching needs it. */
export type WatchedEntry = { readonly validFrom: string; readonly expiresOn: string; readonly added: Told; /** Sequence of its removal, '' = it stands. */ readonly removed: string };

/** A stay as matching needs it; moments in Unix milliseconds. */
export type WatchedStay = { readonly arrivedAt: number; readonly departedAt: number | undefined; readonly cancelled: boolean; /** When it was first told that this person is the guest. */ readonly told: Told };

/** Stays that began so long before are checked again when an entry comes later; those that nobody has left, up to a year. */
const lookBackDays = 30;
const longestOpenDays = 366;

/** What was told last of the three that bring an alert about: entry, stay, and the link of two papers. */
export const lastTold = (entry: Pick<WatchedEntry, 'added'>, stay: Pick<WatchedStay, 'told'>, link: Told | undefined): Told =>
  [stay.told, ...(link === undefined ? [] : [link])].reduce((newest, told) => (told.sequence > newest.sequence ? told : newest), entry.added);

/**
 * Whether a stay of a watched person raises an alert. What was told last of the three (entry, stay, and the link of two papers that brings them together) decides the moment: the entry
 * must hold on its local day and not be removed before it; the stay must have begun at most 30 days before that day, or not have ended (at most 366 days). No clock: the same log, the same alerts.
 */
export const matches = (entry: WatchedEntry, stay: WatchedStay, link: Told | undefined): boolean => {
  const last = lastTold(entry, stay, link);
  const day = localDay(last.recordedAt);
  if (stay.cancelled || day < entry.validFrom || day > entry.expiresOn) return false;
  if (entry.removed !== '' && entry.removed < last.sequence) return false;
  const days = (startOfLocalDay(last.recordedAt) - startOfLocalDay(stay.arrivedAt)) / dayMs;
  return days <= (stay.departedAt === undefined ? longestOpenDays : lookBackDays);
};

import { daysAfter } from '../programme/days.ts';
import { compareOrder } from '../stay/order.ts';

/** A track of a person's life in the registers; on each at most one spell holds at a time. */
export type Track = 'permanent' | 'temporary' | 'absence' | 'work';

/** What a current record says of its person, as far as it decides from when to when something held. Days are local, YYYY-MM-DD. */
export type SpellFact = {
  /** `begins` opens a spell of its track, `goes-on` one that lasts no longer than the one before it, `ends` closes, `death` cuts every track for ever. */
  readonly says: 'begins' | 'goes-on' | 'ends' | 'death';
  readonly track: Track;
  readonly on: string;
  /** Last day told; '' = open. */
  readonly until: string;
  readonly unit: string;
  readonly sequence: string;
  readonly id: string;
};

/** From `from` on and up to the day before `until` (`9999-12-31` = open) a person was resident, away or in work life at a unit. */
export type Spell = { readonly track: Track; readonly from: string; readonly until: string; readonly unit: string; /** Id of the event that began it. */ readonly id: string };

/** The day that never comes. */
export const openEnd = '9999-12-31';

/**
 * The spells of one person by the current records of theirs, in the order (day, sequence, id): each lasts until the next of its track, until its
 * own last day or until death, and none is of no length.
 */
export const spellsOf = (facts: readonly SpellFact[]): readonly Spell[] => {
  const ordered = [...facts].sort(compareFacts);
  const death = ordered.find(({ says }) => says === 'death')?.on ?? openEnd;
  const last = new Map<Track, Spell>();
  const spells: Spell[] = [];
  const close = (track: Track, day: string): void => {
    const spell = last.get(track);
    last.delete(track);
    if (spell === undefined) return;
    const until = earliest(spell.until, day, death);
    if (spell.from < until) spells.push({ ...spell, until });
  };
  for (const { says, track, on, until, unit, id } of ordered) {
    if (says === 'death') continue;
    const before = last.get(track)?.until ?? openEnd;
    close(track, on);
    if (says === 'begins') last.set(track, { track, from: on, until: until === '' ? openEnd : daysAfter(until, 1), unit, id });
    if (says === 'goes-on') last.set(track, { track, from: on, until: before, unit, id });
  }
  for (const track of [...last.keys()]) close(track, openEnd);
  return spells;
};

/** The order of the facts of a person: by day, then as they were taken in. */
export const compareFacts = (a: SpellFact, b: SpellFact): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : compareOrder([0, a.sequence, a.id], [0, b.sequence, b.id]));

/** The spell of a track that holds at the end of a day. */
export const spellOn = (spells: readonly Spell[], track: Track, day: string): Spell | undefined => spells.find((spell) => spell.track === track && spell.from <= day && day < spell.until);

const earliest = (...days: readonly string[]): string => days.reduce((least, day) => (day < least ? day : least));

import { isDemonstration, lastTold, localDay, matches } from '@da06/domain';
import type { AlertRaisedData } from '@da06/events';
import { watchReasons } from '@da06/reference';
import type { Known } from '../known/known.ts';
import type { KnownEntry } from '../known/types.ts';
import { alertIdOf } from './alert-id.ts';
import { linkOf, papersOfPerson } from './linked.ts';
import type { FoundAlert } from './raised-event.ts';
import { stayToMatch, type StayToMatch } from './stay-of.ts';

const watchListRule = { rule: 'watch-list', ruleVersion: 1 } as const;

/** The alerts that follow from what is known of some papers, and are not raised yet: of each entry and each stay that are of one person. */
export const findAlerts = (known: Known, hashes: Iterable<string>): FoundAlert[] => {
  const found = new Map<string, FoundAlert>();
  const looked = new Set<string>();
  for (const hash of hashes) {
    if (looked.has(hash)) continue;
    const papers = papersOfPerson(known, hash);
    for (const paper of papers) looked.add(paper);
    for (const entered of papers) {
      for (const id of known.entriesOf(entered)) {
        const entry = known.entry(id);
        if (entry !== undefined) for (const stayed of papers) findOf(known, { entry, entered, stayed }, found);
      }
    }
  }
  return [...found.values()];
};

type Pair = { readonly entry: KnownEntry; readonly entered: string; readonly stayed: string };

const findOf = (known: Known, { entry, entered, stayed }: Pair, found: Map<string, FoundAlert>): void => {
  for (const key of known.staysOf(stayed)) {
    const held = known.stay(key);
    const stay = held === undefined ? undefined : stayToMatch(held);
    // A stay is found under every person it was ever told to be of.
    if (stay === undefined || !stay.hashes.includes(stayed)) continue;
    const alert = alertIdOf(watchListRule.rule, entry.entry, stay.facility, stay.ref);
    if (found.has(alert) || known.alert(alert) !== undefined) continue;
    const link = linkOf(known, entered, stayed);
    if (matches({ ...entry, removed: entry.removed?.sequence ?? '' }, stay, link)) found.set(alert, { alert: alertOf(alert, entry, stay), told: lastTold(entry, stay, link) });
  }
};

const alertOf = (alert: string, entry: KnownEntry, stay: StayToMatch): AlertRaisedData => ({
  alert, ...watchListRule, severity: watchReasons.find(({ reason }) => reason === entry.reasonClass)?.severity ?? 'medium',
  at: stay.arrival, day: localDay(stay.arrivedAt), unit: stay.unit, facility: stay.facility, ref: stay.ref, entry: entry.entry, figures: {}, evidence: [entry.eventId, stay.evidence], simulated: entry.simulated || isDemonstration(stay.facility),
});

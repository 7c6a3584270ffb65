import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { localDay } from '../programme/calendar.ts';
import { instant } from '../samples.ts';

export type RandomSecurityOptions = {
  /** Clock, chance and order of the events. */
  readonly build: EventBuilders;
  readonly facilities: readonly string[];
};

const units = ['W25357@2025', 'W25360@2025'];
const rules = ['watch-list', 'double-stay'];
const hour = 3_600_000;
const most = { entries: 3, alerts: 4 };

/** Entries of the watch-list and lives of alerts as the service of signals writes them: added, removed; raised at the time of what they follow from, told again by another process, judged, closed. */
export const randomSecurity = ({ build, facilities }: RandomSecurityOptions) => {
  const { random, clock } = build;
  const entries: ReturnType<EventBuilders['watchEntryAdded']>[] = [];
  const alerts: { raised: ReturnType<EventBuilders['alertRaised']>; version: number }[] = [];

  const addEntry = (): AnyEvent => {
    const added = build.watchEntryAdded({ validFrom: localDay(clock.now(), 3), expiresOn: localDay(clock.now()), simulated: random.chance(0.2) });
    entries.push(added);
    return added;
  };
  const raise = (): AnyEvent => {
    const at = clock.now() - random.below(48) * hour;
    const entry = entries.length === 0 ? undefined : random.pick(entries);
    const told = entry === undefined ? {} : { time: entry.recordedtime, recordedtime: entry.recordedtime, sequence: entry.sequence };
    const raised = build.alertRaised({ rule: random.pick(rules), unit: random.pick(units), facility: random.pick(facilities), at: instant(at), day: localDay(at), entry: entry?.data.entry ?? '', simulated: random.chance(0.2), envelope: { streamversion: 1, ...told } });
    alerts.push({ raised, version: 1 });
    return raised;
  };
  const live = (): AnyEvent => {
    const told = random.pick(alerts);
    const { alert } = told.raised.data;
    // Another process raised the same a moment later: the same facts, the same event.
    if (random.chance(0.2)) return told.raised;
    told.version = Math.min(3, told.version + 1);
    const given = { alert, envelope: { streamversion: told.version } };
    return told.version === 3 ? build.alertClosed(given) : random.chance(0.6) ? build.alertConfirmed(given) : build.alertDismissed(given);
  };

  return {
    /** What is taken in next. */
    next: (): AnyEvent => {
      if (entries.length < most.entries && random.chance(0.3)) return addEntry();
      if (entries.length > 0 && random.chance(0.1)) return build.watchEntryRemoved({ entry: random.pick(entries).data.entry });
      return alerts.length === 0 || (alerts.length < most.alerts && random.chance(0.4)) ? raise() : live();
    },
  };
};

import type { Fault } from '@da06/errors';
import { watchEntryAddedType, type Envelope } from '@da06/events';
import { compose } from '../compose.ts';
import type { Known } from '../known/known.ts';
import type { Service } from '../service.ts';
import type { ReadEntry } from './read-entries.ts';

/** What became of one item. */
export type EntryItem =
  | { readonly index: number; readonly status: 'accepted' | 'duplicate'; readonly entry: string; readonly eventId: string; readonly faults: readonly [] }
  | { readonly index: number; readonly status: 'rejected'; readonly faults: readonly Fault[] };

export type EntrySender = { readonly actor: string; readonly receivedAt: number; readonly today: string; readonly simulated: boolean };

/** Records entries, all that are accepted or none. One that says what a standing entry says already is a duplicate of it: sent again after an answer was lost, it does not watch twice. */
export const takeEntries = (service: Service, { actor, receivedAt, today, simulated }: EntrySender, read: readonly ReadEntry[]): Promise<readonly EntryItem[]> =>
  service.decide(async (keep) => {
    const known = service.known();
    const events: Envelope[] = [];
    const items: EntryItem[] = [];
    const inBatch = new Map<string, { readonly entry: string; readonly eventId: string }>();
    for (const [index, { entry: told, faults }] of read.entries()) {
      if (told === undefined) {
        items.push({ index, status: 'rejected', faults });
        continue;
      }
      const says = [told.reasonClass, told.expiresOn, ...told.hashes].join(' ');
      const same = inBatch.get(says) ?? findSame(known, told, today);
      if (same !== undefined) {
        items.push({ index, status: 'duplicate', ...same, faults: [] });
        continue;
      }
      const entry = service.randomId();
      const event = compose(service, { type: watchEntryAddedType, subject: entry, actor, receivedAt, data: { entry, ...told, simulated } });
      inBatch.set(says, { entry, eventId: event.id });
      events.push(event);
      items.push({ index, status: 'accepted', entry, eventId: event.id, faults: [] });
    }
    if (events.length > 0) await keep(events);
    return items;
  });

const findSame = (known: Known, told: NonNullable<ReadEntry['entry']>, today: string): { readonly entry: string; readonly eventId: string } | undefined => {
  for (const id of known.entriesOf(told.hashes[0] ?? '')) {
    const held = known.entry(id);
    if (held === undefined || held.removed !== null || held.expiresOn < today) continue;
    if (held.reasonClass === told.reasonClass && held.expiresOn === told.expiresOn && held.hashes.join(' ') === told.hashes.join(' ')) return { entry: id, eventId: held.eventId };
  }
  return undefined;
};

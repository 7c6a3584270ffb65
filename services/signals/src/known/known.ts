import { open, type Database, type RootDatabase } from 'lmdb';
import type { KnownWebhook } from '../webhooks/types.ts';
import type { KnownAlert, KnownEntry, KnownLink, KnownStay } from './types.ts';

/**
 * What is known of entries, recent stays, linked papers, alerts and webhooks: derived from the log, thrown away and read again from it whenever it is missing.
 * `position` says how far each partition was read. Persons are hashes of the watch-list's domain alone.
 */
export type Known = {
  readonly entry: (id: string) => KnownEntry | undefined;
  readonly entries: () => Iterable<KnownEntry>;
  readonly entriesOf: (hash: string) => readonly string[];
  readonly stay: (key: string) => KnownStay | undefined;
  readonly stays: () => Iterable<readonly [key: string, stay: KnownStay]>;
  readonly staysOf: (hash: string) => readonly string[];
  /** Cards that an old paper was seen with. */
  readonly cardsOf: (paper: string) => readonly KnownLink[];
  /** Old papers that a card was seen with. */
  readonly papersOf: (card: string) => readonly string[];
  readonly alert: (id: string) => KnownAlert | undefined;
  readonly alerts: () => Iterable<KnownAlert>;
  readonly webhook: (id: string) => KnownWebhook | undefined;
  readonly webhooks: () => Iterable<KnownWebhook>;
  readonly position: (topic: string, partition: number) => number;
  /** Changes, each seeing those before it; all of them or none are kept. */
  readonly write: (work: (changes: Changes) => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Changes = {
  readonly putEntry: (entry: KnownEntry) => void;
  readonly putStay: (key: string, stay: KnownStay, hashes: readonly string[]) => void;
  readonly removeStay: (key: string, hashes: readonly string[]) => void;
  readonly putLink: (paper: string, link: KnownLink) => void;
  readonly putAlert: (alert: KnownAlert) => void;
  readonly putWebhook: (webhook: KnownWebhook) => void;
  readonly putPosition: (topic: string, partition: number, offset: number) => void;
};

export const createKnown = (path: string): Known => {
  const root: RootDatabase = open({ path, noSubdir: false, maxDbs: 12, compression: false });
  const shared = { sharedStructuresKey: Symbol.for('structures') };
  const entries: Database<KnownEntry, string> = root.openDB({ name: 'entries', ...shared });
  const entriesByHash: Database<string, string> = root.openDB({ name: 'entries-by-hash', dupSort: true, encoding: 'ordered-binary' });
  const stays: Database<KnownStay, string> = root.openDB({ name: 'stays', ...shared });
  const staysByHash: Database<string, string> = root.openDB({ name: 'stays-by-hash', dupSort: true, encoding: 'ordered-binary' });
  const links: Database<readonly KnownLink[], string> = root.openDB({ name: 'links' });
  const papersByCard: Database<string, string> = root.openDB({ name: 'papers-by-card', dupSort: true, encoding: 'ordered-binary' });
  const alerts: Database<KnownAlert, string> = root.openDB({ name: 'alerts', ...shared });
  const webhooks: Database<KnownWebhook, string> = root.openDB({ name: 'webhooks' });
  const positions: Database<number, string> = root.openDB({ name: 'positions' });

  const changes: Changes = {
    putEntry: (entry) => {
      void entries.put(entry.entry, entry);
      for (const hash of entry.hashes) void entriesByHash.put(hash, entry.entry);
    },
    putStay: (key, stay, hashes) => {
      void stays.put(key, stay);
      for (const hash of hashes) void staysByHash.put(hash, key);
    },
    removeStay: (key, hashes) => {
      void stays.remove(key);
      for (const hash of hashes) void staysByHash.remove(hash, key);
    },
    putLink: (paper, link) => {
      const held = links.get(paper) ?? [];
      const known = held.find(({ card }) => card === link.card);
      if (known !== undefined && known.told.sequence <= link.told.sequence) return;
      void links.put(paper, [...held.filter(({ card }) => card !== link.card), link]);
      void papersByCard.put(link.card, paper);
    },
    putAlert: (alert) => void alerts.put(alert.state.raised.alert, alert),
    putWebhook: (webhook) => void webhooks.put(webhook.webhook, webhook),
    putPosition: (topic, partition, offset) => void positions.put(`${topic}/${partition}`, offset),
  };

  return {
    entry: (id) => entries.get(id),
    entries: () => entries.getRange().map(({ value }) => value),
    entriesOf: (hash) => [...entriesByHash.getValues(hash)],
    stay: (key) => stays.get(key),
    stays: () => stays.getRange().map(({ key, value }) => [key, value] as const),
    staysOf: (hash) => [...staysByHash.getValues(hash)],
    cardsOf: (paper) => links.get(paper) ?? [],
    papersOf: (card) => [...papersByCard.getValues(card)],
    alert: (id) => alerts.get(id),
    alerts: () => alerts.getRange().map(({ value }) => value),
    webhook: (id) => webhooks.get(id),
    webhooks: () => webhooks.getRange().map(({ value }) => value),
    position: (topic, partition) => positions.get(`${topic}/${partition}`) ?? 0,
    write: async (work) => {
      await root.transaction(() => work(changes));
    },
    close: async () => {
      // Closing while the last transaction is on its way to the disk would pull the map from under it.
      await root.flushed;
      await root.close();
    },
  };
};

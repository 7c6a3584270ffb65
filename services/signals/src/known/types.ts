import type { AlertState, MergedStay, Told } from '@da06/domain';
import type { WatchEntryAddedData, WatchEntryRemovedData } from '@da06/events';

/** An entry of the watch-list, as the log tells it. */
export type KnownEntry = WatchEntryAddedData & {
  readonly eventId: string;
  readonly added: Told;
  readonly removed: { readonly sequence: string; readonly recordedAt: number; readonly cause: WatchEntryRemovedData['cause'] } | null;
};

/** Where an event lies in the topic of stays. */
export type Place = readonly [partition: number, offset: number];

/** An event of a stay, as far as matching needs it: persons as hashes of the watch-list's domain. */
export type KnownStayEvent = {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly recordedtime: string;
  readonly data: {
    readonly facilityKind: '';
    readonly tourism: false;
    readonly revision: number;
    readonly sets: readonly string[];
    readonly yields: readonly string[];
    readonly groups: MergedStay['groups'];
  };
  readonly place: Place;
};

export type KnownStay = { readonly facility: string; readonly ref: string; readonly events: readonly KnownStayEvent[] };

/** A link of an old paper with a card. */
export type KnownLink = { readonly card: string; readonly told: Told };

/** An alert and where its life has come to. */
export type KnownAlert = {
  readonly state: Exclude<AlertState, { readonly status: 'unknown' }>;
  /** Its events, the first first. */
  readonly history: readonly { readonly type: string; readonly eventId: string; readonly recordedAt: string; readonly actor: string; readonly reason: string }[];
};

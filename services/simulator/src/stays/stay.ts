import type { Home, Paper, Person } from '../people/person.ts';
import type { Facility } from '../world/facility.ts';

/** What the desk has written down of a stay; times in Unix ms, whole minutes. */
export type StayRecord = {
  fullName: string;
  birthDate: string;
  sex: 'M' | 'F' | 'X';
  /** Local midnight of the day where the hour is not told. */
  arrivedAt: number;
  hourKnown: boolean;
  expectedAt: number;
  departedAt: number | undefined;
  /** YYYY-MM-DD, of foreigners. */
  permittedUntil: string | undefined;
  room: string;
  reason: string;
  home: Home | undefined;
  /** When the desk wrote it down, if its software says so. */
  notifiedAt: number | undefined;
  revision: number;
};

/** What can change of a stay as the system knows it, from a moment on. */
export type Standing = Pick<StayRecord, 'arrivedAt' | 'expectedAt' | 'departedAt' | 'reason' | 'home'> & { readonly at: number; readonly cancelled: boolean };

/** A stay as it goes on. What is told of it is `record` after the changes sent so far. */
export type Stay = {
  readonly facility: Facility;
  readonly ref: string;
  readonly person: Person;
  readonly paper: Paper;
  /** The old identity paper beside the card, where it is shown. */
  readonly former: Paper | undefined;
  /** Warnings that every whole record of it gets, whenever it is sent. */
  readonly doubts: readonly string[];
  readonly record: StayRecord;
  /** What the system has been told; undefined until a whole record of it was taken. */
  told: { firstReceivedAt: number; /** When each whole record of it was taken, that one too. */ readonly wholeAt: number[]; late: boolean; cancelled: boolean } | undefined;
  /** What stood of it after each of its messages that was taken. */
  readonly standings: Standing[];
  /** What was taken of it so far, by type of event; a change may come before the check-in. */
  readonly events: { checkedIn: number; corrected: number; checkedOut: number; cancelled: number };
};

/** Something that happens at the desk after the check-in. */
export type Change =
  | { readonly type: 'check-in' }
  | { readonly type: 'extend'; readonly until: number }
  | { readonly type: 'move'; readonly room: string }
  | { readonly type: 'leave'; readonly at: number }
  | { readonly type: 'correct'; readonly what: 'reason'; readonly reason: string }
  | { readonly type: 'correct'; readonly what: 'arrival'; readonly arrivedAt: number }
  | { readonly type: 'correct'; readonly what: 'name'; readonly fullName: string }
  | { readonly type: 'correct'; readonly what: 'home'; readonly home: Home }
  | { readonly type: 'cancel' };

/** Writes a change down. */
export const apply = (record: StayRecord, change: Change, numbersRevisions: boolean): void => {
  switch (change.type) {
    case 'check-in':
    case 'cancel':
      return;
    case 'extend':
      record.expectedAt = change.until;
      return;
    case 'move':
      record.room = change.room;
      return;
    case 'leave':
      record.departedAt = change.at;
      return;
    case 'correct':
      if (change.what === 'reason') record.reason = change.reason;
      else if (change.what === 'arrival') record.arrivedAt = change.arrivedAt;
      else if (change.what === 'home') record.home = change.home;
      else {
        record.fullName = change.fullName;
        if (numbersRevisions) record.revision += 1;
      }
  }
};

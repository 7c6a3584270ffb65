import type { Facility } from '../world/facility.ts';
import type { Change, Stay } from '../stays/stay.ts';
import type { Flaw } from './flaws.ts';

/** What a message says of one stay: changes since the last, and how it is spoilt. */
export type Entry = { readonly stay: Stay; readonly changes: Change[]; readonly flaw: Flaw | undefined };

/** Something a facility sends. `file`: records in a body; `single`: one thing about one stay; `empty-day`: nobody came. */
export type Message = {
  /** Unix ms. */
  readonly at: number;
  /** Messages of one moment go in the order they were planned in. */
  readonly order: number;
  readonly facility: Facility;
  readonly what: 'file' | 'single' | 'empty-day';
  readonly entries: Entry[];
  /** YYYY-MM-DD, of an empty day. */
  readonly day: string;
  /** The message that this one repeats to the byte. */
  readonly repeats: Message | undefined;
  /** Whether it will be repeated: then its body is kept. */
  repeated: boolean;
};

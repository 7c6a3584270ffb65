import type { Fact } from '../population/facts.ts';
import type { RecordFlaw } from './flaws.ts';

/** One record as it is sent once. */
export type Entry = {
  readonly ref: string;
  /** Decides how the record is written: the same whenever it is sent. */
  readonly style: number;
  readonly fact: Fact;
  /** Undefined: the sender numbers no revisions. */
  readonly revision: number | undefined;
  /** Whether the register has the reference already. */
  readonly again: boolean;
  readonly verb: 'put' | 'withdraw';
  readonly flaw: RecordFlaw | undefined;
  /** What is wrong with it that no field of the content tells: another house number. */
  readonly mistypedAddress: boolean;
  /** Warnings that it must be answered with, its flaw left out. */
  readonly codes: readonly string[];
};

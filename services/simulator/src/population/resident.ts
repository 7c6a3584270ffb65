import type { Job } from './jobs.ts';
import type { Place } from './places.ts';
import type { TruthHolder, TruthWork } from './truth.ts';

export type Relation = 'head' | 'spouse' | 'child' | 'parent' | 'sibling' | 'grandchild' | 'other';

/** People who live together, permanently or for a time. */
export type Household = { readonly number: string; readonly place: Place; readonly hamlet: string; readonly address: string; readonly ethnic: string; readonly family: string; readonly members: Resident[] };

/** An invented person who lives here, or did. Nothing of it can be a real person's: numbers and phones are made as the README says. */
export type Resident = {
  /** From 1. */
  readonly no: number;
  readonly sex: 'M' | 'F';
  /** Day number. */
  readonly birth: number;
  /** Some old people know their year alone. */
  readonly yearOnly: boolean;
  readonly nationality: string;
  /** Code of 2008. */
  readonly ethnic: string;
  /** First word of the name; '' = any. */
  readonly family: string;
  readonly paper: TruthHolder['paper'];
  /** Number of the old paper that the card has replaced, '' = none. */
  readonly former: string;
  /** Whether records name the old paper beside the card. */
  tellsFormer: boolean;
  /** The next record knows the old paper alone. */
  showsOld: boolean;
  home: Household | undefined;
  relation: Relation;
  lodging: { readonly household: Household; until: number } | undefined;
  /** Last day of a declared absence, Infinity = not told; undefined = is here. */
  awayUntil: number | undefined;
  work: Working | undefined;
};

export type Working = { status: TruthWork['status']; job: Job | undefined; position: TruthWork['position']; training: TruthWork['training']; unemployedSince: number };

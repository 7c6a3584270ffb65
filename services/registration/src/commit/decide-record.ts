import { fault, type Code } from '@da06/errors';
import type { RefState } from '../refs/ref-state.ts';
import { decideStay, type StayClaim, type StayDecision } from './decide-stay.ts';

const codesOfRecords: Readonly<Partial<Record<Code, Code>>> = { 'stay.not-seen-yet': 'record.not-seen-yet', 'stay.revision-older': 'record.revision-older' };

/**
 * Whether a record of a register is new, a repeat or an amendment: as of a stay that has no groups of its own. It is replaced whole, so that
 * it yields to nothing, not even to a withdrawal that came before it: the tables, too, hold the last of the highest revision.
 */
export const decideRecord = (claim: StayClaim, state: RefState | undefined): StayDecision => {
  const decision = decideStay(claim, state);
  if (decision.status === 'duplicate') return decision;
  const faults = decision.faults.map(({ pointer, code, received }) => fault(pointer, codesOfRecords[code] ?? code, received));
  return { ...decision, yields: [], faults };
};

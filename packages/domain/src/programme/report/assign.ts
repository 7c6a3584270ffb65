import type { ReporterAssigned } from '@da06/events';
import { commandedOf, withoutCommand, type Commanded, type DecidedOf } from '../commanded.ts';
import { sameData } from '../same-data.ts';
import type { Assignment } from './duty.ts';

/** What the fold needs of an event of a reporter's stream; every envelope of `@da06/events` fits. */
export type ReporterEvent = { readonly type: string; readonly streamversion?: number | undefined; readonly data: object };

/** The times of one reporter, in the order they were first assigned. */
export type ReporterState = { readonly version: number; readonly assignments: readonly Assignment[] };

export const initialReporter: ReporterState = { version: 0, assignments: [] };

/** The state after one more event of a reporter's stream: a time that begins with the same month replaces the one before. Total, as `evolveModel` is. */
export const evolveReporter = (state: ReporterState, event: ReporterEvent): ReporterState => {
  const version = event.streamversion ?? state.version + 1;
  if (version <= state.version) return state;
  const known = event as Pick<ReporterAssigned, 'type' | 'data'> | { readonly type: '' };
  if (known.type !== 'vn.da06.reporter.assigned.v1') return { ...state, version };
  const assignment = withoutCommand(known.data);
  const place = state.assignments.findIndex(({ from }) => from === assignment.from);
  return { version, assignments: place === -1 ? [...state.assignments, assignment] : state.assignments.with(place, assignment) };
};

/** A duty to report is set, as the locality pack has it. `today` = the local day it is asked. */
export type AssignCommand = Commanded & { readonly today: string; readonly assignment: Assignment };

/** The event of assigning a time to its reporter; none where it is assigned so already. Refuses nothing: the pack was checked where it was read. */
export const decideReporter = (command: AssignCommand, state: ReporterState): readonly DecidedOf<Pick<ReporterAssigned, 'type' | 'data'>>[] => {
  const assignment = withoutCommand(command.assignment);
  if (state.assignments.some((held) => sameData(held, assignment))) return [];
  return [{ type: 'vn.da06.reporter.assigned.v1', at: command.today, data: { ...assignment, ...commandedOf(command) } }];
};

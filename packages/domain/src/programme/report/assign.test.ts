import { givenFor } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { commanded } from '../samples.ts';
import { decideReporter, evolveReporter, initialReporter, type ReporterEvent } from './assign.ts';
import { dutyFor } from './duty.ts';
import { assignment } from './samples.ts';

const given = givenFor({ decide: decideReporter, evolve: evolveReporter, initial: initialReporter });
const asked = (of = assignment()) => ({ today: '2025-11-03', assignment: of, ...commanded });
const assigned = (of = assignment(), streamversion?: number): ReporterEvent => ({ type: 'vn.da06.reporter.assigned.v1', streamversion, data: { ...of, ...commanded } });

describe('assigning the duty to report', () => {
  it('puts it into the log', () => given([]).when(asked()).then([{ type: 'vn.da06.reporter.assigned.v1', at: '2025-11-03', data: { ...assignment(), ...commanded } }]));
  it('says nothing when it is assigned so already', () => given([assigned(assignment({ from: '2025-07' })), assigned()]).when(asked()).then([]));
  it('replaces the time that begins with the same month', () => given([assigned()]).when(asked(assignment({ to: '2025-06' }))).thenState((state) => state.assignments, [assignment({ to: '2025-06' })]));
  it('stands beside the times that begin with other months', () => given([assigned()]).when(asked(assignment({ from: '2025-07' }))).thenState((state) => state.assignments.map(({ from }) => from), ['2023-11', '2025-07']));
});

describe('the times of a reporter', () => {
  it('say by whom and when a report is due', () => {
    const state = [assigned(assignment({ to: '2025-02' })), assigned(assignment({ from: '2025-03', receiver: 'PC06' }))].reduce(evolveReporter, initialReporter);
    expect(dutyFor(state.assignments, 'CAH', '2025-03')?.assignment.receiver).toBe('PC06');
  });
  it('are not changed by an event that comes again, nor by one they do not know', () => {
    const state = [assigned(assignment(), 1), assigned(assignment({ dueDay: 10 }), 2)].reduce(evolveReporter, initialReporter);
    expect(evolveReporter(state, assigned(assignment(), 1))).toBe(state);
    expect(evolveReporter(state, { type: 'vn.da06.stream-owner.claimed.v1', streamversion: 3, data: {} })).toEqual({ ...state, version: 3 });
  });
});

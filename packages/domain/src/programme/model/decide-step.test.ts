import { givenFor } from '@da06/testkit';
import { describe, it } from 'vitest';
import { asked, commanded, conditionalStep, eventsOf, scheduled, wholeWay } from '../samples.ts';
import { decideModel } from './decide.ts';
import { evolveModel, initialModel, stepOf, type ModelState } from './state.ts';

const given = givenFor({ decide: decideModel, evolve: evolveModel, initial: initialModel });
const progress = (state: ModelState) => stepOf(state, 1).progress;

const planned = [scheduled()];
const underWay = eventsOf(asked.schedule(), asked.step('start', 1, { at: '2023-11-20' }));
const blocked = eventsOf(asked.schedule(), asked.step('block', 1, { at: '2023-11-20' }));
const blockedUnderWay = eventsOf(asked.schedule(), asked.step('start', 1, { at: '2023-11-20' }), asked.step('block', 1, { at: '2023-11-25' }));
const completed = eventsOf(asked.schedule(), asked.step('start', 1, { at: '2023-11-20' }), asked.step('complete', 1, { at: '2023-11-25' }));
const later = { at: '2023-12-01' };

describe('a step that is planned', () => {
  it('can be started', () => given(planned).when(asked.step('start', 1)).then([{ type: 'vn.da06.step.started.v1', at: '2023-11-20', data: { model: 9, step: 1, at: '2023-11-20', onBehalfOf: '', remark: '', ...commanded } }]));
  it('can be completed straight away: it was started that day', () => given(planned).when(asked.step('complete', 1)).thenState(progress, { status: 'completed', startedOn: '2023-11-20', completedOn: '2023-11-20' }));
  it('can be blocked', () => given(planned).when(asked.step('block', 1)).then([{ type: 'vn.da06.step.blocked.v1', at: '2023-11-20', data: { model: 9, step: 1, at: '2023-11-20', onBehalfOf: '', remark: '', ...commanded, cause: 'Chưa có kinh phí' } }]));
  it('cannot be unblocked', () => given(planned).when(asked.step('unblock', 1)).thenRefused('step.not-blocked'));
  it('cannot be reopened', () => given(planned).when(asked.step('reopen', 1)).thenRefused('step.not-completed'));
});

describe('a step that is under way', () => {
  it('cannot be started again', () => given(underWay).when(asked.step('start', 1)).thenRefused('step.already-started'));
  it('can be completed', () => given(underWay).when(asked.step('complete', 1, later)).thenState(progress, { status: 'completed', startedOn: '2023-11-20', completedOn: '2023-12-01' }));
  it('can be completed on the day it was started, not before', () => {
    given(underWay).when(asked.step('complete', 1, { at: '2023-11-20' })).thenState((state) => progress(state).status, 'completed');
    given(underWay).when(asked.step('complete', 1, { at: '2023-11-19' })).thenRefused('step.at-too-early');
  });
  it('can be blocked', () => given(underWay).when(asked.step('block', 1, later)).thenState(progress, { status: 'blocked', blockedOn: '2023-12-01', startedOn: '2023-11-20' }));
  it('cannot be unblocked', () => given(underWay).when(asked.step('unblock', 1)).thenRefused('step.not-blocked'));
  it('cannot be reopened', () => given(underWay).when(asked.step('reopen', 1)).thenRefused('step.not-completed'));
});

describe('a step that is blocked', () => {
  it('cannot be started', () => given(blocked).when(asked.step('start', 1)).thenRefused('step.blocked'));
  it('cannot be completed', () => given(blockedUnderWay).when(asked.step('complete', 1, later)).thenRefused('step.blocked'));
  it('cannot be blocked again', () => given(blocked).when(asked.step('block', 1)).thenRefused('step.already-blocked'));
  it('cannot be reopened', () => given(blocked).when(asked.step('reopen', 1)).thenRefused('step.not-completed'));
  it('is planned again when unblocked if it had not begun', () => given(blocked).when(asked.step('unblock', 1)).thenState(progress, { status: 'planned' }));
  it('is under way again when unblocked if it had begun', () => given(blockedUnderWay).when(asked.step('unblock', 1, later)).thenState(progress, { status: 'in-progress', startedOn: '2023-11-20' }));
  it('cannot be unblocked before the day it was blocked', () => given(blockedUnderWay).when(asked.step('unblock', 1, { at: '2023-11-24' })).thenRefused('step.at-too-early'));
  it('once unblocked, cannot have been completed while it was blocked', () => {
    const again = [...blockedUnderWay, ...eventsOf(asked.schedule(), asked.step('block', 1), asked.step('unblock', 1, later)).slice(-1)];
    given(again).when(asked.step('complete', 1, { at: '2023-11-30' })).thenRefused('step.at-too-early');
  });
});

describe('a step that is completed', () => {
  it.each(['start', 'complete', 'block'] as const)('refuses to %s', (command) => given(completed).when(asked.step(command, 1, later)).thenRefused('step.already-completed'));
  it('cannot be unblocked', () => given(completed).when(asked.step('unblock', 1)).thenRefused('step.not-blocked'));
  it('is under way again when reopened', () => given(completed).when(asked.step('reopen', 1, later)).thenState(progress, { status: 'in-progress', startedOn: '2023-11-20' }));
  it('cannot be reopened before the day it was completed', () => given(completed).when(asked.step('reopen', 1, { at: '2023-11-24' })).thenRefused('step.at-too-early'));
  it('once reopened, can be completed on an earlier day, so that a wrong one can be mended', () => {
    const reopened = [...completed, ...eventsOf(asked.schedule(), asked.step('complete', 1), asked.step('reopen', 1, later)).slice(-1)];
    given(reopened).when(asked.step('complete', 1, { at: '2023-11-21' })).thenState(progress, { status: 'completed', startedOn: '2023-11-20', completedOn: '2023-11-21' });
    given(reopened).when(asked.step('complete', 1, { at: '2023-11-19' })).thenRefused('step.at-too-early');
  });
});

describe('a cause', () => {
  it.each([['block', planned], ['reopen', completed]] as const)('is required to %s', (command, events) => {
    for (const cause of ['', ' \n']) given(events).when(asked.step(command, 1, { ...later, cause })).thenRefused('step.cause-required');
  });
  it('is not kept of a command that needs none', () => given(planned).when(asked.step('start', 1, { cause: 'thừa' })).thenState((state) => stepOf(state, 1).cause, ''));
});

describe('an agency outside the locality', () => {
  it('has to be named where it alone does the step', () => given(planned).when(asked.step('complete', 3, { onBehalfOf: '' })).thenRefused('step.on-behalf-required'));
  it('is named by any of those that do it', () => given(planned).when(asked.step('complete', 3, { onBehalfOf: 'C06' })).thenState((state) => stepOf(state, 3).onBehalfOf, 'C06'));
  it('can be named where it does the step together with one of the locality, or left out', () => {
    given(planned).when(asked.step('start', 2, { onBehalfOf: 'PC06' })).thenState((state) => stepOf(state, 2).onBehalfOf, 'PC06');
    given(planned).when(asked.step('start', 2)).thenState((state) => stepOf(state, 2).onBehalfOf, '');
  });
  it('is refused where it has no part in the step', () => {
    given(planned).when(asked.step('start', 1, { onBehalfOf: 'PC06' })).thenRefused('step.on-behalf-unknown');
    given(planned).when(asked.step('complete', 3, { onBehalfOf: 'CAH' })).thenRefused('step.on-behalf-unknown');
  });
  it('is refused where it is one of the locality', () => given(planned).when(asked.step('start', 2, { onBehalfOf: 'CAH' })).thenRefused('step.on-behalf-unknown'));
});

describe('the day of a step', () => {
  it('can be today, not after', () => {
    given(planned).when(asked.step('start', 1, { at: '2024-03-15' })).thenState((state) => progress(state).status, 'in-progress');
    given(planned).when(asked.step('start', 1, { at: '2024-03-16' })).thenRefused('step.at-in-future');
  });
  it('can be that of Decision 06/QĐ-TTg, not before', () => {
    given(planned).when(asked.step('start', 1, { at: '2022-01-06' })).thenState((state) => progress(state).status, 'in-progress');
    given(planned).when(asked.step('start', 1, { at: '2022-01-05' })).thenRefused('step.at-too-early');
  });
});

describe('a step', () => {
  it('has to be one of the plan', () => given(planned).when(asked.step('start', 4)).thenRefused('step.unknown'));
  it('that a later plan dropped cannot be acted on, and comes back as it was', () => {
    const { steps } = eventsOf(asked.schedule())[0]?.data as { steps: { step: number }[] };
    const without = { ...scheduled(), data: { ...scheduled().data, steps: steps.slice(1) } };
    given([...completed, without]).when(asked.step('reopen', 1, later)).thenRefused('step.unknown');
    given([...completed, without, scheduled()]).when(asked.step('reopen', 1, later)).thenState((state) => progress(state).status, 'in-progress');
  });
  it('that is conditional can be recorded after the model has reached its end, without leaving it', () => {
    const ended = eventsOf(asked.schedule({ steps: [conditionalStep(1)] }), asked.operate());
    given(ended).when(asked.step('complete', 1)).thenState((state) => [progress(state).status, state.ended?.on], ['completed', '2023-12-20']);
  });
  it('reopened puts a model that had ended under way again', () => given(eventsOf(...wholeWay)).when(asked.step('reopen', 1, later)).thenState((state) => state.ended, null));
});

import { givenFor } from '@da06/testkit';
import { describe, it } from 'vitest';
import { asked, commanded, conditionalStep, eventsOf, plan, scheduled, wholeWay } from '../samples.ts';
import { decideModel } from './decide.ts';
import { evolveModel, initialModel, type ModelState } from './state.ts';

const given = givenFor({ decide: decideModel, evolve: evolveModel, initial: initialModel });
const annexThree = { annex: 'III', needsUnit: true } as const;
const outcome = (state: ModelState) => state.ended?.outcome;

describe('scheduling a model', () => {
  it('puts the plan of it into the log', () => given([]).when(asked.schedule()).then([{ type: 'vn.da06.model.scheduled.v1', at: '2024-03-15', data: { ...plan(), ...commanded } }]));
  it('says nothing when the plan is loaded again as it was, however its keys are ordered', () => {
    const { steps, ...rest } = plan();
    given([scheduled()]).when({ ...asked.schedule(), model: { steps, ...rest } }).then([]);
  });
  it('says it again when the plan has changed', () => given([scheduled()]).when(asked.schedule({ deadline: '2024-12-30' })).then([{ type: 'vn.da06.model.scheduled.v1', at: '2024-03-15', data: { ...plan({ deadline: '2024-12-30' }), ...commanded } }]));
  it('keeps what was done of its steps when the plan changes', () =>
    given(eventsOf(...wholeWay)).when(asked.schedule({ titleVi: 'Tên mới' })).thenState((state) => [state.steps['1']?.progress.status, state.ended?.on], ['completed', '2023-12-20']));
  it('lifts the mark that it is not deployable when the plan changes', () => given(eventsOf(asked.schedule(), asked.mark())).when(asked.schedule({ deadline: '2024-12-30' })).thenState((state) => state.notDeployable, null));
  it('leaves the mark alone when the same plan is loaded again', () => given(eventsOf(asked.schedule(), asked.mark())).when(asked.schedule()).thenState((state) => state.notDeployable?.cause, 'Không có đối tượng'));
});

describe('what no command can be about', () => {
  it.each([asked.step('start', 1), asked.unit('u1'), asked.operate(), asked.mark()])('is a model that is in no plan: $command', (command) => given([]).when(command).thenRefused('model.unknown'));
  it.each(['not-mentioned', 'no-subject'] as const)('is a model that is %s', (standing) => {
    for (const command of [asked.step('start', 1), asked.unit('u1'), asked.operate(), asked.mark()]) given([scheduled({ standing, steps: [] })]).when(command).thenRefused('model.no-subject');
  });
  it('is a model that the plan holds for not deployable', () => {
    for (const command of [asked.step('start', 1), asked.unit('u1'), asked.operate(), asked.mark()]) given([scheduled({ standing: 'not-deployable' })]).when(command).thenRefused('model.not-deployable');
  });
  it('is a model that was marked as not deployable', () => {
    for (const command of [asked.step('start', 1), asked.operate(), asked.mark()]) given(eventsOf(asked.schedule(), asked.mark())).when(command).thenRefused('model.not-deployable');
  });
});

describe('choosing the unit of an Annex III model', () => {
  it('names it', () => given([scheduled(annexThree)]).when(asked.unit('u1')).then([{ type: 'vn.da06.model.unit-chosen.v1', at: '2023-11-10', data: { model: 9, unit: 'u1', at: '2023-11-10', remark: '', ...commanded } }]));
  it('says nothing when it is the one that is chosen already', () => given(eventsOf(asked.schedule(annexThree), asked.unit('u1'))).when(asked.unit('u1', { at: '2024-01-01' })).then([]));
  it('puts another in its place', () => given(eventsOf(asked.schedule(annexThree), asked.unit('u1'))).when(asked.unit('u2')).thenState((state) => state.unit?.unit, 'u2'));
  it('is refused for a model that needs none', () => given([scheduled()]).when(asked.unit('u1')).thenRefused('model.unit-not-needed'));
  it('is refused when the model has reached its end', () => given(eventsOf(asked.schedule({ ...annexThree, steps: [] }), asked.unit('u1'), asked.operate())).when(asked.unit('u2')).thenRefused('model.ended'));
  it('is refused for a day ahead, and for one before Project 06', () => {
    given([scheduled(annexThree)]).when(asked.unit('u1', { at: '2024-03-16' })).thenRefused('step.at-in-future');
    given([scheduled(annexThree)]).when(asked.unit('u1', { at: '2022-01-05' })).thenRefused('step.at-too-early');
  });
});

describe('putting a model in operation', () => {
  const done = eventsOf(...wholeWay.slice(0, -1));
  it('ends it', () => given(done).when(asked.operate()).then([{ type: 'vn.da06.model.put-in-operation.v1', at: '2023-12-20', data: { model: 9, at: '2023-12-20', outcome: 'in-operation', remark: '', ...commanded } }]));
  it.each(['in-operation', 'completed', 'launched', 'trained'] as const)('ends it as its plan asks: %s', (endKind) => given([scheduled({ endKind, steps: [] })]).when(asked.operate()).thenState(outcome, endKind));
  it('ends it as in operation where the plan gives no kind of end', () => given([scheduled({ endKind: null, steps: [] })]).when(asked.operate()).thenState(outcome, 'in-operation'));
  it('is refused while a step is open', () => given(eventsOf(asked.schedule(), asked.step('complete', 1), asked.step('complete', 2))).when(asked.operate()).thenRefused('model.steps-open'));
  it('does not wait for a step that is conditional', () => given([scheduled({ steps: [conditionalStep(1)] })]).when(asked.operate()).thenState(outcome, 'in-operation'));
  it('is refused while an Annex III model has no unit', () => given([scheduled({ ...annexThree, steps: [] })]).when(asked.operate()).thenRefused('model.unit-missing'));
  it('is refused a second time', () => given(eventsOf(...wholeWay)).when(asked.operate()).thenRefused('model.ended'));
  it('is refused for a day ahead, one before Project 06, and one on which its steps were not all done', () => {
    given(done).when(asked.operate({ at: '2024-03-16' })).thenRefused('step.at-in-future');
    given([scheduled({ steps: [] })]).when(asked.operate({ at: '2022-01-05' })).thenRefused('step.at-too-early');
    given(done).when(asked.operate({ at: '2023-11-19' })).thenRefused('step.at-too-early');
  });
  it('can be of the day on which the last step was done', () => given(done).when(asked.operate({ at: '2023-11-20' })).thenState(outcome, 'in-operation'));
});

describe('marking a model as not deployable', () => {
  it('gives the cause', () => given([scheduled()]).when(asked.mark()).then([{ type: 'vn.da06.model.marked-not-deployable.v1', at: '2023-12-20', data: { model: 9, at: '2023-12-20', cause: 'Không có đối tượng', remark: '', ...commanded } }]));
  it.each(['', '  '])('is refused without one: "%s"', (cause) => given([scheduled()]).when(asked.mark({ cause })).thenRefused('step.cause-required'));
  it('is refused when the model has reached its end', () => given(eventsOf(...wholeWay)).when(asked.mark()).thenRefused('model.ended'));
  it('is refused for a day ahead', () => given([scheduled()]).when(asked.mark({ at: '2024-03-16' })).thenRefused('step.at-in-future'));
});

describe('what a command brings along', () => {
  it('is left in its event, so that the same again is known after a restart', () => {
    const sent = { idempotencyKey: 'k-1', requestHash: 'h', simulated: true };
    given([scheduled()]).when(asked.step('start', 1, sent)).then([{ type: 'vn.da06.step.started.v1', at: '2023-11-20', data: { model: 9, step: 1, at: '2023-11-20', onBehalfOf: '', remark: '', ...sent } }]);
  });
  it('holds no number of a person, neither as remark nor as cause', () => {
    given([scheduled()]).when(asked.step('start', 1, { remark: 'gọi 0912345678' })).thenRefused('text.personal');
    given([scheduled()]).when(asked.step('block', 1, { cause: 'CCCD 070085001234' })).thenRefused('text.personal');
    given([scheduled()]).when(asked.mark({ remark: '0912345678' })).thenRefused('text.personal');
  });
});

import type { Commanded } from './commanded.ts';
import { decideModel, type ModelCommand } from './model/decide.ts';
import type { StepCommand } from './model/decide-step.ts';
import type { ModelEvent } from './model/events.ts';
import { evolveModel, initialModel, type ModelPlan, type ModelState } from './model/state.ts';

/** What tests of the programme share: plans in the shapes the real one has, and commands and events of them. */

export const commanded: Commanded = { idempotencyKey: '', requestHash: '', simulated: false };

type Step = ModelPlan['steps'][number];
const step = (number: number, actors: Step['actors'], conditional = false): Step => ({ step: number, vi: `Bước ${number}`, en: '', actors, actorsStated: true, conditional });
const actor = (code: string, outside = false): Step['actors'][number] => ({ code, vi: code, outside });

/** Model 9 of a plan of 2023-10-31, due before 2023-12-30: step 1 is its own, step 2 shared with PC06, step 3 PC06's alone. */
export const plan = (given: Partial<ModelPlan> = {}): ModelPlan => ({
  model: 9, plan: { reference: '299/KH-UBND', probable: true, date: '2023-10-31' }, titleVi: 'Mô hình', titleEn: 'Model', annex: 'I', annexStated: true,
  leads: [{ code: 'CAH', vi: 'Công an huyện', from: null, to: null, collective: false }], coordinating: [{ code: 'VHTT', vi: 'Phòng VHTT' }], deadline: '2023-12-30', endKind: 'in-operation', continuous: true, yearly: false, replicate: false,
  standing: 'deployable', standingVi: '', needsUnit: false, waitsForC06: false,
  steps: [step(1, [actor('CAH')]), step(2, [actor('CAH'), actor('PC06', true)]), step(3, [actor('PC06', true), actor('C06', true)])],
  ...given,
});

export const conditionalStep = (number: number): Step => step(number, [actor('VHTT')], true);

export const scheduled = (given: Partial<ModelPlan> = {}): ModelEvent => ({ type: 'vn.da06.model.scheduled.v1', data: { ...plan(given), ...commanded } });

const today = '2024-03-15';
type Asked<Name extends ModelCommand['command']> = Extract<ModelCommand, { readonly command: Name }>;

/** Commands of 2024-03-15 with what a test does not care for filled in. */
export const asked = {
  schedule: (given: Partial<ModelPlan> = {}): Asked<'schedule'> => ({ command: 'schedule', model: plan(given), today, ...commanded }),
  step: (command: StepCommand['command'], number: number, given: Partial<StepCommand & Commanded> = {}): ModelCommand =>
    ({ command, step: number, at: '2023-11-20', cause: command === 'block' || command === 'reopen' ? 'Chưa có kinh phí' : '', onBehalfOf: number === 3 ? 'PC06' : '', remark: '', today, ...commanded, ...given }),
  unit: (unit: string, given: Partial<Asked<'choose-unit'>> = {}): ModelCommand => ({ command: 'choose-unit', unit, at: '2023-11-10', remark: '', today, ...commanded, ...given }),
  operate: (given: Partial<Asked<'put-in-operation'>> = {}): ModelCommand => ({ command: 'put-in-operation', at: '2023-12-20', remark: '', today, ...commanded, ...given }),
  mark: (given: Partial<Asked<'mark-not-deployable'>> = {}): ModelCommand => ({ command: 'mark-not-deployable', at: '2023-12-20', cause: 'Không có đối tượng', remark: '', today, ...commanded, ...given }),
} as const;

/** The events that commands lead to, one after another. @throws AppError where one is refused. */
export const eventsOf = (...commands: readonly ModelCommand[]): readonly ModelEvent[] => {
  let state = initialModel;
  return commands.flatMap((command) => {
    const decided = decideModel(command, state);
    state = decided.reduce(evolveModel, state);
    return decided;
  });
};

export const stateAfter = (...commands: readonly ModelCommand[]): ModelState => eventsOf(...commands).reduce(evolveModel, initialModel);

/** Everything that is asked of the sample plan, up to its end. */
export const wholeWay: readonly ModelCommand[] = [asked.schedule(), asked.step('complete', 1), asked.step('complete', 2), asked.step('complete', 3), asked.operate()];

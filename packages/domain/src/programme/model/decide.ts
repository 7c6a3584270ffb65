import { AppError } from '@da06/errors';
import { commandedOf, withoutCommand, type Commanded, type DecidedOf } from '../commanded.ts';
import { refuseDay } from '../refuse-day.ts';
import { sameData } from '../same-data.ts';
import { findPersonal } from '../text/find-personal.ts';
import { decideStep, type StepCommand } from './decide-step.ts';
import type { KnownModelEvent } from './events.ts';
import type { ModelPlan, ModelState } from './state.ts';

/** What is asked of a model. `at` is the local day it happened, `today` the local day it is asked. */
export type ModelCommand = Commanded & { readonly today: string } & (
    | { readonly command: 'schedule'; readonly model: ModelPlan }
    | { readonly command: 'choose-unit'; /** uid of an administrative unit; that it is valid on the day, the caller has seen. */ readonly unit: string; readonly at: string; readonly remark: string }
    | StepCommand
    | { readonly command: 'put-in-operation'; readonly at: string; readonly remark: string }
    | { readonly command: 'mark-not-deployable'; readonly at: string; readonly cause: string; readonly remark: string }
  );

export type ModelDecision = DecidedOf<KnownModelEvent>;

/**
 * The events that a command leads to in a state: one, or none where it asks for what is so already.
 * @throws AppError `model.*`, `step.*` or `text.personal`: what stands against it. Nothing is decided then.
 */
export const decideModel = (command: ModelCommand, state: ModelState): readonly ModelDecision[] => {
  if (command.command === 'schedule') return schedule(command.model, command, state);
  const plan = planToActOn(state);
  for (const text of [command.remark, 'cause' in command ? command.cause : '']) if (findPersonal(text)) throw new AppError('text.personal');
  switch (command.command) {
    case 'choose-unit':
      return chooseUnit(command, plan, state);
    case 'put-in-operation':
      return putInOperation(command, plan, state);
    case 'mark-not-deployable':
      return markNotDeployable(command, plan, state);
    default:
      return [decideStep(command, plan, state)];
  }
};

const schedule = (model: ModelPlan, command: Commanded & { readonly today: string }, state: ModelState): readonly ModelDecision[] => {
  const plan = withoutCommand(model);
  if (sameData(plan, state.plan)) return [];
  return [{ type: 'vn.da06.model.scheduled.v1', at: command.today, data: { ...plan, ...commandedOf(command) } }];
};

const planToActOn = (state: ModelState): ModelPlan => {
  if (state.plan === null) throw new AppError('model.unknown');
  const { standing } = state.plan;
  if (standing === 'not-mentioned' || standing === 'no-subject') throw new AppError('model.no-subject');
  if (standing === 'not-deployable' || state.notDeployable !== null) throw new AppError('model.not-deployable');
  return state.plan;
};

type Of<Name extends ModelCommand['command']> = Extract<ModelCommand, { readonly command: Name }>;

const chooseUnit = (command: Of<'choose-unit'>, plan: ModelPlan, state: ModelState): readonly ModelDecision[] => {
  if (!plan.needsUnit) throw new AppError('model.unit-not-needed');
  if (state.unit?.unit === command.unit) return [];
  refuseEnded(state);
  refuseDay(command);
  const { unit, at, remark } = command;
  return [{ type: 'vn.da06.model.unit-chosen.v1', at, data: { model: plan.model, unit, at, remark, ...commandedOf(command) } }];
};

const putInOperation = (command: Of<'put-in-operation'>, plan: ModelPlan, state: ModelState): readonly ModelDecision[] => {
  refuseEnded(state);
  const progress = plan.steps.filter(({ conditional }) => !conditional).map(({ step }) => ({ step, progress: state.steps[step]?.progress }));
  const open = progress.filter((one) => one.progress?.status !== 'completed').map(({ step }) => step);
  if (open.length > 0) throw new AppError('model.steps-open', { context: { steps: open }, detail: `Open: ${open.join(', ')}.` });
  if (plan.needsUnit && state.unit === null) throw new AppError('model.unit-missing');
  refuseDay(command, ...progress.map((one) => (one.progress?.status === 'completed' ? one.progress.completedOn : '')));
  const { at, remark } = command;
  return [{ type: 'vn.da06.model.put-in-operation.v1', at, data: { model: plan.model, at, outcome: plan.endKind ?? 'in-operation', remark, ...commandedOf(command) } }];
};

const markNotDeployable = (command: Of<'mark-not-deployable'>, plan: ModelPlan, state: ModelState): readonly ModelDecision[] => {
  refuseEnded(state);
  if (command.cause.trim() === '') throw new AppError('step.cause-required');
  refuseDay(command);
  const { at, cause, remark } = command;
  return [{ type: 'vn.da06.model.marked-not-deployable.v1', at, data: { model: plan.model, at, cause, remark, ...commandedOf(command) } }];
};

const refuseEnded = (state: ModelState): void => {
  if (state.ended !== null) throw new AppError('model.ended');
};

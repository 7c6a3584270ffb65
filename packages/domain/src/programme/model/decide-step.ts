import { AppError, type Code } from '@da06/errors';
import { commandedOf, type Commanded, type DecidedOf } from '../commanded.ts';
import { refuseDay } from '../refuse-day.ts';
import type { StepEvent } from './events.ts';
import { stepOf, type ModelPlan, type ModelState, type StepProgress } from './state.ts';

export type StepAction = 'start' | 'complete' | 'block' | 'unblock' | 'reopen';

export type StepCommand = {
  readonly command: StepAction;
  readonly step: number;
  readonly at: string;
  /** Required to block and to reopen; else it is not kept. */
  readonly cause: string;
  /** Code of the outside agency that did it, '' = the model's own. */
  readonly onBehalfOf: string;
  readonly remark: string;
};

type StepDecision = DecidedOf<StepEvent>;

/** What stands against an action in each state; what is not named is allowed. */
const refusals: Readonly<Record<StepProgress['status'], Partial<Record<StepAction, Code>>>> = {
  planned: { unblock: 'step.not-blocked', reopen: 'step.not-completed' },
  'in-progress': { start: 'step.already-started', unblock: 'step.not-blocked', reopen: 'step.not-completed' },
  blocked: { start: 'step.blocked', complete: 'step.blocked', block: 'step.already-blocked', reopen: 'step.not-completed' },
  completed: { start: 'step.already-completed', complete: 'step.already-completed', block: 'step.already-completed', unblock: 'step.not-blocked' },
};

/** The one event of a command on a step. Steps still open when the model ends (conditional ones, or those a later plan adds) can be recorded without leaving the end. @throws AppError `step.*` */
export const decideStep = (command: StepCommand & Commanded & { readonly today: string }, plan: ModelPlan, state: ModelState): StepDecision => {
  const step = plan.steps.find(({ step: number }) => number === command.step);
  if (step === undefined) throw new AppError('step.unknown');
  const { progress, notBefore } = stepOf(state, step.step);
  const refusal = refusals[progress.status][command.command];
  if (refusal !== undefined) throw new AppError(refusal);
  refuseOnBehalf(command.onBehalfOf, step.actors);
  if ((command.command === 'block' || command.command === 'reopen') && command.cause.trim() === '') throw new AppError('step.cause-required');
  refuseDay(command, notBefore);
  return eventOf(command, plan.model);
};

const refuseOnBehalf = (onBehalfOf: string, actors: ModelPlan['steps'][number]['actors']): void => {
  const outside = actors.filter((actor) => actor.outside).map(({ code }) => code);
  if (onBehalfOf === '') {
    if (actors.length > 0 && outside.length === actors.length) throw new AppError('step.on-behalf-required', { context: { agencies: outside }, detail: `One of ${outside.join(', ')}.` });
  } else if (!outside.includes(onBehalfOf)) throw new AppError('step.on-behalf-unknown', { context: { agencies: outside } });
};

const eventOf = (command: StepCommand & Commanded, model: number): StepDecision => {
  const { step, at, cause, onBehalfOf, remark } = command;
  const data = { model, step, at, onBehalfOf, remark, ...commandedOf(command) };
  switch (command.command) {
    case 'start':
      return { type: 'vn.da06.step.started.v1', at, data };
    case 'complete':
      return { type: 'vn.da06.step.completed.v1', at, data };
    case 'block':
      return { type: 'vn.da06.step.blocked.v1', at, data: { ...data, cause } };
    case 'unblock':
      return { type: 'vn.da06.step.unblocked.v1', at, data };
    case 'reopen':
      return { type: 'vn.da06.step.reopened.v1', at, data: { ...data, cause } };
  }
};

import type { Step, StepStatus } from './answers.ts';

export type StepAction = 'start' | 'complete' | 'block' | 'unblock' | 'reopen';
/** What is asked of a model as a whole. */
export type ModelAction = 'put-in-operation' | 'mark-not-deployable' | 'unit';

/** What the server takes in each state, the likeliest first. */
export const actionsOf: Readonly<Record<StepStatus, readonly StepAction[]>> = {
  planned: ['start', 'complete', 'block'],
  'in-progress': ['complete', 'block'],
  blocked: ['unblock'],
  completed: ['reopen'],
};

export const needsCause = (action: StepAction | ModelAction): boolean => action === 'block' || action === 'reopen' || action === 'mark-not-deployable';

/** Agencies outside the locality on whose behalf a step can be told; it must be one of them where all of its actors are. */
export const outsideActors = (step: Pick<Step, 'actors'>): Step['actors'] => step.actors.filter(({ outside }) => outside);

export type Told = { readonly at: string; readonly cause: string; readonly onBehalfOf: string; readonly note: string; readonly unit: string };

/** The body of a command: what it has no place for is left out. */
export const bodyOf = (action: StepAction | ModelAction, { at, cause, onBehalfOf, note, unit }: Told): Readonly<Record<string, string>> => ({
  ...(at !== '' && { at }), note,
  ...(needsCause(action) && { cause }),
  ...(action === 'unit' && { unit }),
  ...(['start', 'complete', 'block', 'unblock', 'reopen'].includes(action) && onBehalfOf !== '' && { onBehalfOf }),
});

export const pathOf = (model: number, step: number | undefined, action: StepAction | ModelAction): string =>
  `/v1/models/${String(model)}/${step === undefined ? '' : `steps/${String(step)}/`}${action}`;

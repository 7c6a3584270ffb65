import { localDay, monthOf, monthsAfter } from '@da06/domain';
import { createDraw } from '../random.ts';
import type { Action } from './action.ts';
import { lifeOfModel } from './model-life.ts';
import { createWriters } from './report-life.ts';
import { requestsOf } from './request-life.ts';
import type { PlanToLive } from './plan.ts';

export type ProgrammeLife = {
  /** What offices and communes do, in the order of `at`; endless: months follow each other. With `after`: only what happens after that moment (Unix ms). */
  readonly actions: (options?: { readonly after?: number }) => Iterable<Action>;
};

/** Streams of draws, so that what one part draws never moves another. */
const streams = { models: 61, reports: 62, requests: 63 } as const;

/**
 * How a locality could have carried out its plan: steps begun, blocked, done and reopened, and the reports of every month. Invented from the seed: no
 * model, office or commune was so. The same options give the same actions.
 */
export const createProgrammeLife = ({ plan, seed }: { readonly plan: PlanToLive; readonly seed: number }): ProgrammeLife => ({
  actions: function* ({ after = Number.NEGATIVE_INFINITY } = {}) {
    for (const action of walk(plan, seed)) if (action.at > after) yield action;
  },
});

/** Steps are planned ahead, reports month by month: what a month brings is sorted before it is told. */
function* walk(plan: PlanToLive, seed: number): Generator<Action> {
  const steps = plan.models.flatMap((model) => lifeOfModel(model, plan, createDraw(seed, streams.models, model.model)));
  const writers = createWriters(plan, (reporter) => createDraw(seed, streams.reports, ...[...reporter].map((letter) => letter.charCodeAt(0))));
  const pending: Action[] = [...steps, ...requestsOf(plan, createDraw(seed, streams.requests)), { what: 'plan', at: plan.startsAt }];
  for (let period = monthOf(localDay(plan.startsAt)); ; period = monthsAfter(period, 1)) {
    pending.push(...writers.reportsOf(period));
    pending.sort((a, b) => a.at - b.at);
    // Reports of a month come after it has ended: nothing that a later month brings lies before the end of this one.
    const upTo = pending.findIndex(({ at }) => monthOf(localDay(at)) > period);
    yield* pending.splice(0, upTo === -1 ? pending.length : upTo);
  }
}

import { decideModel, decideReporter, describeModel, initialModel, initialReporter } from '@da06/domain';
import { topics } from '@da06/events';
import type { Hono } from 'hono';
import { carriedOf } from '../commands/commander.ts';
import type { Draft } from '../commands/compose.ts';
import type { Service } from '../service.ts';
import type { ProgrammeState } from '../state/state.ts';
import { readers } from './access.ts';
import { askedOf, holderOf } from './context.ts';

/** What a plan holds, and how many events it took to make it hold. */
type PlanCounts = {
  readonly models: number;
  readonly steps: number;
  readonly deadlines: number;
  readonly bornOverdue: number;
  readonly groups: Readonly<Record<'I' | 'II' | 'III', number>>;
  readonly continuous: number;
  readonly reporters: number;
  readonly changed: number;
};

/** The locality's plan: loading it, and the indicators that reports are made of. */
export const planRoutes = (app: Hono, service: Service): void => {
  const { programme } = service.locality;
  app.post('/v1/plan', async (c) => {
    const holder = await holderOf(service, c.req.raw, ['admin']);
    // The plan is real wherever it is loaded: a demonstration plays on it, and does not make it.
    const asked = { ...askedOf(service, c, holder, null), simulated: false };
    return await service.commander.run(asked, {
      decide: (state, today): readonly Draft[] => [
        ...programme.models.flatMap((model) =>
          decideModel({ command: 'schedule', model, ...carriedOf(asked), today }, state.models.get(model.model)?.state ?? initialModel).map((event) => ({ topic: topics.steps, subject: String(model.model), versioned: true, ...event })),
        ),
        ...programme.reporters.flatMap((assignment) =>
          decideReporter({ assignment, ...carriedOf(asked), today }, state.reporters.get(assignment.reporter) ?? initialReporter).map((event) => ({ topic: topics.reports, subject: assignment.reporter, versioned: true, ...event })),
        ),
      ],
      answer: ({ state, today, events }) => {
        service.countSoon();
        return c.json(planCounts(state, today, events.length));
      },
    });
  });
  app.get('/v1/programme/indicators', async (c) => {
    await holderOf(service, c.req.raw, readers);
    return c.json({ indicators: programme.indicators });
  });
};

const planCounts = ({ models, reporters }: ProgrammeState, today: string, changed: number): PlanCounts => {
  const states = [...models.values()].map(({ state }) => state);
  const plans = states.flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const group = (annex: string): number => plans.filter((plan) => plan.annex === annex).length;
  return {
    models: plans.length,
    steps: plans.reduce((sum, { steps }) => sum + steps.length, 0),
    deadlines: plans.filter(({ deadline }) => deadline !== null).length,
    bornOverdue: states.filter((state) => state.plan !== null && describeModel(state, today).bornOverdue).length,
    groups: { I: group('I'), II: group('II'), III: group('III') },
    continuous: plans.filter(({ continuous }) => continuous).length,
    reporters: reporters.size,
    changed,
  };
};

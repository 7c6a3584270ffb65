import { decideModel, type ModelCommand, type ModelState } from '@da06/domain';
import { AppError } from '@da06/errors';
import { topics } from '@da06/events';
import { problem } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { carriedOf, type Asked } from '../commands/commander.ts';
import type { Service } from '../service.ts';
import type { ProgrammeState, Told } from '../state/state.ts';
import { modelSummary, wholeModel, type At } from '../views/model.ts';
import { assertRolls, readersAndWall, rollers } from './access.ts';
import { askedOf, atOf, etagOf, holderOf, ifMatchOf, jsonBody, todayOf } from './context.ts';

const day = z.iso.date();
const text = (most: number) => z.string().trim().max(most).default('');
/** What a command on a step says; `at` is today if left out. */
export const StepBody = z.object({ at: day.optional(), cause: text(1_000), onBehalfOf: text(60), note: text(2_000) });
export const UnitBody = z.object({ unit: z.string().min(1).max(60), at: day.optional(), note: text(2_000) });
export const EndBody = z.object({ at: day.optional(), note: text(2_000) });
export const NotDeployableBody = z.object({ at: day.optional(), cause: text(1_000), note: text(2_000) });

/** The models: where they stand, and what is done with them. */
export const modelRoutes = (app: Hono, service: Service): void => {
  const { locality } = service;
  app.get('/v1/models', async (c) => {
    await holderOf(service, c.req.raw, readersAndWall);
    const at = atOf(service, c);
    const told = [...at.state.models.values()].filter(({ state }) => state.plan !== null).sort((one, other) => numberOf(one) - numberOf(other));
    return c.json({ asOf: at.today, plan: told[0]?.state.plan?.plan ?? null, models: told.map((one) => modelSummary(one, at)) });
  });
  app.get('/v1/models/:no', async (c) => {
    await holderOf(service, c.req.raw, readersAndWall);
    const at = atOf(service, c);
    return answerOf(getModel(at.state, c.req.param('no')), at);
  });

  const command = <Schema extends z.ZodType>(schema: Schema, commandOf: (body: z.output<Schema>, c: Context, today: string) => Omitted) => async (c: Context): Promise<Response> => {
    const holder = await holderOf(service, c.req.raw, rollers);
    const today = todayOf(service, c);
    const model = getModel(service.state(), c.req.param('no') ?? '');
    const number = numberOf(model);
    assertRolls(holder, model.state.plan?.leads ?? [], today);
    const expected = ifMatchOf(c);
    if (expected === undefined) throw new AppError('request.if-match-missing');
    const body = await jsonBody(service, c, schema);
    const asked = askedOf(service, c, holder, body);
    return await decided(service, { number, expected, asked, command: commandOf(body, c, today) });
  };
  for (const action of ['start', 'complete', 'block', 'unblock', 'reopen'] as const) {
    app.post(`/v1/models/:no/steps/:step/${action}`, command(StepBody, ({ at, cause, onBehalfOf, note }, c, today) => ({ command: action, step: stepNumber(c.req.param('step')), at: at ?? today, cause, onBehalfOf, remark: note })));
  }
  app.put('/v1/models/:no/unit', command(UnitBody, ({ unit, at = undefined, note }, _c, today) => {
    const on = at ?? today;
    if (!locality.isUnitValid(unit, on)) throw new AppError('model.unit-unknown');
    return { command: 'choose-unit', unit, at: on, remark: note };
  }));
  app.post('/v1/models/:no/put-in-operation', command(EndBody, ({ at, note }, _c, today) => ({ command: 'put-in-operation', at: at ?? today, remark: note })));
  app.post('/v1/models/:no/mark-not-deployable', command(NotDeployableBody, ({ at, cause, note }, _c, today) => ({ command: 'mark-not-deployable', at: at ?? today, cause, remark: note })));
};

/** A command without what every one of them carries. */
type Omitted = ModelCommand extends infer Each ? (Each extends ModelCommand ? Omit<Each, 'idempotencyKey' | 'requestHash' | 'simulated' | 'today'> : never) : never;
type Asking = { readonly number: number; readonly expected: number; readonly asked: Asked; readonly command: Omitted };

class Changed extends Error {
  readonly at: At;

  constructor(at: At) {
    super('changed');
    this.at = at;
  }
}

/** Decides a command on the version that the sender has seen; of another one the sender is told what it is now. */
const decided = async ({ commander, locality }: Service, { number, expected, asked, command }: Asking): Promise<Response> => {
  try {
    return await commander.run(asked, {
      decide: (state, today) => {
        const model = getModel(state, String(number)).state;
        if (model.version !== expected) throw new Changed({ state, today, locality });
        return decideModel({ ...command, ...carriedOf(asked), today }, model).map((event) => ({ topic: topics.steps, subject: String(number), versioned: true, ...event }));
      },
      answer: ({ state, today }) => answerOf(getModel(state, String(number)), { state, today, locality }),
    });
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    const current = getModel(error.at.state, String(number));
    return problem('model.changed', { headers: { etag: etagOf(current.state.version) }, extra: { current: wholeModel(current, error.at) } });
  }
};

const answerOf = (told: Told<ModelState>, at: At): Response => Response.json(wholeModel(told, at), { headers: { etag: etagOf(told.state.version) } });

const numberOf = ({ state }: Told<ModelState>): number => state.plan?.model ?? 0;

/** @throws AppError `model.unknown`, or `programme.no-plan` while there is none at all. */
const getModel = (state: ProgrammeState, number: string): Told<ModelState> => {
  const told = /^[1-9]\d{0,3}$/.test(number) ? state.models.get(Number(number)) : undefined;
  if (told?.state.plan === undefined || told.state.plan === null) throw new AppError(state.models.size === 0 ? 'programme.no-plan' : 'model.unknown');
  return told;
};

const stepNumber = (text: string | undefined): number => {
  if (text === undefined || !/^[1-9]\d{0,3}$/.test(text)) throw new AppError('step.unknown');
  return Number(text);
};

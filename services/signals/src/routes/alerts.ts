import { decideAlert, type AlertAction } from '@da06/domain';
import { AppError, fault } from '@da06/errors';
import { alertReasons } from '@da06/reference';
import { assertJson, InvalidBody, parseJson, problem } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { openIdentity } from '../alerts/open-identity.ts';
import { shownAlert } from '../alerts/shown.ts';
import { compose } from '../compose.ts';
import type { KnownAlert } from '../known/types.ts';
import { judgementsOf } from '../rules/judgements.ts';
import type { Service } from '../service.ts';
import { judgeOf, receiptTimeOf, type Judge } from './context.ts';

export const ReasonBody = z.object({ reason: z.string().max(40).describe('A code of the list of reasons.') });

const mostShown = 5_000;

/** Alerts: the list, one, what came of it, and who it is about. To an officer there are none of other units. */
export const alertRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/alerts', async (c) => {
    const by = await judgeOf(service, c.req.raw);
    const { rule, status, unit, facility, entry } = c.req.query();
    const wanted = (given: string | undefined, held: string): boolean => given === undefined || given === held;
    const found: KnownAlert[] = [];
    for (const alert of service.known().alerts()) {
      const { state, state: { raised } } = alert;
      if (isOf(by, alert) && wanted(rule, raised.rule) && wanted(status, state.status) && wanted(unit, raised.unit) && wanted(facility, raised.facility) && wanted(entry, raised.entry)) found.push(alert);
    }
    const newest = found.map(shownWithRule(service)).sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : a.alert < b.alert ? -1 : 1));
    return c.json({ count: newest.length, alerts: newest.slice(0, mostShown) });
  });
  app.get('/v1/alerts/:alert', async (c) => {
    const by = await judgeOf(service, c.req.raw);
    return answerOf(service, getAlert(service, by, c.req.param('alert')));
  });
  for (const action of ['confirm', 'dismiss', 'close'] as const) app.post(`/v1/alerts/:alert/${action}`, async (c) => await judge(service, c, action));
  app.post('/v1/alerts/:alert/identity', async (c) => {
    const by = await judgeOf(service, c.req.raw);
    const reason = await reasonOf(service, c, 'open');
    const alert = getAlert(service, by, c.req.param('alert'));
    const opened = await openIdentity(service, alert, { actor: by.actor, receivedAt: receiptTimeOf(service, c), reason });
    c.header('cache-control', 'no-store');
    return c.json(opened);
  });
};

const isOf = ({ ownUnits }: Judge, { state: { raised } }: KnownAlert): boolean => ownUnits === undefined || ownUnits.has(raised.unit);

const getAlert = (service: Service, by: Judge, id: string): KnownAlert => {
  const alert = service.known().alert(id);
  if (alert === undefined || !isOf(by, alert)) throw new AppError('alert.unknown');
  return alert;
};

/** An alert is never shown without what came of the others of its rule. */
const shownWithRule = (service: Service) => {
  const judgements = judgementsOf(service.known().alerts());
  return (alert: KnownAlert) => {
    const { raised: { rule, simulated } } = alert.state;
    const { precision, confirmed, dismissed } = judgements(rule, simulated);
    return { ...shownAlert(alert), rulePrecision: precision, ruleJudged: confirmed + dismissed };
  };
};

const answerOf = (service: Service, alert: KnownAlert): Response => Response.json(shownWithRule(service)(alert), { headers: { etag: `"${String(alert.state.version)}"` } });

const reasonOf = async (service: Service, c: Context, of: keyof typeof alertReasons): Promise<string> => {
  assertJson(c.req.raw);
  const { reason } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, ReasonBody));
  if (!alertReasons[of].some((known) => known.reason === reason)) throw new InvalidBody([fault('/reason', 'field.not-allowed-value')]);
  return reason;
};

/** One judgement after the other, each on the alert as it is; If-Match names the version it was read at, if the sender wants to be told of another's. */
const judge = async (service: Service, c: Context, action: AlertAction): Promise<Response> => {
  const by = await judgeOf(service, c.req.raw);
  const expected = ifMatchOf(c);
  const reason = await reasonOf(service, c, action);
  const id = c.req.param('alert') ?? '';
  return await service.decide(async (keep) => {
    const held = getAlert(service, by, id);
    if (expected !== undefined && expected !== held.state.version) return problem('alert.changed', { extra: { current: shownWithRule(service)(held) } });
    const events = decideAlert({ command: action, reason }, held.state);
    if (events.length > 0) await keep(events.map(({ type, data }, index) => compose(service, { type, subject: id, actor: by.actor, receivedAt: receiptTimeOf(service, c), streamversion: held.state.version + 1 + index, data })));
    return answerOf(service, getAlert(service, by, id));
  });
};

/** @throws AppError `request.if-match-format` unless it is one ETag as we give them. */
const ifMatchOf = (c: Context): number | undefined => {
  const header = c.req.header('if-match');
  if (header === undefined) return undefined;
  const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(header) ?? [];
  if (version === undefined) throw new AppError('request.if-match-format');
  return Number(version);
};

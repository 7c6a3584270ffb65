import { monthOf, monthsAfter } from '@da06/domain';
import { AppError } from '@da06/errors';
import { Period } from '@da06/events';
import type { Context, Hono } from 'hono';
import type { Service } from '../service.ts';
import { dutiesOf, shownRequest } from '../views/report.ts';
import { assertReportsFor, readers, reporters } from './access.ts';
import { atOf, holderOf, ifMatchOf, jsonBody } from './context.ts';
import { contentOf, fileReport, reportAnswer, ReportBody } from './file-report.ts';

/** Monthly reports: filing them, reading them, and who owes one. */
export const reportRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/reports', async (c) => {
    await holderOf(service, c.req.raw, readers);
    const at = atOf(service, c);
    const period = periodOf(c.req.query('period') ?? monthsAfter(monthOf(at.today), -1));
    return c.json({ period, asOf: at.today, duties: dutiesOf(period, at), requests: [...at.state.requests.values()].filter(({ state }) => monthOf(state.dueOn) === period).map((told) => shownRequest(told, at)) });
  });
  app.put('/v1/reports/:period/:reporter', async (c) => {
    const holder = await holderOf(service, c.req.raw, reporters);
    const reporter = c.req.param('reporter');
    assertReportsFor(holder, reporter);
    const period = periodOf(c.req.param('period'));
    const expected = ifMatchOf(c);
    const body = await jsonBody(service, c, ReportBody);
    return await fileReport(service, c, { holder, period, request: '', reporter, content: contentOf(body), channel: 'api', expected });
  });
  app.get('/v1/reports/:period/:reporter', async (c) => {
    await holderOf(service, c.req.raw, readers);
    const told = atOf(service, c).state.reports.get(`${periodOf(c.req.param('period'))}/${c.req.param('reporter')}`);
    if (told === undefined) throw new AppError('report.unknown');
    return reportAnswer(told, { revision: revisionOf(c) });
  });
};

/** @throws AppError `period.format` unless a text is a month. */
export const periodOf = (text: string): string => {
  if (!Period.safeParse(text).success) throw new AppError('period.format');
  return text;
};

/** The revision that is asked for. @throws AppError `request.invalid`. */
export const revisionOf = (c: Context): number | undefined => {
  const text = c.req.query('revision');
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new AppError('request.invalid', { detail: 'revision: a number from 1 is expected.' });
  return Number(text);
};

import { decideRequest } from '@da06/domain';
import { AppError } from '@da06/errors';
import { topics, type ReportRequestedData } from '@da06/events';
import type { Hono } from 'hono';
import { z } from 'zod';
import { carriedOf } from '../commands/commander.ts';
import type { Service } from '../service.ts';
import { assignmentsOf, type Told } from '../state/state.ts';
import { shownRequest } from '../views/report.ts';
import { assertReportsFor, readers, reporters, requesters } from './access.ts';
import { bodyFaults } from './body-faults.ts';
import { askedOf, atOf, holderOf, ifMatchOf, jsonBody } from './context.ts';
import { contentOf, fileReport, reportAnswer, ReportBody } from './file-report.ts';
import { revisionOf } from './reports.ts';

/** An id may not look like a month: reports of both sorts stand side by side. */
const requestId = /^(?!\d{4}-\d\d$)[a-z0-9][a-z0-9-]{2,47}$/;

export const RequestBody = z.object({
  id: z.string().regex(requestId).optional(),
  reporters: z.array(z.string().min(1).max(60)).min(1).max(200),
  models: z.array(z.int().positive()).max(100).default([]),
  dueOn: z.iso.date(),
  text: z.string().trim().min(1).max(2_000),
});

/** Reports beside the monthly ones: asking for them, filing and reading them. */
export const requestRoutes = (app: Hono, service: Service): void => {
  const { locality } = service;
  app.post('/v1/report-requests', async (c) => {
    const holder = await holderOf(service, c.req.raw, requesters);
    const body = await jsonBody(service, c, RequestBody);
    const asked = askedOf(service, c, holder, body);
    const id = body.id ?? `yc-${Buffer.from(service.random(6)).toString('hex')}`;
    return await service.commander.run(asked, {
      decide: (state, today) => {
        if (state.models.size === 0) throw new AppError('programme.no-plan');
        const { reporters: who, models, dueOn, text } = body;
        const known = { assignments: assignmentsOf(state), hasModel: (number: number) => state.models.has(number) };
        return bodyFaults(() => decideRequest({ request: { request: id, reporters: who, models, dueOn, text }, ...carriedOf(asked), today }, state.requests.get(id)?.state, known))
          .map((event) => ({ topic: topics.reports, subject: id, versioned: true, ...event }));
      },
      answer: ({ state, today, events }) => c.json(shownRequest(state.requests.get(events[0]?.subject ?? id) as Told<ReportRequestedData>, { state, today, locality }), events.length > 0 ? 201 : 200),
    });
  });
  app.get('/v1/report-requests', async (c) => {
    await holderOf(service, c.req.raw, readers);
    const at = atOf(service, c);
    return c.json({ asOf: at.today, requests: [...at.state.requests.values()].map((told) => shownRequest(told, at)) });
  });
  app.put('/v1/report-requests/:id/:reporter', async (c) => {
    const holder = await holderOf(service, c.req.raw, reporters);
    const { id, reporter } = c.req.param();
    assertReportsFor(holder, reporter);
    if (!service.state().requests.has(id)) throw new AppError('report-request.unknown');
    const expected = ifMatchOf(c);
    const body = await jsonBody(service, c, ReportBody);
    return await fileReport(service, c, { holder, period: '', request: id, reporter, content: contentOf(body), channel: 'api', expected });
  });
  app.get('/v1/report-requests/:id/:reporter', async (c) => {
    await holderOf(service, c.req.raw, readers);
    const { id, reporter } = c.req.param();
    const { state } = atOf(service, c);
    const told = state.requests.has(id) ? state.reports.get(`${id}/${reporter}`) : undefined;
    if (told === undefined) throw new AppError(state.requests.has(id) ? 'report.unknown' : 'report-request.unknown');
    return reportAnswer(told, { revision: revisionOf(c) });
  });
};

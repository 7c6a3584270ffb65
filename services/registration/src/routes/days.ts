import { AppError } from '@da06/errors';
import { facilityDayReportedType, topics } from '@da06/events';
import { localDay } from '@da06/domain';
import { actorOf, dayOf } from '@da06/service-kit';
import type { Hono } from 'hono';
import { createHash } from 'node:crypto';
import { addEvent } from '../commit/unit.ts';
import { arrivalsOf } from '../records/arrivals.ts';
import type { Service } from '../service.ts';
import { everyone, facilityFor, holderOf, receiptTimeOf, writers } from './context.ts';

/** A facility's days: the digest of a day's arrivals, and the word that there were none. */
export const dayRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/days/:date/digest', async (c) => {
    const holder = await holderOf(service, c.req.raw, everyone.filter((role) => role !== 'wall'));
    const facility = facilityFor(service, holder, c.req.param('facility'));
    const date = dayOf(c.req.param('date'), 'date');
    const refs = arrivalsOf(service, facility.registered.id, date).map(({ ref }) => ref);
    return c.json({ date, count: refs.length, digest: createHash('sha256').update(refs.join('\n')).digest('hex'), refs });
  });
  app.post('/v1/facilities/:facility/days/:date/nothing-to-report', async (c) => {
    const holder = await holderOf(service, c.req.raw, writers);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const day = dayOf(c.req.param('date'), 'date');
    const receivedAt = receiptTimeOf(service, c);
    if (day > localDay(receivedAt)) throw new AppError('request.invalid', { detail: 'date: the day is not over, it has not begun.' });
    const data = { facility, day, nothingToReport: true };
    const eventId = await service.committer.submit((unit) => addEvent(unit, { topic: topics.stays, type: facilityDayReportedType, subject: facility, receivedAt, actor: actorOf(holder), data }));
    return c.json({ facility, date: day, nothingToReport: true, eventId }, 201);
  });
};

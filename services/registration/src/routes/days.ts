import { isDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { facilityDayReportedType, topics } from '@da06/events';
import { localDay } from '@da06/domain';
import type { Context, Hono } from 'hono';
import { createHash } from 'node:crypto';
import { addEvent } from '../commit/unit.ts';
import type { Service } from '../service.ts';
import { actorOf, everyone, facilityFor, holderOf, writers } from './context.ts';

/** A facility's days: the digest of a day's arrivals, and the word that there were none. */
export const dayRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/facilities/:facility/days/:date/digest', async (c) => {
    const holder = await holderOf(service, c.req.raw, everyone.filter((role) => role !== 'wall'));
    const facility = facilityFor(service, holder, c.req.param('facility'));
    const date = dateOf(c);
    const refs = arrivalsOf(service, facility.registered.id, date);
    return c.json({ date, count: refs.length, digest: createHash('sha256').update(refs.join('\n')).digest('hex'), refs });
  });
  app.post('/v1/facilities/:facility/days/:date/nothing-to-report', async (c) => {
    const holder = await holderOf(service, c.req.raw, writers);
    const facility = facilityFor(service, holder, c.req.param('facility')).registered.id;
    const day = dateOf(c);
    const receivedAt = service.now();
    if (day > localDay(receivedAt)) throw new AppError('request.invalid', { detail: 'date: the day is not over, it has not begun.' });
    const data = { facility, day, nothingToReport: true };
    const eventId = await service.committer.submit((unit) => addEvent(unit, { topic: topics.stays, type: facilityDayReportedType, subject: facility, receivedAt, actor: actorOf(holder), data }));
    return c.json({ facility, date: day, nothingToReport: true, eventId }, 201);
  });
};

/** References that arrive on a local day and are not cancelled, sorted by bytes. They are ASCII, so code units sort as bytes do. */
const arrivalsOf = (service: Service, facility: string, day: string): string[] => {
  const held = service.refs.arrivals(facility, day);
  const start = `${facility}\n${day}\n`;
  const fresh = service.committer.view.freshDays().filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  return [...new Set([...held, ...fresh])]
    .filter((ref) => {
      const state = service.committer.view.ref(`${facility}/${ref}`);
      return state?.seen === true && !state.cancelled && localDay(state.arrivedAt) === day;
    })
    .sort();
};

/** @throws AppError `request.invalid` unless the address names a day of the calendar. */
const dateOf = (c: Context): string => {
  const date = c.req.param('date') ?? '';
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) throw new AppError('request.invalid', { detail: 'date: a day as 2026-11-20 is expected.' });
  return date;
};

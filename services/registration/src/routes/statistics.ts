import { localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { actorOf, assertJson, createTurns, dayOf, parseJson } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Service } from '../service.ts';
import { findReleases } from '../statistics/find-releases.ts';
import { releaseStatistic } from '../statistics/release-statistic.ts';
import { isStatistic, type Statistic } from '../statistics/sealed-statistics.ts';
import { holderOf, keepers, receiptTimeOf } from './context.ts';

export const StatisticBody = z.object({ asOf: z.iso.date().describe('Local day at whose end is counted; not one to come.') });

/** Counts of what is sealed: released by the standing agency or an administrator, small cells left out. */
export const statisticRoutes = (app: Hono, service: Service): void => {
  // One after the other: each holds what it knows of every resident.
  const inTurn = createTurns();
  app.post('/v1/statistics/:statistic', async (c) => {
    const holder = await holderOf(service, c.req.raw, keepers);
    const statistic = statisticOf(c.req.param('statistic'));
    assertJson(c.req.raw);
    const { asOf } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, StatisticBody));
    const receivedAt = receiptTimeOf(service, c);
    if (asOf > localDay(receivedAt)) throw new AppError('request.invalid', { detail: 'asOf: the day is still to come.' });
    const { eventId, data } = await inTurn(() => releaseStatistic(service, { statistic, asOf, actor: actorOf(holder), receivedAt }));
    return c.json({ eventId, ...data }, 201);
  });
  app.get('/v1/statistics/:statistic', async (c) => {
    await holderOf(service, c.req.raw, keepers);
    const asOf = c.req.query('asOf');
    const day = asOf === undefined ? undefined : dayOf(asOf, 'asOf');
    const releases = await findReleases(service.log, statisticOf(c.req.param('statistic')));
    return c.json(releases.filter(({ data }) => day === undefined || data.asOf === day).map(({ id, recordedtime, data }) => ({ eventId: id, releasedAt: recordedtime, ...data })));
  });
};

/** @throws AppError `request.invalid`. */
const statisticOf = (name: string): Statistic => {
  if (!isStatistic(name)) throw new AppError('request.invalid', { detail: 'statistic: ethnicity or absence-case is expected.' });
  return name;
};

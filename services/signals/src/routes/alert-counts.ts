import { AppError } from '@da06/errors';
import { everyRole } from '@da06/service-kit';
import type { Hono } from 'hono';
import { askedDays } from '../alerts/counts.ts';
import type { Service } from '../service.ts';
import { holderOf, receiptTimeOf } from './context.ts';

/** How many alerts there were, for the wall and everybody else: by day, unit and rule, nothing finer. */
export const alertCountRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/alerts/counts', async (c) => {
    await holderOf(service, c.req.raw, everyRole);
    const days = askedDays(c.req.query(), receiptTimeOf(service, c));
    const counts = await service.counts?.(days);
    if (counts === undefined) throw new AppError('warehouse.unavailable', { retryable: true, detail: 'This process has no tables.' });
    return c.json({ ...days, counts });
  });
};

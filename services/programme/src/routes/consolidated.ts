import { dayMs, instant, localMidnight, monthOf, monthsAfter } from '@da06/domain';
import { AppError } from '@da06/errors';
import { accepts, pageHeaders } from '@da06/service-kit';
import type { Hono } from 'hono';
import { consolidate } from '../consolidated/consolidate.ts';
import { consolidatedPage } from '../consolidated/page.ts';
import type { Service } from '../service.ts';
import { consolidatedInput } from '../views/consolidated-input.ts';
import { readersAndWall } from './access.ts';
import { atOf, holderOf, receiptTimeOf } from './context.ts';
import { periodOf } from './reports.ts';

/** A month of the programme on one sheet, as JSON or as a page to print. */
export const consolidatedRoutes = (app: Hono, service: Service): void => {
  app.get('/v1/consolidated-report', async (c) => {
    await holderOf(service, c.req.raw, readersAndWall);
    const at = atOf(service, c);
    if (at.state.models.size === 0) throw new AppError('programme.no-plan');
    const period = periodOf(c.req.query('period') ?? monthsAfter(monthOf(at.today), -1));
    const moment = c.req.query('asOf') === undefined ? receiptTimeOf(service, c) : localMidnight(at.today) + dayMs - 1;
    const report = consolidate(consolidatedInput(period, instant(moment), at));
    if (c.req.query('format') !== 'html' && !accepts(c.req.raw, 'text/html')) return c.json(report);
    const page = consolidatedPage(report);
    return new Response(page, { headers: pageHeaders(page) });
  });
};

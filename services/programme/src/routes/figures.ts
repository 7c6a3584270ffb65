import { localDay, monthOf, monthsAfter } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { IndicatorDefinedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { accepts } from '@da06/service-kit';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { figuresCsv, type FigureQuestion } from '../figures/figures.ts';
import type { Service } from '../service.ts';
import { readersAndWall } from './access.ts';
import { holderOf, receiptTimeOf } from './context.ts';
import { periodOf } from './reports.ts';

/** So many months at once: figures of people are counted anew for each. */
const mostMonths = 36;

/** Published aggregates for other systems (model 25): a figure of a place by month, as JSON or CSV. */
export const figureRoutes = (app: Hono, service: Service): void => {
  app.use('/v1/indicators/values', etag());
  app.get('/v1/indicators/values', async (c) => {
    await holderOf(service, c.req.raw, readersAndWall);
    const { figures, locality } = service;
    const definition = locality.indicatorDefinitions.find(({ code }) => code === c.req.query('code'));
    if (definition === undefined) throw new AppError('indicator.not-defined');
    const today = monthOf(localDay(receiptTimeOf(service, c)));
    const to = periodOf(c.req.query('to') ?? today);
    const from = periodOf(c.req.query('from') ?? monthsAfter(to, -11));
    if (from > to || monthsAfter(from, mostMonths - 1) < to) throw new AppError('request.invalid', { detail: `from, to: 1 to ${String(mostMonths)} months are expected.` });
    const unit = c.req.query('unit') ?? '';
    const found = await figures?.({ ...placeOf(unit, locality), code: definition.code, additive: definition.kind === 'count' || definition.kind === 'amount', from, to });
    if (found === undefined) throw new AppError('warehouse.unavailable', { retryable: true, detail: 'This process has no tables.' });
    // What changes with every receipt and is no part of the figures stands in a header: an unchanged answer keeps its ETag.
    if (found.asOf !== null) c.header('da06-as-of', found.asOf);
    c.header('cache-control', 'private, no-cache');
    if (c.req.query('format') === 'csv' || accepts(c.req.raw, 'text/csv')) return c.body(figuresCsv(definition.code, unit, found.values), 200, { 'content-type': 'text/csv; charset=utf-8' });
    return c.json({ ...shown(definition), place: unit, from, to, values: found.values });
  });
};

/** The definition goes along: a figure without its meaning is none (product.md, 6). */
const shown = ({ code, vi, en, definitionVi, unit, source, scope, nature }: IndicatorDefinedData) => ({ code, vi, en, definitionVi, unit, source, scope, nature });

/** A district's own uid stands for the area it was: the unit is gone, its borders stay comparable. @throws AppError `unit.unknown`. */
const placeOf = (uid: string, locality: Locality): Pick<FigureQuestion, 'placeKind' | 'place'> => {
  if (uid === '') return { placeKind: 'all', place: '' };
  const unit = locality.unitByUid(uid);
  if (unit === undefined) throw new AppError('unit.unknown');
  return { placeKind: unit.level === 'commune' ? 'unit' : 'area', place: uid };
};

import { dutyFor, findPersonal, hasPartIn, monthsAfter, type Assignment } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { IndicatorDefinition, Locality } from '@da06/reference';
import { InvalidBody, mediaTypeOf, type KeyHolder } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context, Hono } from 'hono';
import { readReportSheet } from '../report-sheet/read-report-sheet.ts';
import { reportTemplate } from '../report-sheet/report-template.ts';
import type { SheetModel } from '../report-sheet/types.ts';
import type { Service } from '../service.ts';
import { assignmentsOf, type ProgrammeState } from '../state/state.ts';
import { countedOf } from '../views/counted.ts';
import { assertReportsFor, reporters } from './access.ts';
import { atOf, holderOf } from './context.ts';
import { fileReport } from './file-report.ts';
import { periodOf } from './reports.ts';

/** A report as a workbook: out with what is known, and back. */
export const sheetRoutes = (app: Hono, service: Service): void => {
  const { locality } = service;
  app.get('/v1/report-template.xlsx', async (c) => {
    const { reporter, period } = await addressed(service, c);
    const { state } = atOf(service, c);
    const duty = dutyFor(assignmentsOf(state), reporter, period);
    if (duty === undefined) throw new AppError(assignmentsOf(state).some((one) => one.reporter === reporter) ? 'reporter.not-due' : 'reporter.unknown');
    const told = state.reports.get(`${period}/${reporter}`);
    const before = state.reports.get(`${monthsAfter(period, -1)}/${reporter}`)?.state;
    const bytes = await reportTemplate({
      reporter: { code: reporter, nameVi: duty.assignment.nameVi }, receiverVi: duty.assignment.receiverVi, period, dueOn: duty.dueOn, ...partOf(duty.assignment, { state, locality }),
      ...(told?.state.report !== undefined && told.state.report !== null && { current: { ...told.state.report, revision: told.state.version } }),
      ...(before?.report !== undefined && before.report !== null && { previous: before.report }),
      counted: countedOf(state, locality.programme.indicators, period),
      simulated: (told?.state.simulated ?? false) || (before?.simulated ?? false),
    });
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': workbookType, 'content-disposition': `attachment; filename="bao-cao-${period}-${reporter.replaceAll(/[^A-Za-z0-9_-]/g, '-')}.xlsx"` } });
  });
  app.post('/v1/report-template.xlsx', async (c) => {
    const { holder, reporter, period } = await addressed(service, c);
    if (mediaTypeOf(c.req.raw) !== workbookType) throw new AppError('request.media-type', { detail: `Use ${workbookType}.` });
    const state = service.state();
    const duty = dutyFor(assignmentsOf(state), reporter, period);
    if (duty === undefined) throw new AppError(assignmentsOf(state).some((one) => one.reporter === reporter) ? 'reporter.not-due' : 'reporter.unknown');
    const expected = { reporter, period, isPersonal: findPersonal, ...partOf(duty.assignment, { state, locality }) };
    const { report, revision, faults } = await service.withBody(c.req.raw, (bytes) => readReportSheet(bytes, expected));
    if (report === undefined) throw new InvalidBody(faults);
    const content = { nothing: report.nothing, models: report.models.map(({ model, text, indicators }) => ({ model, text, indicators: [...indicators] })) };
    return await fileReport(service, c, { holder, period, request: '', reporter, content, channel: 'xlsx', expected: revision, remarks: faults });
  });
};

type Addressed = { readonly holder: KeyHolder; readonly reporter: string; readonly period: string };

const addressed = async (service: Service, c: Context): Promise<Addressed> => {
  const holder = await holderOf(service, c.req.raw, reporters);
  const reporter = c.req.query('unit') ?? '';
  assertReportsFor(holder, reporter);
  return { holder, reporter, period: periodOf(c.req.query('period') ?? '') };
};

type Known = { readonly state: ProgrammeState; readonly locality: Locality };

/** The models a reporter has a part in, and their indicators: a unit may speak of each, an agency of those that are its own. */
const partOf = ({ reporter, kind }: Assignment, { state, locality }: Known): { readonly models: readonly SheetModel[]; readonly indicators: readonly IndicatorDefinition[] } => {
  const models = [...state.models.values()].flatMap(({ state: { plan, notDeployable } }) => {
    if (plan === null || plan.standing !== 'deployable' || notDeployable !== null) return [];
    return hasPartIn(plan, { reporter, kind }) ? [{ model: plan.model, titleVi: plan.titleVi }] : [];
  }).sort((one, other) => one.model - other.model);
  const numbers = new Set(models.map(({ model }) => model));
  return { models, indicators: locality.programme.indicators.filter(({ model }) => numbers.has(model)) };
};

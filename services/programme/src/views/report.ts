import { dutyFor, dutyStatus, isReportLate, type Assignment, type ReportState } from '@da06/domain';
import type { Envelope, ReportRequestedData, ReportSubmittedData } from '@da06/events';
import { assignmentsOf, reportKey, type ProgrammeState, type Told } from '../state/state.ts';
import type { At, Shown } from './model.ts';

/** What a report says, as it is sent. */
const shownContent = ({ nothing, models }: Pick<ReportSubmittedData, 'nothing' | 'models'>): Shown => ({
  nothing,
  models: models.map(({ model, text, indicators }) => ({ no: model, text, indicators: indicators.map(({ code, value, target, remark }) => ({ code, value, target, note: remark })) })),
});

/** A report as it was at a revision. Its lateness is that of the first: amending a report does not make it late. */
export const shownReport = ({ events }: Told<ReportState>, revision: Envelope): Shown => {
  const { period, request, reporter, dueOn, channel, simulated, ...content } = revision.data as ReportSubmittedData;
  const submittedAt = events[0]?.recordedtime ?? revision.recordedtime;
  return {
    ...(period === '' ? { request } : { period }), reporter, revision: revision.streamversion, revisions: events.length, dueOn, submittedAt, recordedAt: revision.recordedtime,
    late: isReportLate(Date.parse(submittedAt), dueOn), channel, actor: revision.actor, simulated, ...shownContent(content),
  };
};

type Owed = { readonly period: string; readonly request: string; readonly reporter: string; readonly dueOn: string };

/** How a report that is owed stands: in, late, missing, due, or not yet to be awaited. */
const standing = ({ period, request, reporter, dueOn }: Owed, { state, today }: At): Shown => {
  const told = state.reports.get(reportKey({ period, request, reporter }));
  const report = told?.state.report ?? null;
  const submittedAt = told === undefined ? null : (told.events[0]?.recordedtime ?? null);
  return { dueOn, ...dutyStatus({ period, dueOn, submittedAtMs: submittedAt === null ? null : Date.parse(submittedAt) }, today), submittedAt, revisions: told?.events.length ?? 0, nothing: report?.nothing ?? false, simulated: told?.state.simulated ?? false };
};

/** Who owes the monthly report of a period, and how each of them stands. */
export const dutiesOf = (period: string, at: At): readonly Shown[] =>
  [...at.state.reporters.keys()].sort().flatMap((reporter) => {
    const duty = dutyFor(assignmentsOf(at.state), reporter, period);
    if (duty === undefined) return [];
    const { kind, nameVi, receiver, receiverVi, verified } = duty.assignment;
    return [{ reporter, kind, nameVi, receiver, receiverVi, verified, ...standing({ period, request: '', reporter, dueOn: duty.dueOn }, at) }];
  });

/** An ad-hoc request and how each of those who are asked stands. */
export const shownRequest = ({ state: { request, reporters, models, dueOn, text, simulated }, events }: Told<ReportRequestedData>, at: At): Shown => ({
  id: request, models, dueOn, text, simulated, requestedAt: events[0]?.recordedtime, requestedBy: events[0]?.actor,
  duties: reporters.map((reporter) => ({ reporter, nameVi: newestAssignment(at.state, reporter)?.nameVi ?? reporter, ...standing({ period: '', request, reporter, dueOn }, at) })),
});

/** The last that is known of a reporter. */
const newestAssignment = (state: ProgrammeState, reporter: string): Assignment | undefined =>
  assignmentsOf(state).filter((one) => one.reporter === reporter).reduce<Assignment | undefined>((best, one) => (best === undefined || one.from >= best.from ? one : best), undefined);

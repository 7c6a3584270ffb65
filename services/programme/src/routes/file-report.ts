import { decideReport, initialReport, type ReportCommand, type ReportContent, type ReportState } from '@da06/domain';
import { AppError, type Fault } from '@da06/errors';
import { topics, type ReportSubmittedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { problem, type KeyHolder } from '@da06/service-kit';
import type { Context } from 'hono';
import { z } from 'zod';
import { carriedOf } from '../commands/commander.ts';
import type { Service } from '../service.ts';
import { assignmentsOf, reportKey, type ProgrammeState, type Told } from '../state/state.ts';
import { shownReport } from '../views/report.ts';
import { bodyFaults } from './body-faults.ts';
import { askedOf, etagOf } from './context.ts';

const Value = z.object({ code: z.string().min(1).max(60), value: z.number(), target: z.number().nullable().default(null), note: z.string().max(1_000).default('') });
const Entry = z.object({ no: z.int().positive(), text: z.string().max(8_000).default(''), indicators: z.array(Value).max(100).default([]) });
/** A report (contracts.md, Programme). Its texts are long enough for what a month needs, and too short for a list of persons. */
export const ReportBody = z.object({ nothing: z.boolean().default(false), models: z.array(Entry).max(100).default([]) });

/** A body in the events' words. */
export const contentOf = ({ nothing, models }: z.output<typeof ReportBody>): ReportContent => ({
  nothing,
  models: models.map(({ no, text, indicators }) => ({ model: no, text, indicators: indicators.map(({ code, value, target, note }) => ({ code, value, target, remark: note })) })),
});

export type Filing = {
  readonly holder: KeyHolder;
  /** '' for an answer to a request. */
  readonly period: string;
  /** '' for a monthly report. */
  readonly request: string;
  readonly reporter: string;
  readonly content: ReportContent;
  readonly channel: ReportSubmittedData['channel'];
  /** The revision the sender has seen, 0 = none; undefined = not told. */
  readonly expected: number | undefined;
  /** What was understood though it was written oddly: told beside the report. */
  readonly remarks?: readonly Fault[];
};

class Changed extends Error {
  readonly current: Told<ReportState> | undefined;

  constructor(current: Told<ReportState> | undefined) {
    super('changed');
    this.current = current;
  }
}

/** Files a report, the first time or again: 201 for the first revision, 200 after, also when it says the same. @throws InvalidBody with every fault, AppError `reporter.*`, `period.*`. */
export const fileReport = async (service: Service, c: Context, filing: Filing): Promise<Response> => {
  const { holder, period, request, reporter, content, channel, expected } = filing;
  const asked = askedOf(service, c, holder, content);
  const key = reportKey(filing);
  try {
    return await service.commander.run(asked, {
      decide: (state, today) => {
        if (state.models.size === 0) throw new AppError('programme.no-plan');
        const told = state.reports.get(key);
        if (expected !== undefined && expected !== (told?.state.version ?? 0)) throw new Changed(told);
        const command: ReportCommand = { command: 'submit', period, request, reporter, ...content, channel, ...carriedOf(asked), today };
        return bodyFaults(() => decideReport(command, told?.state ?? initialReport, knowledge({ state, request, locality: service.locality }))).map((event) => ({ topic: topics.reports, subject: key, versioned: true, ...event }));
      },
      answer: ({ state, events }) => {
        const told = state.reports.get(key) as Told<ReportState>;
        return reportAnswer(told, { status: events[0]?.streamversion === 1 ? 201 : 200, remarks: filing.remarks });
      },
    });
  } catch (error) {
    if (error instanceof Changed) return changedAnswer(error.current);
    throw error;
  }
};

/** A report at a revision, the newest unless told. @throws AppError `report.unknown`. */
export const reportAnswer = (told: Told<ReportState>, { revision, status = 200, remarks }: { readonly revision?: number | undefined; readonly status?: number; readonly remarks?: readonly Fault[] | undefined } = {}): Response => {
  const event = revision === undefined ? told.events.at(-1) : told.events.find(({ streamversion }) => streamversion === revision);
  if (event === undefined) throw new AppError('report.unknown');
  return Response.json({ ...shownReport(told, event), ...(remarks !== undefined && { faults: remarks }) }, { status, headers: { etag: etagOf(event.streamversion ?? 0) } });
};

const changedAnswer = (current: Told<ReportState> | undefined): Response => {
  const newest = current?.events.at(-1);
  if (current === undefined || newest === undefined) return problem('report.changed', { headers: { etag: etagOf(0) }, extra: { current: null } });
  return problem('report.changed', { headers: { etag: etagOf(newest.streamversion ?? 0) }, extra: { current: shownReport(current, newest) } });
};

type Known = { readonly state: ProgrammeState; readonly request: string; readonly locality: Locality };

const knowledge = ({ state, request, locality }: Known): Parameters<typeof decideReport>[2] => ({
  model: (number) => state.models.get(number)?.state,
  indicator: locality.programme.indicator,
  assignments: assignmentsOf(state),
  request: state.requests.get(request)?.state ?? null,
});

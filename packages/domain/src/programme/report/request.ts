import { AppError } from '@da06/errors';
import type { ReportRequested, ReportRequestedData } from '@da06/events';
import { commandedOf, withoutCommand, type Commanded, type DecidedOf } from '../commanded.ts';
import { sameData } from '../same-data.ts';
import { findPersonal } from '../text/find-personal.ts';
import type { Assignment } from './duty.ts';

/** A report that is asked for beside the monthly ones. */
export type ReportRequest = Omit<ReportRequestedData, keyof Commanded>;

/** The standing agency asks for it. `today` = the local day it is asked. */
export type RequestCommand = Commanded & { readonly today: string; readonly request: ReportRequest };

export type RequestKnowledge = { readonly assignments: readonly Assignment[]; /** Whether the plan has a model of that number. */ readonly hasModel: (number: number) => boolean };

/**
 * The event of a request for reports; none where it is there and asks the same.
 * @throws AppError `report-request.exists` (the id asks something else), `reporter.unknown`, `model.unknown`, `text.personal`.
 */
export const decideRequest = (command: RequestCommand, held: ReportRequest | undefined, known: RequestKnowledge): readonly DecidedOf<Pick<ReportRequested, 'type' | 'data'>>[] => {
  const asked = withoutCommand(command.request);
  if (held !== undefined) {
    if (sameData(withoutCommand(held), asked)) return [];
    throw new AppError('report-request.exists');
  }
  const stranger = asked.reporters.find((reporter) => !known.assignments.some((one) => one.reporter === reporter));
  if (stranger !== undefined) throw new AppError('reporter.unknown', { detail: stranger });
  const unknown = asked.models.find((number) => !known.hasModel(number));
  if (unknown !== undefined) throw new AppError('model.unknown', { detail: `Model ${unknown}.` });
  if (findPersonal(asked.text)) throw new AppError('text.personal');
  return [{ type: 'vn.da06.report.requested.v1', at: command.today, data: { ...asked, ...commandedOf(command) } }];
};

import { AppError, fault, type Fault } from '@da06/errors';
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
 * @throws AppError `report-request.exists` (the id asks something else); or the code of its first fault, all of them in `context.faults` with
 * pointers into `{reporters, models, dueOn, text}`: `reporter.unknown`, `model.unknown`, `text.personal`, `field.not-allowed-value` (somebody twice, a day that has passed).
 */
export const decideRequest = (command: RequestCommand, held: ReportRequest | undefined, known: RequestKnowledge): readonly DecidedOf<Pick<ReportRequested, 'type' | 'data'>>[] => {
  const asked = withoutCommand(command.request);
  if (held !== undefined) {
    if (sameData(withoutCommand(held), asked)) return [];
    throw new AppError('report-request.exists');
  }
  const faults = faultsOf(asked, command.today, known);
  const [first] = faults;
  if (first !== undefined) throw new AppError(first.code, { context: { faults } });
  return [{ type: 'vn.da06.report.requested.v1', at: command.today, data: { ...asked, ...commandedOf(command) } }];
};

const faultsOf = ({ reporters, models, dueOn, text }: ReportRequest, today: string, { assignments, hasModel }: RequestKnowledge): readonly Fault[] => [
  ...reporters.flatMap((reporter, index) => {
    if (reporters.indexOf(reporter) < index) return [fault(`/reporters/${index}`, 'field.not-allowed-value', reporter)];
    return assignments.some((one) => one.reporter === reporter) ? [] : [fault(`/reporters/${index}`, 'reporter.unknown', reporter)];
  }),
  ...models.flatMap((model, index) => (hasModel(model) ? [] : [fault(`/models/${index}`, 'model.unknown', model)])),
  ...(dueOn < today ? [fault('/dueOn', 'field.not-allowed-value', dueOn)] : []),
  // The text itself is not given back: it may hold a person's number.
  ...(findPersonal(text) ? [fault('/text', 'text.personal')] : []),
];

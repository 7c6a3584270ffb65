import { describeModel, describeSteps, dutyFor, healthOf, lastClosedMonth, leadersOn, type Health, type ModelState } from '@da06/domain';
import type { Envelope } from '@da06/events';
import type { Locality } from '@da06/reference';
import { assignmentsOf, reportKey, type ProgrammeState, type Told } from '../state/state.ts';

export type Shown = Readonly<Record<string, unknown>>;

/** A state on a local day, and the locality's data beside it. */
export type At = { readonly state: ProgrammeState; readonly today: string; readonly locality: Locality };

/** How a continuous model is doing by the reports of the last closed month: those alone are looked up, not all there are. */
export const healthOn = (model: ModelState, { state, today }: At): Health => {
  const assignments = assignmentsOf(state);
  const dueDay = Math.max(1, ...assignments.map((one) => one.dueDay));
  const period = lastClosedMonth(today, dueDay);
  const reports = [...state.reporters.keys()].flatMap((reporter) => {
    const report = state.reports.get(reportKey({ period, request: '', reporter }))?.state.report ?? null;
    return report === null ? [] : [{ period, reporter, nothing: report.nothing, models: report.models.map((entry) => entry.model) }];
  });
  return healthOf(model, { reports, asked: (reporter, month) => dutyFor(assignments, reporter, month) !== undefined, today, dueDay });
};

/** Where a model stands, in one row of the list. */
export const modelSummary = ({ state: model }: Told<ModelState>, at: At): Shown => {
  const { plan } = model;
  if (plan === null) return {};
  const { model: no, version, ...summary } = describeModel(model, at.today);
  const { titleVi, titleEn, annex, annexStated, leads, coordinating, deadline, endKind, continuous, yearly, replicate, standing, standingVi, needsUnit } = plan;
  return {
    no, version, titleVi, titleEn, annex, annexStated, leads, leadsToday: leadersOn(leads, at.today).map(({ code }) => code), coordinating, deadline, endKind, continuous, yearly, replicate, standing, standingVi, needsUnit,
    unit: model.unit?.unit ?? null, ...summary, health: healthOn(model, at), simulated: model.simulated,
  };
};

/** A whole model: its summary, its steps and what was done, the newest last. */
export const wholeModel = (told: Told<ModelState>, at: At): Shown => {
  const { state: model, events } = told;
  return {
    ...modelSummary(told, at),
    plan: model.plan?.plan ?? null,
    chosenUnit: model.unit === null ? null : { unit: model.unit.unit, at: model.unit.chosenOn, note: model.unit.remark },
    notDeployable: model.notDeployable === null ? null : { at: model.notDeployable.on, cause: model.notDeployable.cause, note: model.notDeployable.remark },
    ended: model.ended === null ? null : { outcome: model.ended.outcome, at: model.ended.on, note: model.ended.remark },
    stepList: describeSteps(model).map(({ remark, ...step }) => ({ ...step, note: remark })),
    history: events.map(shownEvent),
  };
};

/** What was done, without the plan's text, which the model has itself. */
const shownEvent = ({ type, streamversion, recordedtime, actor, data }: Envelope): Shown => {
  const { step, at, unit, cause, outcome, onBehalfOf, remark, simulated } = data;
  return {
    version: streamversion, type: type.replace(/^vn\.da06\.(.*)\.v\d+$/, '$1'), recordedAt: recordedtime, actor,
    ...Object.fromEntries(Object.entries({ step, at, unit, cause, outcome, onBehalfOf, note: remark, simulated }).filter(([, value]) => value !== undefined)),
  };
};

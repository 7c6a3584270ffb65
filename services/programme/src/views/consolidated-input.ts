import { daysAfter, describeModel, describeSteps, dutyFor, dutyStatus, instant, leadersOn, localDay, localMidnight, monthsAfter, type ModelState } from '@da06/domain';
import type { LeadAgency, NamedAgency } from '@da06/events';
import type { ConsolidatedDuty, ConsolidatedInput, ConsolidatedModel, ConsolidatedMonth } from '../consolidated/types.ts';
import { assignmentsOf, reportKey, stateKnownBefore, type Told } from '../state/state.ts';
import { countedOf } from './counted.ts';
import { healthOn, type At } from './model.ts';

/** What the consolidated report of a month is made of, from what is known at a moment (an ISO instant). */
export const consolidatedInput = (period: string, asOf: string, at: At): ConsolidatedInput => {
  const { programme, name } = at.locality;
  const monthBegan = `${period}-01`;
  const before: At = { ...at, state: stateKnownBefore(at.state, instant(localMidnight(monthBegan))), today: daysAfter(monthBegan, -1) };
  const models = [...at.state.models.values()].flatMap((told) => modelOf(told, at, before)).sort((one, other) => one.model - other.model);
  const receiver = assignmentsOf(at.state).find(({ from, to }) => from <= period && (to === null || period <= to));
  return {
    asOf, today: at.today, models, plan: programme.plan,
    // A pack's name says in brackets what its territory is.
    // The plan's issuer stands above the receiver that the plan itself names; of one that came after it is not known.
    issuer: { superiorVi: receiver?.verified === true ? programme.plan.issuerVi : '', nameVi: receiver?.receiverVi ?? '', placeVi: name.replace(/ \(.*$/, '') },
    month: monthOf(period, at), previous: monthOf(monthsAfter(period, -1), at), indicators: programme.indicators,
  };
};

const modelOf = ({ state }: Told<ModelState>, at: At, before: At): readonly ConsolidatedModel[] => {
  const { plan } = state;
  if (plan === null) return [];
  const { model, titleVi, annex, continuous, deadline, standingVi } = plan;
  const then = before.state.models.get(model)?.state;
  return [{
    model, titleVi, annex, continuous, deadline, standingVi,
    leads: leadsShown(plan.leads, at.today),
    now: describeModel(state, at.today), health: healthOn(state, at),
    before: then === undefined || then.plan === null ? null : describeModel(then, before.today),
    steps: describeSteps(state).map(({ step, vi, completedOn }) => ({ step, vi, completedOn })), simulated: state.simulated,
  }];
};

/** Who leads a model, or who did last, where nobody is known to any more. */
const leadsShown = (leads: readonly LeadAgency[], today: string): readonly NamedAgency[] => {
  const leading = leadersOn(leads, today);
  return leading.length > 0 ? leading : leads.map(({ code, vi }) => ({ code, vi: `${vi} (đã kết thúc)` }));
};

const monthOf = (period: string, { state, today, locality }: At): ConsolidatedMonth => {
  const duties = [...state.reporters.keys()].flatMap((reporter): readonly ConsolidatedDuty[] => {
    const duty = dutyFor(assignmentsOf(state), reporter, period);
    if (duty === undefined) return [];
    const told = state.reports.get(reportKey({ period, request: '', reporter }));
    const submittedAtMs = told?.events[0] === undefined ? null : Date.parse(told.events[0].recordedtime);
    return [{
      reporter, nameVi: duty.assignment.nameVi, kind: duty.assignment.kind, dueOn: duty.dueOn, ...dutyStatus({ period, dueOn: duty.dueOn, submittedAtMs }, today),
      submittedOn: submittedAtMs === null ? null : localDay(submittedAtMs), revision: told?.state.version ?? 0, content: told?.state.report ?? null, simulated: told?.state.simulated ?? false,
    }];
  });
  return { period, duties, counted: countedOf(state, locality.programme.indicators, period) };
};

import { dayNumber, dayText } from '../local-time.ts';
import { assignmentIn, assignmentsAt, dueDayOf } from './assignments.ts';
import { filedReports } from './expected-reports.ts';
import { dataAs, dayBefore, daysBetween, grouped, monthsFrom, none, textOf, toldUpTo, type Fact, type Told } from './facts.ts';

type Named = { readonly code: string; readonly vi: string };
type Lead = Named & { readonly from: string | null; readonly to: string | null };
type PlannedStep = { readonly step: number; readonly vi: string; readonly en: string; readonly actors: readonly (Named & { readonly outside: boolean })[]; readonly actorsStated: boolean; readonly conditional: boolean };
type Plan = {
  readonly model: number; readonly plan: { readonly reference: string; readonly date: string }; readonly titleVi: string; readonly titleEn: string; readonly annex: string; readonly annexStated: boolean; readonly leads: readonly Lead[];
  readonly coordinating: readonly Named[]; readonly deadline: string | null; readonly endKind: string | null; readonly continuous: boolean; readonly yearly: boolean; readonly replicate: boolean; readonly standing: string;
  readonly needsUnit: boolean; readonly waitsForC06: boolean; readonly steps: readonly PlannedStep[];
};
type StepState = { status: string; before: string; startedOn: string; told: Told };
type ModelState = { plan: Plan; planned: Told; newest: Told; unit: string; chosenOn: string; ended: { readonly on: string; readonly outcome: string } | undefined; marked: boolean; readonly steps: Map<number, StepState> };

/** Each model of the plan as its events, one after the other, leave it. */
const modelsAt = (facts: readonly Fact[], asOf: number): ModelState[] =>
  grouped(toldUpTo(facts, asOf, /^(?:model|step)\./), ({ data }) => String(data['model'])).flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    const state: ModelState = { plan: dataAs<Plan>(first), planned: first, newest: told.at(-1) ?? first, unit: '', chosenOn: '', ended: undefined, marked: false, steps: new Map() };
    for (const one of told) live(state, one);
    return [state];
  });

const live = (state: ModelState, told: Told): void => {
  const { kind, data } = told;
  const at = textOf(data['at']);
  if (kind === 'model.scheduled') {
    state.plan = dataAs<Plan>(told);
    state.planned = told;
    // The newest of the two speaks: a plan that asks for the model anew lifts the mark.
    state.marked = false;
  } else if (kind === 'model.unit-chosen') {
    state.unit = textOf(data['unit']);
    state.chosenOn = at;
  } else if (kind === 'model.put-in-operation') state.ended = { on: at, outcome: textOf(data['outcome']) };
  else if (kind === 'model.marked-not-deployable') state.marked = true;
  else {
    const number = Number(data['step']);
    const step = state.steps.get(number) ?? { status: 'planned', before: '', startedOn: '', told };
    state.steps.set(number, step);
    step.told = told;
    if (kind === 'step.started' || kind === 'step.completed') {
      if (step.startedOn === '') step.startedOn = at;
      step.status = kind === 'step.started' ? 'in-progress' : 'completed';
    } else if (kind === 'step.blocked') {
      step.before = step.status;
      step.status = 'blocked';
    } else if (kind === 'step.unblocked') step.status = step.before;
    else {
      step.status = 'in-progress';
      state.ended = undefined;
    }
  }
};

/** Rows of the view `model_steps`. */
export const expectedSteps = (facts: readonly Fact[], asOf: number): object[] =>
  modelsAt(facts, asOf).flatMap(({ plan, planned, steps }) =>
    plan.steps.map(({ step, vi, en, actors, actorsStated, conditional }) => {
      const own = steps.get(step);
      const told = own?.told ?? planned;
      const said = (name: string): string => (own === undefined ? '' : textOf(told.data[name]));
      return {
        no: plan.model, step, text: vi, text_en: en, actors: actors.map(({ code }) => code), actors_stated: actorsStated, conditional, outside: actors.length > 0 && actors.every(({ outside }) => outside),
        status: own?.status ?? 'planned', started_on: own === undefined || own.startedOn === '' ? none : own.startedOn, completed_on: own?.status === 'completed' ? said('at') : none, blocked_on: own?.status === 'blocked' ? said('at') : none,
        cause: said('cause'), on_behalf_of: said('onBehalfOf'), remark: said('remark'), changed_at: told.at, version: told.version, simulated: told.data['simulated'],
      };
    }),
  );

/** Rows of the view `models`. */
export const expectedModels = (facts: readonly Fact[], asOf: number): object[] => {
  const today = dayText(dayNumber(asOf));
  const healthOf = healthAt(facts, asOf, today);
  return modelsAt(facts, asOf).map((state) => {
    const { plan, newest, unit, ended } = state;
    const own = plan.leads.filter(({ from }) => from === null);
    const current = leadingOn(plan.leads, today);
    const asked = plan.standing === 'deployable' && !state.marked;
    const steps = plan.steps.map(({ step, conditional }) => ({ step, conditional, status: state.steps.get(step)?.status ?? 'planned', cause: textOf(state.steps.get(step)?.told.data['cause']) }));
    const count = (status: string): number => steps.filter((step) => step.status === status).length;
    const [beganOn = none] = [state.chosenOn, ...plan.steps.map(({ step }) => state.steps.get(step)?.startedOn ?? '')].filter((day) => day !== '').sort();
    const blockers = [...(plan.needsUnit && unit === '' ? ['unit-not-chosen'] : []), ...steps.filter(({ status }) => status === 'blocked').sort((a, b) => a.step - b.step).map(({ cause }) => cause)];
    const status = !asked ? (plan.standing === 'deployable' ? 'not-deployable' : plan.standing)
      : ended !== undefined ? ended.outcome
      : blockers.length > 0 ? 'blocked'
      : count('in-progress') + count('completed') > 0 || unit !== '' ? 'in-progress'
      : plan.waitsForC06 ? 'waiting-c06' : 'planned';
    const lastDay = plan.deadline === null ? none : dayBefore(plan.deadline);
    const bornOverdue = plan.deadline !== null && lastDay < plan.plan.date;
    const open = steps.filter((step) => step.status !== 'completed');
    const lateness = plan.deadline === null || !asked ? 'none'
      : ended !== undefined ? (ended.on <= lastDay ? 'in-time' : 'ended-late')
      : open.length > 0 && open.every(({ conditional }) => conditional) ? 'conditional'
      : today <= lastDay ? 'due' : bornOverdue ? 'born-overdue' : 'overdue';
    const lateUntil = lateness === 'ended-late' ? ended?.on : lateness.endsWith('overdue') ? today : undefined;
    return {
      no: plan.model, title: plan.titleVi, title_en: plan.titleEn, annex: plan.annex, annex_stated: plan.annexStated, lead_agencies: own.map(({ code }) => code), lead: own.map(({ vi }) => vi).join('; '),
      lead_agencies_now: [...new Set(current.map(({ code }) => code))], lead_now: [...new Set(current.map(({ vi }) => vi))].join('; '),
      coordinating_agencies: plan.coordinating.map(({ code }) => code), deadline: plan.deadline ?? none, last_day_on_time: lastDay, end_kind: plan.endKind ?? '', continuous: plan.continuous, yearly: plan.yearly, replicate: plan.replicate,
      needs_unit: plan.needsUnit, unit_uid: unit, standing: plan.standing, status, blocker: status === 'blocked' ? blockers.join('; ') : '', steps: steps.length, steps_completed: count('completed'), steps_in_progress: count('in-progress'),
      steps_blocked: count('blocked'), started_on: beganOn, ended_on: ended?.on ?? none, lateness, days_late: lateUntil === undefined ? 0 : daysBetween(lastDay, lateUntil), born_overdue: bornOverdue,
      health: plan.continuous && asked && ended !== undefined ? healthOf(plan, ended.on) : '', version: newest.version, changed_at: newest.at, plan: plan.plan.reference, plan_date: plan.plan.date, simulated: newest.data['simulated'],
    };
  });
};

/** Whose time as leads holds a day. */
const leadingOn = (leads: readonly Lead[], day: string): readonly Lead[] => leads.filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));

/** The 31st stands for the last day of any month: days are compared as text. */
const lastDayOf = (month: string): string => `${month}-31`;

/** Whether the model's leads keep reporting on it: by the newest month that is past the last day on time of whoever has to report of it. */
const healthAt = (facts: readonly Fact[], asOf: number, today: string) => {
  const assignments = assignmentsAt(facts, asOf);
  const reporters = [...new Set(assignments.map(({ reporter }) => reporter))];
  const dueIn = (period: string): string[] => reporters.flatMap((reporter) => assignmentIn(assignments, reporter, period)?.dueDay ?? []).map((dueDay) => dueDayOf(period, dueDay));
  const before = monthsFrom('2000-01', today.slice(0, 7)).slice(0, -1);
  const [closed = ''] = before.slice(-2).reverse().filter((period) => dueIn(period).every((dueOn) => dueOn < today));
  const filed = filedReports(facts, asOf).filter(({ period, request }) => period === closed && request === '');
  return ({ model, leads }: Plan, since: string): string => {
    if (closed < since.slice(0, 7)) return 'not-yet';
    const mentions = (reporter?: string): boolean => filed.some((one) => (reporter === undefined || one.reporter === reporter) && one.current.models.some((said) => said.model === model));
    const nothing = (reporter: string): boolean => filed.some((one) => one.reporter === reporter && one.current.nothing);
    const responsible = leadingOn(leads, lastDayOf(closed)).filter(({ code }) => assignmentIn(assignments, code, closed) !== undefined);
    const heard = responsible.length === 0 ? mentions() : responsible.every(({ code }) => nothing(code) || mentions(code));
    return heard ? 'healthy' : 'silent';
  };
};

import { evolveModel, evolveReport, evolveReporter, initialModel, initialReport, initialReporter, type Assignment, type ModelState, type ReporterState, type ReportState } from '@da06/domain';
import {
  indicatorObservedType, reporterAssignedType, reportRequestedType, topics, type Envelope, type IndicatorObservedData, type ReportRequestedData,
} from '@da06/events';

/** A stream that is decided, and the events it came from, in their order. */
export type Told<State> = { readonly state: State; readonly events: readonly Envelope[] };

/** What was answered under an Idempotency-Key: the hash of what was asked and the events it led to. */
type Answered = { readonly requestHash: string; readonly events: readonly Envelope[] };

/** Everything the programme decides by, folded from its two topics. */
export type ProgrammeState = {
  /** By the model's number. */
  readonly models: ReadonlyMap<number, Told<ModelState>>;
  /** By `reportKey`. */
  readonly reports: ReadonlyMap<string, Told<ReportState>>;
  readonly reporters: ReadonlyMap<string, ReporterState>;
  readonly requests: ReadonlyMap<string, Told<ReportRequestedData>>;
  /** The newest figure the system counted, by `observedKey`. */
  readonly observed: ReadonlyMap<string, IndicatorObservedData>;
  /** The version that the next event of a decided stream gets. */
  readonly nextVersion: (topic: string, subject: string) => number;
  readonly answered: (actor: string, idempotencyKey: string) => Answered | undefined;
  /** All events that are folded in, for a look at an earlier state. */
  readonly events: readonly Envelope[];
};

/** The stream of a report: the month, or the id of the request it answers, and who reports. */
export const reportKey = ({ period, request, reporter }: { readonly period: string; readonly request: string; readonly reporter: string }): string => `${period === '' ? request : period}/${reporter}`;

export const observedKey = ({ code, unit, period }: Pick<IndicatorObservedData, 'code' | 'unit' | 'period'>): string => `${code} ${unit} ${period}`;

export type FoldedState = ProgrammeState & { readonly apply: (event: Envelope) => void };

/** An empty state that events are applied to, each once and in the order of their stream; one that is told again changes nothing. */
export const createState = (): FoldedState => {
  const models = new Map<number, Told<ModelState>>();
  const reports = new Map<string, Told<ReportState>>();
  const requests = new Map<string, Told<ReportRequestedData>>();
  const observed = new Map<string, IndicatorObservedData>();
  const versions = new Map<string, number>();
  const answers = new Map<string, { requestHash: string; events: Envelope[] }>();
  const reporters = new Map<string, ReporterState>();
  const events: Envelope[] = [];

  const note = (topic: string, event: Envelope): void => {
    events.push(event);
    versions.set(`${topic} ${event.subject}`, event.streamversion ?? 0);
    const { idempotencyKey, requestHash } = event.data as { idempotencyKey?: string; requestHash?: string };
    if (idempotencyKey === undefined || idempotencyKey === '') return;
    const key = answerKey(event.actor, idempotencyKey);
    const known = answers.get(key);
    if (known === undefined) answers.set(key, { requestHash: requestHash ?? '', events: [event] });
    else known.events.push(event);
  };
  const isKnown = (topic: string, event: Envelope): boolean => (event.streamversion ?? 0) <= (versions.get(`${topic} ${event.subject}`) ?? 0);

  const apply = (event: Envelope): void => {
    const { type } = event;
    if (type === indicatorObservedType) {
      const figure = event.data as IndicatorObservedData;
      observed.set(observedKey(figure), figure);
      events.push(event);
    } else if (isOfModel(type)) {
      if (isKnown(topics.steps, event)) return;
      const number = Number(event.subject);
      const known = models.get(number);
      models.set(number, { state: evolveModel(known?.state ?? initialModel, event), events: [...(known?.events ?? []), event] });
      note(topics.steps, event);
    } else if (isOfReport(type)) {
      if (isKnown(topics.reports, event)) return;
      const known = reports.get(event.subject);
      reports.set(event.subject, { state: evolveReport(known?.state ?? initialReport, event), events: [...(known?.events ?? []), event] });
      note(topics.reports, event);
    } else if (type === reporterAssignedType) {
      if (isKnown(topics.reports, event)) return;
      reporters.set(event.subject, evolveReporter(reporters.get(event.subject) ?? initialReporter, event));
      note(topics.reports, event);
    } else if (type === reportRequestedType) {
      if (isKnown(topics.reports, event)) return;
      const known = requests.get(event.subject);
      requests.set(event.subject, { state: event.data as ReportRequestedData, events: [...(known?.events ?? []), event] });
      note(topics.reports, event);
    }
  };
  return {
    models, reports, reporters, requests, observed, events, apply,
    nextVersion: (topic, subject) => (versions.get(`${topic} ${subject}`) ?? 0) + 1,
    answered: (actor, idempotencyKey) => (idempotencyKey === '' ? undefined : answers.get(answerKey(actor, idempotencyKey))),
  };
};

/** Who has to report, and when. */
export const assignmentsOf = ({ reporters }: Pick<ProgrammeState, 'reporters'>): readonly Assignment[] => [...reporters.values()].flatMap(({ assignments }) => assignments);

const answerKey = (actor: string, idempotencyKey: string): string => `${actor} ${idempotencyKey}`;
const isOfModel = (type: string): boolean => type.startsWith('vn.da06.model.') || type.startsWith('vn.da06.step.');
const isOfReport = (type: string): boolean => type === 'vn.da06.report.submitted.v1' || type === 'vn.da06.report.amended.v1';

/** The state of the events that hold, in their order. */
const stateOf = (events: readonly Envelope[], holds: (event: Envelope) => boolean): ProgrammeState => {
  const state = createState();
  for (const event of events) if (holds(event)) state.apply(event);
  return state;
};

/** What was known at a moment: the events received before it (an ISO instant). */
export const stateKnownBefore = (state: ProgrammeState, instant: string): ProgrammeState => stateOf(state.events, ({ recordedtime }) => recordedtime < instant);

/** The state right after an event was decided. */
export const stateAfter = (state: ProgrammeState, { sequence }: Pick<Envelope, 'sequence'>): ProgrammeState => stateOf(state.events, (event) => event.sequence <= sequence);

import type { ReporterAssigned, ReportSubmitted } from '@da06/events';
import type { AnyEvent } from '../any-event.ts';
import type { EventBuilders } from '../event-builders.ts';
import { localDay, monthAfter } from './calendar.ts';

type Assignment = ReporterAssigned['data'];
type Stream = { readonly key: string; version: number };

const padded = (day: number): string => String(day).padStart(2, '0');

export type ReportsOptions = {
  readonly build: EventBuilders;
  readonly agencies: readonly string[];
  /** The first month of all, and the month in which the units of before are followed by one other, and the receiver changes. */
  readonly from: string;
  readonly change: string;
  /** Ids and codes begin so. */
  readonly prefix: string;
  readonly reportable: () => readonly number[];
};

/** Reporters, their monthly reports and answers to requests, amendments, and indicators that the system counted: by the rules of the programme. */
export const randomReports = ({ build, agencies, from, change, prefix, reportable }: ReportsOptions) => {
  const { random, clock } = build;
  const versions = new Map<string, number>();
  const assignments: Assignment[] = [];
  const requests: { request: string; reporters: string[]; dueOn: string }[] = [];
  const streams = new Map<string, Stream>();
  const envelope = (subject: string) => {
    const version = (versions.get(subject) ?? 0) + 1;
    versions.set(subject, version);
    return { streamversion: version, source: '/da06/programme' };
  };
  const simulated = (): boolean => random.chance(0.15);

  const assign = (given: Partial<Assignment> & Pick<Assignment, 'reporter' | 'from'>): AnyEvent => {
    const event = build.reporterAssigned({ kind: given.reporter.includes('@') ? 'unit' : 'agency', nameVi: `Nơi ${given.reporter}`, receiver: 'CAH', receiverVi: 'Công an huyện', ...given, envelope: envelope(given.reporter) });
    const at = assignments.findIndex(({ reporter, from: first }) => reporter === given.reporter && first === given.from);
    assignments.splice(at < 0 ? assignments.length : at, at < 0 ? 0 : 1, event.data);
    return event;
  };
  const reassign = (): AnyEvent => {
    const { reporter, from: first, to, verified } = random.pick(assignments);
    return assign({ reporter, from: first, to, verified: !verified, dueDay: 1 + random.below(28) });
  };

  const contents = (): Pick<ReportSubmitted['data'], 'nothing' | 'models'> => {
    const models = random.shuffled(reportable()).slice(0, random.below(4));
    return {
      nothing: models.length === 0,
      models: models.map((model) => ({
        model, text: `Kết quả ${random.hex(4)} (mẫu)`,
        indicators: ['a', 'b'].filter(() => random.chance(0.5)).map((name) => ({
          code: `${prefix}.m${model}.${name}`, value: random.below(400) / 4, target: random.chance(0.5) ? random.below(100) : null, remark: random.chance(0.2) ? 'Ghi chú (mẫu)' : '',
        })),
      })),
    };
  };
  const file = (key: { readonly period: string; readonly request: string; readonly reporter: string }, dueOn: string): AnyEvent => {
    const subject = `${key.period === '' ? key.request : key.period}/${key.reporter}`;
    const stream = streams.get(subject) ?? { key: subject, version: 0 };
    streams.set(subject, stream);
    const data = { ...key, dueOn, ...contents(), channel: random.pick(['api', 'xlsx', 'form'] as const), simulated: simulated(), envelope: envelope(subject) };
    stream.version += 1;
    return stream.version === 1 ? build.reportSubmitted(data) : build.reportAmended(data);
  };
  const month = (): AnyEvent[] => {
    const now = localDay(clock.now()).slice(0, 7);
    const { reporter, from: first, to, dueDay } = random.pick(assignments);
    const period = monthAfter(now, -random.below(4));
    if (period < first || (to !== null && period > to)) return [];
    return [file({ period, request: '', reporter }, `${monthAfter(period)}-${padded(dueDay)}`)];
  };
  const answer = (): AnyEvent[] => {
    if (requests.length === 0) return [];
    const { request, reporters, dueOn } = random.pick(requests);
    return [file({ period: '', request, reporter: random.pick(reporters) }, dueOn)];
  };
  const ask = (): AnyEvent => {
    const request = `${prefix}-yc-${requests.length + 1}`;
    const reporters = random.shuffled([...new Set(assignments.map(({ reporter }) => reporter))]).slice(0, 1 + random.below(2));
    const dueOn = localDay(clock.now(), -random.below(12));
    requests.push({ request, reporters, dueOn });
    return build.reportRequested({ request, reporters, models: [...reportable()].slice(0, 1), dueOn, simulated: simulated(), envelope: envelope(request) });
  };
  const count = (): AnyEvent => {
    const models = reportable();
    return build.indicatorObserved({
      code: `${prefix}.counted`, model: models[0] ?? 1, period: localDay(clock.now(), random.below(40)).slice(0, 7), unit: random.pick(['', `${prefix}-W1@2025`]), value: random.below(90), simulated: simulated(),
      envelope: { source: '/da06/programme' },
    });
  };

  return {
    /** Who has to report from the beginning on. */
    open: (): AnyEvent[] => [
      ...agencies.map((reporter) => assign({ reporter, from, to: random.chance(0.5) ? null : monthAfter(change, -1), dueDay: 5 })),
      assign({ reporter: `${prefix}-W1@2018`, from, to: monthAfter(change, -1), dueDay: 5 }),
      assign({ reporter: `${prefix}-W1@2025`, from: change, to: null, dueDay: 5, receiver: 'PC06', receiverVi: 'PC06 - Công an tỉnh', verified: false }),
    ],
    next: (): AnyEvent[] => {
      const dice = random.below(100);
      if (dice < 62) return month();
      if (dice < 72) return answer();
      if (dice < 78) return [ask()];
      if (dice < 95) return [count()];
      return [reassign()];
    },
  };
};

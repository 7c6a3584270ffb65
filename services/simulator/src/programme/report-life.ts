import { dayMs, daysBetween, leadersOn, localDay, localMidnight, monthsAfter } from '@da06/domain';
import type { Draw } from '../random.ts';
import type { Action, ReportBody } from './action.ts';
import { inOfficeHours } from './model-life.ts';
import type { PlannedModel, PlanToLive } from './plan.ts';

/** How a reporter keeps to the day: most do, some seldom. Shares of its reports. */
type Habit = { readonly onTime: number; readonly late: number; readonly nothing: number; readonly amends: number };
const habits = { agency: { onTime: 0.93, late: 0.06, nothing: 0.01, amends: 0.05 }, unit: { onTime: 0.87, late: 0.09, nothing: 0.08, amends: 0.04 }, careless: { onTime: 0.5, late: 0.28, nothing: 0.15, amends: 0.03 } } as const;

const texts = [
  'Tiếp tục duy trì, chưa phát sinh vướng mắc.', 'Đã tổ chức tuyên truyền qua loa truyền thanh và tại nhà văn hóa.', 'Đã hướng dẫn thêm một số cơ sở thực hiện.',
  'Số lượng thực hiện tăng so với tháng trước.', 'Còn một số trường hợp chưa thực hiện, đang đôn đốc.', 'Đã phối hợp kiểm tra, nhắc nhở các cơ sở chậm thực hiện.',
];

export type Writers = {
  /** What comes in of the reports of a month: submissions and amendments, some of them never. */
  readonly reportsOf: (period: string) => Action[];
};

/** Everybody who reports, each with a habit and figures that grow from month to month. */
export const createWriters = (plan: PlanToLive, drawOf: (reporter: string) => Draw): Writers => {
  const writers = new Map<string, Writer>();
  /** A reporter's models are those of its first month: offices hand them on as a whole. */
  const writerOf = (reporter: string, kind: 'agency' | 'unit', period: string): Writer => {
    const known = writers.get(reporter) ?? createWriter(plan, { reporter, kind, day: `${period}-01` }, drawOf(reporter));
    writers.set(reporter, known);
    return known;
  };
  return {
    reportsOf: (period) =>
      plan.reporters.filter(({ from, to }) => from <= period && (to === null || period <= to)).flatMap(({ reporter, kind, dueDay }) => writerOf(reporter, kind, period)(period, dueDay)),
  };
};

type Writer = (period: string, dueDay: number) => Action[];

type Who = { readonly reporter: string; readonly kind: 'agency' | 'unit'; /** The first local day of its first month. */ readonly day: string };

const createWriter = (plan: PlanToLive, who: Who, draw: Draw): Writer => {
  const { reporter, kind } = who;
  const habit: Habit = kind === 'unit' && draw.chance(0.15) ? habits.careless : habits[kind];
  const own = modelsOf(plan, who, draw);
  const level = new Map(own.flatMap(({ indicators }) => indicators.map(({ code, kind: of }) => [code, { start: of === 'share' ? draw.between(20, 60) : draw.between(2, 60), grows: 1 + draw.fraction() * 0.08 }] as const)));
  const valueOf = (code: string, of: string, period: string): number => {
    const { start, grows } = level.get(code) ?? { start: 0, grows: 1 };
    const value = Math.round(start * grows ** Math.min(24, monthsSince(plan, period)) * (0.9 + draw.fraction() * 0.2));
    return of === 'share' ? Math.min(100, value) : value;
  };
  const bodyOf = (period: string): ReportBody =>
    own.length === 0 || draw.chance(habit.nothing)
      ? { nothing: true, models: [] }
      : { nothing: false, models: own.map(({ no, indicators }) => ({ no, text: draw.pick(texts), indicators: indicators.map(({ code, kind: of }) => ({ code, value: valueOf(code, of, period), target: null, note: '' })) })) };

  return (period, dueDay) => {
    const after = localMidnight(`${monthsAfter(period, 1)}-01`);
    const point = draw.fraction();
    if (point >= habit.onTime + habit.late) return [];
    const days = point < habit.onTime ? draw.fraction() * Math.max(1, dueDay - 2.5) : dueDay + draw.fraction() * 20;
    // A week-end can make one late that was meant to be in time: so it is with offices.
    const at = inOfficeHours(after + days * dayMs, draw);
    const body = bodyOf(period);
    const amended = amend(body, draw);
    return [
      { what: 'report', at, period, reporter, body },
      ...(amended !== undefined && draw.chance(habit.amends) ? [{ what: 'report', at: inOfficeHours(at + draw.between(2, 12) * dayMs, draw), period, reporter, body: amended } as const] : []),
    ];
  };
};

/** Whole months since the plan began. */
const monthsSince = ({ startsAt }: PlanToLive, period: string): number => Math.max(0, Math.floor(daysBetween(localDay(startsAt), `${period}-28`) / 30.44));

/** The report with one figure put right; undefined if it has none. */
const amend = (body: ReportBody, draw: Draw): ReportBody | undefined => {
  const places = body.models.flatMap(({ indicators }, model) => indicators.map((_, indicator) => ({ model, indicator })));
  if (places.length === 0) return undefined;
  const place = draw.pick(places);
  return {
    ...body,
    models: body.models.map((one, model) => (model !== place.model ? one : { ...one, indicators: one.indicators.map((held, indicator) => (indicator !== place.indicator ? held : { ...held, value: held.value > 0 ? held.value - 1 : 1, note: 'Đính chính số liệu.' })) })),
  };
};

type Own = { readonly no: number; readonly indicators: PlanToLive['indicators'] };

/** An office reports the models it leads, a commune a few of those in operation on its territory. */
const modelsOf = ({ models, indicators }: PlanToLive, { reporter, kind, day }: Who, draw: Draw): readonly Own[] => {
  const deployable = models.filter(({ standing }) => standing === 'deployable');
  const own: readonly PlannedModel[] = kind === 'agency' ? deployable.filter(({ leads }) => leadersOn(leads, day).some(({ code }) => code === reporter)) : pickSome(deployable.filter(({ annex }) => annex === 'I'), draw);
  return own.map(({ model }) => ({ no: model, indicators: indicators.filter((one) => one.model === model && one.source === 'entered') }));
};

const pickSome = (models: readonly PlannedModel[], draw: Draw): readonly PlannedModel[] => {
  const some = models.filter(() => draw.chance(0.25));
  return some.length > 0 ? some : models.slice(0, 1);
};

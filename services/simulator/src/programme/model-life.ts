import { dayMs, localDay, monthOf } from '@da06/domain';
import type { Draw } from '../random.ts';
import type { Action, StepVerb } from './action.ts';
import { unitsOf, type PlannedModel, type PlanToLive } from './plan.ts';

/** How a model's rollout goes, with how often. */
const courses = [['smooth', 34], ['slow', 26], ['late', 14], ['blocked', 12], ['stuck', 8], ['reopened', 6]] as const;

/** Days from the plan until the first step, and that a step takes. */
const pace = { smooth: { first: [2, 25], step: [6, 28] }, slow: { first: [20, 120], step: [40, 160] }, late: { first: [600, 1_000], step: [40, 160] } } as const;

const causes = [
  'Chưa được bố trí kinh phí mua thiết bị.', 'Chưa có hướng dẫn kỹ thuật của cấp trên.', 'Thiết bị chưa kết nối được với phần mềm đang dùng.',
  'Đơn vị cung cấp giải pháp chậm bàn giao.', 'Chờ sắp xếp lại cơ quan chủ trì.',
];
const reopenings = ['Kết quả kiểm tra chưa đạt yêu cầu.', 'Phát sinh cơ sở mới cần làm lại bước này.'];

/** Everything that is done of one model, in order. A model that waits for a unit nobody chooses, or stands still at a step, simply goes no further. */
export const lifeOfModel = (model: PlannedModel, plan: PlanToLive, draw: Draw): Action[] => {
  if (model.standing !== 'deployable' || model.steps.every(({ conditional }) => conditional)) return [];
  const course = pickCourse(draw);
  const { first, step: stepDays } = course === 'slow' || course === 'late' ? pace[course] : pace.smooth;
  const waits = model.waitsForC06 ? draw.between(120, 300) : 0;
  const unitIsChosen = model.needsUnit && draw.chance(0.75);
  const actions: Action[] = [];
  let at = plan.startsAt + (draw.between(first[0], first[1]) + waits) * dayMs;

  const say = (build: (day: string) => Omit<Extract<Action, { what: 'step' | 'unit' | 'end' }>, 'at'>): void => {
    at += draw.between(60, 360) * 60_000;
    // What is said of a day is said during office hours of that day.
    const said = inOfficeHours(at, draw);
    at = said;
    actions.push({ at: said, ...build(localDay(said)) } as Action);
  };
  const stuckAt = course === 'stuck' ? draw.between(1, model.steps.length) : undefined;

  for (const [index, step] of model.steps.entries()) {
    const onBehalfOf = step.actors.length > 0 && step.actors.every(({ outside }) => outside) ? (step.actors[0]?.code ?? '') : '';
    const mark = (verb: StepVerb, more: { cause?: string; note?: string } = {}): void =>
      say((day) => ({ what: 'step', no: model.model, step: step.step, verb, day, cause: more.cause ?? '', onBehalfOf, note: more.note ?? '' }));
    mark('start');
    if (index === 0 && unitIsChosen) {
      at += draw.between(3, 20) * dayMs;
      const unit = draw.pick(unitsOf(plan, monthOf(localDay(at))));
      say((day) => ({ what: 'unit', no: model.model, unit, day }));
    }
    at += draw.between(stepDays[0], stepDays[1]) * dayMs;
    if (course === 'blocked' && index === Math.floor(model.steps.length / 2)) {
      mark('block', { cause: draw.pick(causes) });
      at += draw.between(40, 220) * dayMs;
      mark('unblock', { note: 'Đã tháo gỡ.' });
      at += draw.between(5, 30) * dayMs;
    }
    if (stuckAt === step.step) {
      if (draw.chance(0.6)) mark('block', { cause: draw.pick(causes) });
      return actions;
    }
    mark('complete');
    at += draw.between(1, 8) * dayMs;
  }
  if (model.needsUnit && !unitIsChosen) return actions;
  say((day) => ({ what: 'end', no: model.model, day }));
  if (course === 'reopened') {
    const last = model.steps.at(-1)?.step ?? 1;
    at += draw.between(60, 300) * dayMs;
    say((day) => ({ what: 'step', no: model.model, step: last, verb: 'reopen', day, cause: draw.pick(reopenings), onBehalfOf: '', note: '' }));
  }
  return actions;
};

const pickCourse = (draw: Draw): (typeof courses)[number][0] => {
  let point = draw.below(courses.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [course, weight] of courses) {
    if (point < weight) return course;
    point -= weight;
  }
  return 'smooth';
};

const hourMs = 3_600_000;

/** The same moment if an office is open, else the next morning of a working day; Vietnam is at UTC+7 all year. */
export const inOfficeHours = (at: number, draw: Draw): number => {
  const local = at + 7 * hourMs;
  const hour = Math.floor((local % dayMs) / hourMs);
  const weekday = new Date(local).getUTCDay();
  if (hour >= 8 && hour < 17 && weekday !== 0 && weekday !== 6) return at;
  const next = Math.floor(local / dayMs) * dayMs + (hour < 8 ? 0 : dayMs) + 8 * hourMs + draw.between(5, 400) * 60_000 - 7 * hourMs;
  const day = new Date(next + 7 * hourMs).getUTCDay();
  return next + (day === 6 ? 2 : day === 0 ? 1 : 0) * dayMs;
};

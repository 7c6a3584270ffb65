import { dayMs, localDay, monthOf } from '@da06/domain';
import type { Draw } from '../random.ts';
import type { Action } from './action.ts';
import { inOfficeHours } from './model-life.ts';
import { unitsOf, type PlanToLive } from './plan.ts';

/** Days after the plan on which the standing agency asks for something beside the monthly reports. */
const askedAfter = [200, 480, 760, 1_010] as const;
const text = 'Báo cáo nhanh số cơ sở chưa thực hiện và nguyên nhân.';

/** Ad-hoc requests to the communes of their day, and the answers; some never answer. */
export const requestsOf = (plan: PlanToLive, draw: Draw): Action[] =>
  askedAfter.flatMap((days, index): Action[] => {
    const at = inOfficeHours(plan.startsAt + days * dayMs, draw);
    const reporters = unitsOf(plan, monthOf(localDay(at)));
    const [first] = plan.models.filter(({ standing, annex }) => standing === 'deployable' && annex === 'I').slice(index);
    if (reporters.length === 0 || first === undefined) return [];
    const id = `demo-${localDay(at)}`;
    return [
      { what: 'request', at, id, reporters, models: [first.model], dueOn: localDay(at + 7 * dayMs), text },
      ...reporters.filter(() => draw.chance(0.85)).map((reporter): Action => ({
        what: 'answer', at: inOfficeHours(at + draw.between(1, 9) * dayMs, draw), request: id, reporter,
        body: { nothing: false, models: [{ no: first.model, text: 'Đã rà soát, còn một cơ sở chưa thực hiện.', indicators: [] }] },
      })),
    ];
  });

import { expectedDuty } from '../truth/programme/expected-duty.ts';
import { expectedModels } from '../truth/programme/expected-models.ts';
import type { Headlines } from './headline.ts';

type Model = { readonly status: string; readonly lateness: string; readonly born_overdue: boolean; readonly steps: number; readonly steps_completed: number };
const nothingAsked = ['not-deployable', 'no-subject', 'not-mentioned'];
const ends = ['in-operation', 'completed', 'launched', 'trained'];
/** Longer than any simulated programme. */
const ever = 3650;

/** Models and reports as their events alone tell. */
export const programmeHeadlines: Headlines = {
  uid: 'chuong-trinh',
  of: ({ programme }, asOf) => {
    const models = expectedModels(programme, asOf) as readonly Model[];
    const count = (isOne: (model: Model) => boolean): number => models.filter(isOne).length;
    const duty = expectedDuty(programme, asOf).filter(({ request }) => request === '');
    const reports = (state: string): number => duty.filter(({ status }) => status === state).length;
    return [
      { what: 'models to deploy', panel: 11, days: 30, expected: [[count(({ status }) => !nothingAsked.includes(status))]] },
      { what: 'models at their end', panel: 12, days: 30, expected: [[count(({ status }) => ends.includes(status))]] },
      { what: 'models blocked', panel: 14, days: 30, expected: [[count(({ status }) => status === 'blocked')]] },
      { what: 'models overdue', panel: 15, days: 30, expected: [[count(({ lateness }) => lateness === 'overdue')]] },
      { what: 'models late when the plan was signed', panel: 16, days: 30, expected: [[count(({ born_overdue: born }) => born), count(({ lateness }) => lateness === 'born-overdue')]] },
      { what: 'reports in', panel: 41, days: ever, expected: [[reports('in')]] },
      { what: 'reports late', panel: 42, days: ever, expected: [[reports('late')]] },
      { what: 'reports missing', panel: 43, days: ever, expected: [[reports('missing')]] },
    ];
  },
};

import { dashboardFiles } from '@da06/dashboards';
import { askedBy } from './asked-by.ts';
import { audiences } from './audiences.ts';
import type { Grants, ReadingUser } from './grants.ts';

const uids = [...dashboardFiles().values()].map(({ uid = '' }) => uid);

/** What the console asks beside boards: figures of its first page, and what stands behind a panel. */
const beside = ['as_of', 'facilities', 'stay_notices', 'events', 'dead_letters', 'indicator_definitions'];

/** Of a view what the audience that sees most of it is granted. */
const widest = (view: string): 'all' | readonly string[] => {
  const granted = audiences.map(({ grants }) => grants[view]).filter((of) => of !== undefined);
  if (granted.length === 0) throw new RangeError(`No audience is granted ${view}.`);
  return granted.includes('all') ? 'all' : [...new Set(granted.flat())];
};

const views = [...new Set([...askedBy({ boards: uids }).flatMap(({ views: read }) => read), ...beside])].sort();
const grants: Grants = Object.fromEntries(views.map((view) => [view, widest(view)]));

/** The console’s one user: what every board reads, and nothing else. Who of its readers may open which board is told by the role of a key (services/console). */
export const consoleUser: ReadingUser = { user: 'da06_console', digest: 'CLICKHOUSE_CONSOLE_PASSWORD_SHA256', profile: 'da06_grafana', quota: 'da06_console', grants };

import { runChild } from '../harness/child.ts';
import { measured, type PanelCost } from '../dashboards-run/measured.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import type { BoardsAtSize } from './schema.ts';

/** From so many stays on the registers are left empty unless asked for (`--registers yes`): filling them takes over an hour on two cores. */
const many = 50_000_000;

/** What a panel and a dashboard may take up to 10 million stays; above, twice that. */
export const panelBars = { panelMs: 500, boardMs: 1_500, panelBytes: 50_000_000 } as const;
const allowance = (stays: number): number => (stays > 10_000_000 ? 2 : 1);

const slowest = (panels: readonly PanelCost[]): PanelCost | undefined => [...panels].sort((a, b) => (b.ms ?? Infinity) - (a.ms ?? Infinity))[0];
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The slowest choice of a panel in one line, and the most it read at any. */
const ofPanel = (costs: readonly PanelCost[], times: number): Figure => {
  const worst = slowest(costs);
  const name = `${worst?.panel ?? ''} ${worst?.title ?? ''}`;
  const failed = costs.find((cost) => cost.failed !== null);
  if (worst?.ms == null || failed !== undefined) return { name, figure: `not taken: ${failed?.failed ?? ''}`.slice(0, 90), bar: '', ok: false };
  const bytes = Math.max(...costs.map((cost) => cost.bytes ?? 0));
  const { ms } = worst;
  return {
    name: `${name}${worst.view === '' ? '' : ` (${worst.view})`}`, figure: `${Math.round(ms)} ms, ${megabytes(bytes)}`, value: ms,
    bar: `<= ${panelBars.panelMs * times} ms, ${megabytes(panelBars.panelBytes * times)}`, ok: ms <= panelBars.panelMs * times && bytes <= panelBars.panelBytes * times,
  };
};

/** Items by a name, in the order of first sight. */
const groupedBy = <T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
};

/** Every dashboard, and the views people ask, on a district of so many stays made inside the engine. `keep` is told everything. */
export async function* dashboards(stays: number, { registers, folder, keep }: { readonly registers: string; readonly folder: string | undefined; readonly keep: (all: BoardsAtSize) => void }): AsyncGenerator<Figure> {
  const filled = registers === 'auto' ? (stays < many ? 'yes' : 'no') : registers;
  const result = measured.parse(await runChild('dashboards-run', [String(stays), filled, ...(folder === undefined ? [] : [folder])]));
  keep(result);
  const times = allowance(stays);
  // A district that was kept from a run before is there at once.
  yield figure(`${result.events.toLocaleString('en')} events made in the engine, s`, result.madeInS < 1 ? 'kept from before' : Math.round(result.madeInS), '', undefined);
  yield figure(`on disk, MiB${result.registers ? '' : ', registers of stays left empty'}`, Math.round(result.diskBytes / 2 ** 20), '', undefined);
  for (const costs of groupedBy(result.panels, ({ board, panel }) => `${board}/${panel}`).values()) yield ofPanel(costs, times);
  const boards = result.panels.filter(({ board }) => board !== 'views');
  const worst = slowest(boards);
  const ms = worst?.ms ?? Number.NaN;
  yield figure('slowest panel, ms', Math.round(ms), `<= ${panelBars.panelMs * times}`, ms <= panelBars.panelMs * times);
  const bytes = Math.max(...boards.map((cost) => cost.bytes ?? Infinity)) / 1e6;
  yield figure('most read by a panel, MB', bytes, `<= ${(panelBars.panelBytes * times) / 1e6}`, bytes <= (panelBars.panelBytes * times) / 1e6);
  for (const [board, costs] of groupedBy(result.boards, ({ board }) => board)) {
    const whole = Math.max(...costs.map((cost) => cost.ms ?? Infinity));
    yield figure(`${board}, all panels at once, ms`, Math.round(whole), `<= ${panelBars.boardMs * times}`, whole <= panelBars.boardMs * times);
  }
}

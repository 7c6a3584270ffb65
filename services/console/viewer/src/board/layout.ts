import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

/** Grafana's grid: 24 columns, rows of 30 px, 8 px between. */
const rowHeight = 30;
export const gap = 8;

/** A panel in the grid of its section: columns and rows from 1, as CSS counts them. */
export type Placed = { readonly panel: Panel; readonly column: number; readonly row: number; readonly width: number; readonly height: number };
/** What stands below one row until the next; the first may have no row above it. */
export type Section = { readonly id: number; readonly title: string | undefined; readonly collapsed: boolean; readonly placed: readonly Placed[]; readonly rows: number };

const isRow = (panel: Panel | RowPanel): panel is RowPanel => panel.type === 'row';
const order = (one: { gridPos?: { y: number; x: number } }, two: { gridPos?: { y: number; x: number } }): number => (one.gridPos?.y ?? 0) - (two.gridPos?.y ?? 0) || (one.gridPos?.x ?? 0) - (two.gridPos?.x ?? 0);

const placedIn = (panels: readonly Panel[], top: number): readonly Placed[] =>
  panels.map((panel) => {
    const { x = 0, y = 0, w = 12, h = 8 } = panel.gridPos ?? {};
    return { panel, column: x + 1, row: Math.max(0, y - top) + 1, width: w, height: h };
  });

const section = (row: RowPanel | undefined, panels: readonly Panel[]): Section => {
  const sorted = [...panels].sort(order);
  const placed = placedIn(sorted, sorted[0]?.gridPos?.y ?? 0);
  return { id: row?.id ?? 0, title: row?.title ?? undefined, collapsed: row?.collapsed === true, placed, rows: Math.max(0, ...placed.map(({ row: at, height }) => at + height - 1)) };
};

/** Panels in the order they are read, below the rows they belong to. A row that is closed holds its panels itself. */
export const sectionsOf = (board: Pick<Dashboard, 'panels'>): readonly Section[] => {
  const sections: { row: RowPanel | undefined; panels: Panel[] }[] = [{ row: undefined, panels: [] }];
  for (const panel of [...(board.panels ?? [])].sort(order)) {
    if (isRow(panel)) sections.push({ row: panel, panels: [...(panel.panels ?? [])] });
    else sections.at(-1)?.panels.push(panel);
  }
  return sections.filter(({ row, panels }) => row !== undefined || panels.length > 0).map(({ row, panels }) => section(row, panels));
};

/** Height in pixels where panels stand one below the other: a figure is low, a list and a chart can be read, a tall one stays tall. */
export const narrowHeight = (type: string, rows: number): number => {
  const own = rows * (rowHeight + gap) - gap;
  switch (type) {
    case 'stat': return Math.min(Math.max(own - 40, 92), 140);
    case 'table': return Math.min(Math.max(own, 220), 460);
    case 'state-timeline':
    case 'status-history': return own;
    default: return Math.min(Math.max(own, 260), 420);
  }
};

/** How high a row may become, in pixels, when a board of one screen fills it: on a wall it may also shrink, at a desk it scrolls instead. */
const bounds = { wall: { least: 26, most: 60 }, desk: { least: rowHeight, most: 44 } };

/** Height of a row, in pixels, that makes a board fill the screen; undefined if that is too low to be read: it is taller than one screen. */
export const fittingRowHeight = (rows: number, height: number, where: keyof typeof bounds): number | undefined => {
  const { least, most } = bounds[where];
  const fitting = Math.floor(((height - (rows - 1) * gap) / rows) * 10) / 10;
  return fitting < least ? undefined : Math.min(fitting, most);
};

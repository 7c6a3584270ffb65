import { describe, expect, it } from 'vitest';
import { narrowHeight, sectionsOf, fittingRowHeight } from './layout.ts';

const panel = (id: number, type: string, x: number, y: number, w: number, h: number) => ({ id, type, gridPos: { x, y, w, h } });
const row = (id: number, y: number, more: object = {}) => ({ id, type: 'row' as const, title: `row ${id}`, collapsed: false, panels: [], gridPos: { x: 0, y, w: 24, h: 1 }, ...more });

describe('the grid of a board', () => {
  it('begins anew below each row, so that a closed row takes no room', () => {
    const sections = sectionsOf({ panels: [panel(1, 'stat', 0, 0, 5, 4), row(10, 4), panel(11, 'stat', 4, 5, 4, 4), panel(17, 'timeseries', 0, 9, 12, 8)] });
    expect(sections.map(({ id, title, rows }) => [id, title, rows])).toEqual([[0, undefined, 4], [10, 'row 10', 12]]);
    expect(sections[1]?.placed.map(({ panel: { id }, column, row: at, width, height }) => [id, column, at, width, height])).toEqual([[11, 5, 1, 4, 4], [17, 1, 5, 12, 8]]);
  });
  it('reads panels line by line, however they are listed', () => {
    const sections = sectionsOf({ panels: [panel(3, 'stat', 0, 4, 4, 4), panel(2, 'stat', 8, 0, 4, 4), panel(1, 'stat', 0, 0, 4, 4)] });
    expect(sections[0]?.placed.map(({ panel: { id } }) => id)).toEqual([1, 2, 3]);
  });
  it('takes the panels that a closed row holds itself', () => {
    const sections = sectionsOf({ panels: [row(10, 0, { collapsed: true, panels: [panel(11, 'stat', 0, 1, 4, 4)] })] });
    expect(sections).toMatchObject([{ id: 10, collapsed: true, placed: [{ column: 1, row: 1 }] }]);
  });
});

describe('heights', () => {
  it('in one column keep figures low and lists within a screen', () => {
    expect([narrowHeight('stat', 3), narrowHeight('stat', 8), narrowHeight('table', 14), narrowHeight('timeseries', 5), narrowHeight('state-timeline', 20)]).toEqual([92, 140, 460, 260, 752]);
  });
  it('fill the screen, unless the board is too tall for one', () => {
    expect([fittingRowHeight(22, 1040, 'wall'), fittingRowHeight(22, 1040, 'desk'), fittingRowHeight(10, 1040, 'desk')]).toEqual([39.6, 39.6, 44]);
    expect([fittingRowHeight(28, 1040, 'wall'), fittingRowHeight(28, 1040, 'desk'), fittingRowHeight(70, 1040, 'wall')]).toEqual([29.4, undefined, undefined]);
  });
});

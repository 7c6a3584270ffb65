import { fittingRowHeight, gap } from './layout.ts';

/** Lets a board that nearly fills the screen fill it, and a panel that is shown alone; again whenever the window changes, until it is ended. `rows`: of the grid, headings of rows among them. */
export const fitRows = (host: HTMLElement, rows: number, isWall: () => boolean): { readonly fit: () => void; readonly end: () => void } => {
  const fit = (): void => {
    const grid = host.querySelector<HTMLElement>('.board');
    if (grid === null) return;
    const height = innerHeight - (grid.getBoundingClientRect().top + scrollY) - 2 * gap;
    const row = fittingRowHeight(rows, height, isWall() ? 'wall' : 'desk');
    if (row === undefined) grid.style.removeProperty('--row');
    else grid.style.setProperty('--row', `${row}px`);
    grid.style.setProperty('--single', `${height}px`);
  };
  addEventListener('resize', fit);
  return { fit, end: () => removeEventListener('resize', fit) };
};

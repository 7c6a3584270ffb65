import { VariableHide } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { buildBoard } from '../board.ts';
import { isRow, itemsOf, variablesOf } from '../lint/model.ts';
import { wall } from './board.ts';

/** Rows of the grid that a screen of 1080 lines shows without its frame: 38 lines each. */
const screen = 28;

describe('the wall', () => {
  const board = buildBoard(wall, 'vi');
  it('fits one screen, in no rows', () => {
    expect(itemsOf(board).filter(isRow)).toEqual([]);
    expect(Math.max(...itemsOf(board).map(({ gridPos }) => (gridPos?.y ?? 0) + (gridPos?.h ?? 0)))).toBeLessThanOrEqual(screen);
  });
  it('shows nothing to choose', () => expect(variablesOf(board).filter(({ hide }) => hide !== VariableHide.HideVariable)).toEqual([]));
  it('asks of no single facility and of no person', () => expect(JSON.stringify(board)).not.toMatch(/feed_health|facility_(?:figures|days|versions)|facilities_heard|compliance_|FROM stays/));
});

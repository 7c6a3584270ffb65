import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardFiles } from './boards.ts';
import { expand } from './expand/expand.ts';
import { openBoardEngine, viewTo, type BoardEngine } from './fixtures/engine.fixture.ts';
import { askingOf, choosableOf, queriesOf } from './lint/model.ts';

const boards = [...dashboardFiles().values()];
let engine: BoardEngine;
beforeAll(async () => {
  engine = await openBoardEngine();
});
afterAll(() => engine.close());

/** All of what can be chosen in any number; the first of what is chosen alone. */
const nothingChosen = (board: (typeof boards)[number]): Readonly<Record<string, readonly string[] | 'all'>> =>
  Object.fromEntries(choosableOf(board).map(({ name, several, first }) => [name, several ? 'all' : [first]]));

describe('on an empty warehouse', () => {
  it.each(boards.map((board) => [board.uid ?? '', board] as const))('%s runs and shows no false figure', async (_uid, board) => {
    const week = viewTo(Date.parse('2026-11-20T18:30:00.000Z'), 7, nothingChosen(board));
    expect(await engine.runAll(board, week)).toEqual({ panels: askingOf(board).length, faults: [] });
    for (const id of [1, 2, 4]) expect(await engine.rowsOf(board, id, week), `panel ${id}`).toEqual([[null]]);
  });
  it.each(boards.map((board) => [board.uid ?? '', board] as const))('the variables of %s answer values and texts', async (_uid, board) => {
    const week = viewTo(Date.parse('2026-11-20T18:30:00.000Z'), 7, nothingChosen(board));
    for (const { where, sql } of queriesOf(board)) if (where.startsWith('variable ')) expect((await engine.ask(expand(sql, week))).meta, where).toHaveLength(2);
  });
});

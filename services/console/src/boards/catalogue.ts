import { askedOf, choosableOf, generatedBoards, panelsOf } from '@da06/dashboards';
import { AppError } from '@da06/errors';

export type Board = ReturnType<typeof generatedBoards>[number];
export type Panel = ReturnType<typeof panelsOf>[number];

/** A statement of a board, and whether its answer is a series over time (0) or a table (1). */
export type Statement = { readonly sql: string; readonly format: 0 | 1 };

const boards: ReadonlyMap<string, Board> = new Map(generatedBoards().map((board) => [board.uid ?? '', board]));

/** Every board, Vietnamese ones first. */
export const allBoards = (): readonly Board[] => [...boards.values()];

const found = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new AppError('request.not-found');
  return thing;
};

/** @throws AppError `request.not-found`. */
export const getBoard = (uid: string): Board => found(boards.get(uid));

/** @throws AppError `request.not-found`. */
export const getPanel = (board: Board, id: number): Panel => found(panelsOf(board).find((panel) => panel.id === id));

/** What a panel asks; undefined for a text. */
export const findStatement = (panel: Panel): Statement | undefined => {
  const [asked] = askedOf(panel);
  return asked === undefined ? undefined : { sql: asked.rawSql, format: asked.format };
};

/** What a panel asks. @throws AppError `request.not-found` for a text. */
export const getStatement = (panel: Panel): Statement => found(findStatement(panel));

/** What the options of a variable are asked by. @throws AppError `request.not-found`, also for a variable that asks nothing. */
export const getVariable = (board: Board, name: string): { readonly sql: string } => found(choosableOf(board).find((variable) => variable.name === name));

export type Annotation = { readonly sql: string; readonly color: string };

/** What marked times are asked by. @throws AppError `request.not-found`. */
export const getAnnotation = (board: Board, name: string): Annotation => {
  const { target, iconColor } = found(board.annotations?.list?.find((annotation) => annotation.name === name));
  const [asked] = askedOf({ targets: target === undefined ? [] : [target] });
  return { sql: found(asked).rawSql, color: iconColor };
};

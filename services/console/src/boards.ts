import { askedOf, choosableOf, generatedBoards, panelsOf } from '@da06/dashboards';
import type { KeyRole } from '@da06/events';
import type { BoardListed } from './api.ts';

type Dashboard = ReturnType<typeof generatedBoards>[number];
type Panel = ReturnType<typeof panelsOf>[number];

/** Boards by the role of a key, Vietnamese uids. A wall is seen by whoever passes: figures of areas alone, no facility by its name. A feed has its desk. */
const everything = ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'];
const boardsOfRole: Readonly<Record<KeyRole, readonly string[]>> = {
  admin: everything,
  standing: everything,
  analyst: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'tuan-thu-luu-tru'],
  wall: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich'],
  officer: ['tong-quan', 'chuong-trinh'],
  commune: ['tong-quan', 'chuong-trinh'],
  feed: [],
};

const boards: ReadonlyMap<string, Dashboard> = new Map(generatedBoards().map((board) => [board.uid ?? '', board]));
const vietnameseUid = (uid: string): string => uid.replace(/-en$/, '');

/** The board, if there is one and this role may open it. */
export const boardFor = (role: KeyRole, uid: string): Dashboard | undefined => (boardsOfRole[role].includes(vietnameseUid(uid)) ? boards.get(uid) : undefined);

export const listFor = (role: KeyRole): readonly BoardListed[] =>
  [...boards.values()].filter(({ uid }) => boardFor(role, uid ?? '') !== undefined)
    .map(({ uid = '', title = '', description = '', tags = [] }) => ({ uid, title, description, language: uid.endsWith('-en') ? 'en' : 'vi', tags }));

export const panelOf = (board: Dashboard, id: number): Panel | undefined => panelsOf(board).find((panel) => panel.id === id);
export const statementOf = (panel: Panel) => askedOf(panel).at(0);
export const variableOf = (board: Dashboard, name: string) => choosableOf(board).find((variable) => variable.name === name);

/** A copy for the browser: everything that is SQL is left out. */
export const withoutSql = (board: Dashboard): unknown =>
  JSON.parse(JSON.stringify(board, (key: string, value: unknown) => (key === 'rawSql' || key === 'definition' || (key === 'query' && typeof value === 'string' && /\bSELECT\b/i.test(value)) ? undefined : value)));

import type { KeyRole } from '@da06/events';

/** Who looks: the holder of a key, by its role, or somebody at the machine itself, who may read everything that lies on it. */
export type ReaderRole = KeyRole | 'local';

/** Boards of areas and models alone: none of them tells of one facility, so they may hang where anybody passes. */
const aggregate = ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich'];
/** Every board, in the order in which they are listed. */
export const everything: readonly string[] = [...aggregate, 'an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'];

/** Vietnamese uids by role. Security is for the police, who are the standing agency; an officer and a commune see the programme they report to; a feed has its desk. */
const boardsOfRole: Readonly<Record<ReaderRole, readonly string[]>> = {
  local: everything,
  admin: everything,
  standing: everything,
  analyst: [...aggregate, 'tuan-thu-luu-tru'],
  wall: aggregate,
  officer: ['tong-quan', 'chuong-trinh'],
  commune: ['tong-quan', 'chuong-trinh'],
  feed: [],
};

/** Whether a role may open a board, in either language. */
export const opens = (role: ReaderRole, uid: string): boolean => boardsOfRole[role].includes(uid.replace(/-en$/, ''));

/** Whether there is any board that a role may open. */
export const opensAny = (role: ReaderRole): boolean => boardsOfRole[role].length > 0;

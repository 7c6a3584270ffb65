import { everything, opens, type ReaderRole } from '../access/opens.ts';
import type { BoardListed } from '../api.ts';
import { allBoards } from './catalogue.ts';

/** The boards that a role may open, Vietnamese ones first. */
export const listFor = (role: ReaderRole): readonly BoardListed[] =>
  allBoards()
    .map(({ uid = '', title = '', description = '', tags = [] }): BoardListed => ({ uid, title, description, language: uid.endsWith('-en') ? 'en' : 'vi', tags }))
    .filter(({ uid }) => opens(role, uid))
    .sort((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ uid, language }: BoardListed): number => everything.indexOf(uid.replace(/-en$/, '')) + (language === 'en' ? everything.length : 0);

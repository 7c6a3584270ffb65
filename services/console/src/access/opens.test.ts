import { everyRole } from '@da06/service-kit';
import { describe, expect, it } from 'vitest';
import { allBoards } from '../boards/catalogue.ts';
import { listFor } from '../boards/list.ts';
import { everything, opens, type ReaderRole } from './opens.ts';

const roles: readonly ReaderRole[] = ['local', ...everyRole];
const vietnamese = allBoards().flatMap(({ uid = '' }) => (uid.endsWith('-en') ? [] : [uid]));

/** What each role may open, written out once more: a change of it is to be wanted. */
const expected: Readonly<Record<ReaderRole, readonly string[]>> = {
  local: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'],
  admin: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'],
  standing: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu'],
  analyst: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich', 'tuan-thu-luu-tru'],
  wall: ['tong-quan', 'chuong-trinh', 'dan-cu', 'lao-dong', 'du-lich'],
  officer: ['tong-quan', 'chuong-trinh'],
  commune: ['tong-quan', 'chuong-trinh'],
  feed: [],
};

describe('who may open which board', () => {
  it('every board there is has a place in the list', () => {
    expect(vietnamese.length).toBeGreaterThan(7);
    expect([...vietnamese].sort()).toEqual([...everything].sort());
  });

  it.each(roles.flatMap((role) => vietnamese.map((uid) => [role, uid] as const)))('%s and %s', (role, uid) => {
    const may = expected[role].includes(uid);
    expect([opens(role, uid), opens(role, `${uid}-en`)]).toEqual([may, may]);
  });

  it.each(roles)('%s is listed what it may open, in both languages', (role) => {
    const listed = listFor(role);
    expect(listed.map(({ uid }) => uid)).toEqual([...expected[role], ...expected[role].map((uid) => `${uid}-en`)]);
    expect(listed.every(({ uid, language, title }) => title !== '' && (language === 'en') === uid.endsWith('-en'))).toBe(true);
  });

  it('a wall never opens what tells of security or of one facility', () => {
    for (const uid of ['an-ninh', 'tuan-thu-luu-tru', 'suc-khoe-du-lieu']) expect([opens('wall', uid), opens('wall', `${uid}-en`)], uid).toEqual([false, false]);
  });
});

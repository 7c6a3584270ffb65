import { dashboardFiles } from '@da06/dashboards';

/** Uids of the boards in one language, in the order of their files. */
export const boardsIn = (language: 'vi' | 'en'): readonly string[] => [...dashboardFiles().values()].map(({ uid }) => uid ?? '').filter((uid) => uid.endsWith('-en') === (language === 'en'));

/** A page of the console by a name that can be a file's. */
export type Address = { readonly name: string; readonly path: string };

export const otherPages: readonly Address[] = [
  { name: 'trang-dau', path: '/' },
  { name: 'giao-viec', path: '/programme' },
  { name: 'bao-cao', path: '/programme?view=reports' },
  { name: 'he-thong', path: '/health' },
];
export const boardPages = (language: 'vi' | 'en'): readonly Address[] => boardsIn(language).map((uid) => ({ name: uid, path: `/d/${uid}` }));

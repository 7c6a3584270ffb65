import type { Language } from '../panels/renderer.ts';

export type Route = { readonly page: 'overview' | 'programme' | 'health' | 'missing' } | { readonly page: 'board'; readonly uid: string };

/** Which page an address names. */
export const routeOf = (path: string): Route => {
  const bare = path.replace(/\/+$/, '');
  if (bare === '' || bare === '/console') return { page: 'overview' };
  const uid = /^\/d\/([\w-]+)(?:\/[^/]*)?$/.exec(bare)?.[1];
  if (uid !== undefined) return { page: 'board', uid };
  return bare === '/programme' || bare === '/health' ? { page: bare === '/health' ? 'health' : 'programme' } : { page: 'missing' };
};

/** A board is of one language by its uid. */
export const languageOfUid = (uid: string): Language => (uid.endsWith('-en') ? 'en' : 'vi');
export const uidIn = (uid: string, language: Language): string => uid.replace(/-en$/, '') + (language === 'en' ? '-en' : '');

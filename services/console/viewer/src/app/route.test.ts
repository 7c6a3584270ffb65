import { describe, expect, it } from 'vitest';
import { languageOfUid, routeOf, uidIn } from './route.ts';

describe('an address', () => {
  it('names a page', () => {
    expect(['/', '/console', '/d/du-lich', '/d/du-lich/du-lich-qua-luu-tru', '/programme/', '/health'].map((path) => routeOf(path)))
      .toEqual([{ page: 'overview' }, { page: 'overview' }, { page: 'board', uid: 'du-lich' }, { page: 'board', uid: 'du-lich' }, { page: 'programme' }, { page: 'health' }]);
  });
  it('of another part of this host is no page of the viewer', () => {
    expect(['/desk', '/docs', '/d/', '/d/a b'].map((path) => routeOf(path).page)).toEqual(['missing', 'missing', 'missing', 'missing']);
  });
  it('of a board has its language in it', () => {
    expect([languageOfUid('du-lich'), languageOfUid('du-lich-en'), uidIn('du-lich', 'en'), uidIn('du-lich-en', 'en'), uidIn('du-lich-en', 'vi')]).toEqual(['vi', 'en', 'du-lich-en', 'du-lich-en', 'du-lich']);
  });
});

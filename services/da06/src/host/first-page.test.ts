import { describe, expect, it } from 'vitest';
import { banner } from './banner.ts';
import { firstPage } from './first-page.ts';

const host = { url: 'http://127.0.0.1:8080', clickhouseUrl: 'http://127.0.0.1:8123', adminKeyPath: '/d/admin.key' };
const empty = { facilities: 0, simulated: 0, stays: 0, lag: 0, demonstration: 'off' } as const;
const mark = 'DỮ LIỆU MÔ PHỎNG – không phải khách thật';

describe('the first page and the banner', () => {
  it('say what to do next while nothing is there, and only then', () => {
    expect(firstPage({ ...host, ...empty })).toMatch(/Chưa có lượt lưu trú nào[\s\S]*Make a facility/);
    expect(firstPage({ ...host, ...empty, facilities: 1, stays: 5 })).not.toContain('Make a facility');
    expect(banner({ ...host, data: '/d', empty: true, loading: false })).toContain('curl');
    expect(banner({ ...host, data: '/d', empty: false, loading: false })).not.toContain('curl');
  });

  it('lead to the desk', () => {
    expect(firstPage({ ...host, ...empty })).toContain('<a href="/desk">');
    expect(banner({ ...host, data: '/d', empty: false, loading: false })).toContain('/desk');
  });

  it('name the command line when the ClickHouse interface is off', () => {
    expect(banner({ ...host, clickhouseUrl: null, data: '/d', empty: true, loading: false })).toContain('da06 -- sql');
  });

  it('bear the mark of the demonstration while a facility of it is there or comes, with the way to be rid of it', () => {
    expect(firstPage({ ...host, ...empty })).not.toContain(mark);
    for (const page of [firstPage({ ...host, ...empty, demonstration: 'loading' }), firstPage({ ...host, ...empty, facilities: 61, simulated: 60, stays: 9 }), banner({ ...host, data: '/d', empty: true, loading: true })]) {
      expect(page).toContain(mark);
      expect(page).toContain('da06 -- demo remove');
      expect(page).toContain('DA06_DEMO=0');
    }
    expect(banner({ ...host, data: '/d', empty: true, loading: false })).not.toContain(mark);
  });
});

import { describe, expect, it } from 'vitest';
import { banner } from './banner.ts';
import { firstPage } from './first-page.ts';

const host = { url: 'http://127.0.0.1:8080', clickhouseUrl: 'http://127.0.0.1:8123', adminKeyPath: '/d/admin.key' };

describe('the first page and the banner', () => {
  it('say what to do next while nothing is there, and only then', () => {
    expect(firstPage({ ...host, facilities: 0, stays: 0, lag: 0 })).toMatch(/Chưa có lượt lưu trú nào[\s\S]*Make a facility/);
    expect(firstPage({ ...host, facilities: 1, stays: 5, lag: 0 })).not.toContain('Make a facility');
    expect(banner({ ...host, data: '/d', empty: true })).toContain('curl');
    expect(banner({ ...host, data: '/d', empty: false })).not.toContain('curl');
  });

  it('lead to the desk', () => {
    expect(firstPage({ ...host, facilities: 0, stays: 0, lag: 0 })).toContain('<a href="/desk">');
    expect(banner({ ...host, data: '/d', empty: false })).toContain('/desk');
  });

  it('name the command line when the ClickHouse interface is off', () => {
    expect(banner({ ...host, clickhouseUrl: null, data: '/d', empty: true })).toContain('da06 -- sql');
  });
});

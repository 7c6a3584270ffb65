import { describe, expect, it } from 'vitest';
import { banner } from './banner.ts';
import { overviewOf } from './overview.ts';

const host = { url: 'http://127.0.0.1:8080', clickhouseUrl: 'http://127.0.0.1:8123', adminKeyPath: '/d/admin.key' };
const empty = { facilities: 0, simulated: 0, stays: 0, asOf: null, lag: 0, demonstration: 'off' } as const;
const mark = 'DỮ LIỆU MÔ PHỎNG – không phải khách thật';

describe('the overview and the banner', () => {
  it('say what to do next while nothing is there, and only then', () => {
    expect(overviewOf({ ...host, ...empty }).nextSteps).toMatch(/v1\/facilities[\s\S]*da06 -- import/);
    expect(overviewOf({ ...host, ...empty, facilities: 1, stays: 5 }).nextSteps).toBeNull();
    expect(banner({ ...host, data: '/d', empty: true, loading: false })).toContain('curl');
    expect(banner({ ...host, data: '/d', empty: false, loading: false })).not.toContain('curl');
  });

  it('lead to the desk and to the boards', () => {
    expect(overviewOf({ ...host, ...empty }).links.map(({ href }) => href)).toEqual(expect.arrayContaining(['/desk', '/d/tong-quan', '/docs']));
    expect(banner({ ...host, data: '/d', empty: false, loading: false })).toContain('/desk');
  });

  it('name the command line when the ClickHouse interface is off', () => {
    expect(banner({ ...host, clickhouseUrl: null, data: '/d', empty: true, loading: false })).toContain('da06 -- sql');
    expect(overviewOf({ ...host, ...empty, clickhouseUrl: null })).toMatchObject({ addresses: { clickhouse: null }, nextSteps: expect.stringContaining('da06 -- sql') as string });
  });

  it('bear the mark of the demonstration while a facility of it is there or comes, with the way to be rid of it', () => {
    expect(overviewOf({ ...host, ...empty }).simulated).toBeNull();
    for (const facts of [{ ...empty, demonstration: 'loading' } as const, { ...empty, facilities: 61, simulated: 60, stays: 9 }])
      expect(overviewOf({ ...host, ...facts }).simulated).toMatchObject({ mark: { vi: mark }, remove: expect.stringContaining('da06 -- demo remove') as string, without: expect.stringContaining('DA06_DEMO=0') as string });
    const loading = banner({ ...host, data: '/d', empty: true, loading: true });
    for (const text of [mark, 'da06 -- demo remove', 'DA06_DEMO=0']) expect(loading).toContain(text);
    expect(banner({ ...host, data: '/d', empty: false, loading: false })).not.toContain(mark);
  });
});

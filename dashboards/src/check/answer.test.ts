import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { describe, expect, it } from 'vitest';
import { panel } from '../panels/panel.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { say } from '../text.ts';
import { faultsOf, type Answer } from './answer.ts';

const common = { id: 9, title: { vi: 'Thử', en: 'Trial' }, description: { vi: 'Thử.', en: 'Trial.' }, at: { x: 0, y: 0, w: 4, h: 4 }, unit: 'none', sql: '' } as const;
const column = { vi: 'Số', en: 'Count' };
const states = [{ value: 0, text: { vi: 'chưa', en: 'not yet' } }, { value: 1, text: { vi: 'xong', en: 'done' } }];
const built = (spec: PanelSpec): Panel => panel(spec, say('vi')).build();

const stat = built({ ...common, kind: 'stat' });
const table = built({ ...common, kind: 'table', columns: [{ name: column, unit: 'short' }] });
const lines = built({ ...common, kind: 'lines' });
const heatmap = built({ ...common, kind: 'heatmap' });
const timeline = built({ ...common, kind: 'timeline', values: states });
const grid = built({ ...common, kind: 'grid', values: states });
const pie = built({ ...common, kind: 'pie' });
const gauge = built({ ...common, kind: 'bar-gauge' });
const chart = built({ ...common, kind: 'bar-chart' });
const map = built({ ...common, kind: 'map', label: { vi: 'Đơn vị', en: 'Unit' }, size: column });

const answer = (columns: Readonly<Record<string, string>>, ...data: readonly unknown[][]): Answer => ({ meta: Object.entries(columns).map(([name, type]) => ({ name, type })), data });
const time = "DateTime('Asia/Ho_Chi_Minh')";
const [one, two] = ['2026-11-20 00:00:00', '2026-11-21 00:00:00'];

describe('the check of an answer', () => {
  it.each<readonly [string, Panel, Answer]>([
    ['a stat of one row', stat, answer({ a: 'UInt64' }, [5])],
    ['a table with the columns it names', table, answer({ Tên: 'String', Số: 'UInt64' }, ['a', 5])],
    ['a table without rows', table, answer({ Số: 'UInt64' })],
    ['a wide series', lines, answer({ time, a: 'Float64', b: 'Nullable(UInt64)' }, [one, 1, null], [two, 1, 2])],
    ['a long series', lines, answer({ time, of: 'LowCardinality(String)', n: 'UInt64' }, [one, 'a', 1], [one, 'b', 1], [two, 'a', 1])],
    ['a heat map', heatmap, answer({ time, T2: 'Float64', T3: 'Float64' }, [one, 1, 2])],
    ['states that have texts', timeline, answer({ time, of: 'String', n: 'UInt8' }, [one, 'a', 0], [two, 'a', 1])],
    ['slices', pie, answer({ of: 'String', n: 'UInt64' }, ['a', 1])],
    ['markers', map, answer({ lat: 'Float64', lon: 'Float64', 'Đơn vị': 'String', Số: 'Float64' }, [11.5, 106.5, 'a', 1])],
  ])('lets %s pass', (_what, of, given) => expect(faultsOf(of, given)).toEqual([]));

  it.each<readonly [string, Panel, Answer]>([
    ['has 0 rows instead of one', stat, answer({ a: 'UInt64' })],
    ['has 2 rows instead of one', stat, answer({ a: 'UInt64' }, [1], [2])],
    ['has no column Số, which the panel names', table, answer({ Tên: 'String' }, ['a'])],
    ['shows the day Ngày at 07:00: make it a text', table, answer({ Ngày: 'Date', Số: 'UInt64' }, ['2026-11-20', 1])],
    ['has 1001 rows', table, answer({ Số: 'UInt64' }, ...Array.from({ length: 1001 }, () => [1]))],
    ['has a column twice', pie, { meta: [{ name: 'n', type: 'String' }, { name: 'n', type: 'UInt8' }], data: [] }],
    ['column n holds an integer over 2^53', lines, answer({ time, n: 'Nullable(UInt64)' }, [one, '9007199254740993'])],
    ['has no column time in front', lines, answer({ day: time, n: 'UInt64' }, [one, 1])],
    ['has no column time in front', heatmap, answer({ time: 'Date', n: 'UInt64' }, ['2026-11-20', 1])],
    ['is not sorted by time', grid, answer({ time, of: 'String', n: 'UInt8' }, [two, 'a', 0], [one, 'a', 0])],
    ['has a point of a series twice', timeline, answer({ time, of: 'String', n: 'UInt8' }, [one, 'a', 0], [one, 'a', 1])],
    ['has a point of a series twice', lines, answer({ time, n: 'UInt8' }, [one, 0], [one, 1])],
    ['has no numbers', lines, answer({ time, of: 'String' }, [one, 'a'])],
    ['has a column that is neither text nor number', lines, answer({ time, n: 'UInt8', list: 'Array(String)' }, [one, 1, []])],
    ['has 20001 points', lines, answer({ time, of: 'String', n: 'UInt8' }, ...Array.from({ length: 20_001 }, (_, index) => [one, String(index), 1]))],
    ['has a line that is no number', heatmap, answer({ time, of: 'String', n: 'UInt8' }, [one, 'a', 1])],
    ['has the state 7, which has no text', grid, answer({ time, of: 'String', n: 'UInt8' }, [one, 'a', 7])],
    ['has no text in front', gauge, answer({ n: 'UInt8' }, [1])],
    ['has something else than numbers behind the text', chart, answer({ of: 'String' }, ['a'])],
    ['has no lat, or one that is not known', map, answer({ lat: 'Float64', lon: 'Float64', 'Đơn vị': 'String', Số: 'Float64' }, [0, 106.5, 'a', 1])],
    ['has no lon, or one that is not known', map, answer({ lat: 'Float64', 'Đơn vị': 'String', Số: 'Float64' }, [11.5, 'a', 1])],
    ['has no column Đơn vị, which the panel names', map, answer({ lat: 'Float64', lon: 'Float64', Số: 'Float64' }, [11.5, 106.5, 1])],
  ])('says "%s"', (says, of, given) => expect(faultsOf(of, given)).toContain(says));
});

import type { SectionSpec } from '../board.ts';
import type { PanelSpec, Threshold } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';

type Told = { readonly description: Text; readonly sql: string };
export type Opening = {
  /** One row, one column: a share from 0 to 1, NULL when there is nothing to be complete. */
  readonly completeness: Told & { readonly thresholds?: readonly Threshold[] };
  /** One row, one column: where the figures come from, as a text. */
  readonly source: Told;
  /** A condition without table: whether simulated data are among the figures of the board. */
  readonly simulated: { readonly description: Text; readonly condition: string };
  /** Rows of the grid that it takes; the next section begins at this y. */
  readonly height?: number;
};

const usual: readonly Threshold[] = [{ from: null, color: 'red' }, { from: 0.7, color: 'yellow' }, { from: 0.95, color: 'green' }];

/** The first row of every board: as of when, how complete, from where, how fresh, and whether any of it is simulated. Panels 1 to 5. */
export const opening = ({ completeness, source, simulated, height: h = 4 }: Opening, say: Say): SectionSpec => ({
  panels: [
    {
      kind: 'stat', id: 1, at: { x: 0, y: 0, w: 5, h }, unit: 'dateTimeAsIso',
      title: { vi: 'Tính đến', en: 'As of' },
      description: { vi: 'Thời điểm hệ thống nhận sự kiện mới nhất đã vào kho dữ liệu.', en: 'When the newest event that has reached the warehouse was taken in.' },
      sql: 'SELECT if(as_of > toDateTime64(0, 3), toUnixTimestamp64Milli(as_of), NULL) AS as_of FROM as_of',
    },
    { kind: 'stat', id: 2, at: { x: 5, y: 0, w: 5, h }, unit: 'percentunit', title: { vi: 'Độ đầy đủ', en: 'Completeness' }, thresholds: usual, ...completeness },
    { kind: 'stat', id: 3, at: { x: 10, y: 0, w: 5, h }, unit: 'none', title: { vi: 'Nguồn', en: 'Source' }, ...source },
    freshness(h),
    {
      kind: 'stat', id: 5, at: { x: 20, y: 0, w: 4, h }, unit: 'none', title: { vi: 'Dữ liệu mô phỏng', en: 'Simulated data' }, description: simulated.description,
      sql: `SELECT if(${simulated.condition}, '${say({ vi: 'Có dữ liệu mô phỏng', en: 'Holds simulated data' })}', '${say({ vi: 'Không có', en: 'None' })}') AS simulated`,
    },
  ],
});

/** The light: green within an hour, red after six. */
const freshness = (h: number): PanelSpec => ({
  kind: 'stat', id: 4, at: { x: 15, y: 0, w: 5, h }, unit: 's',
  title: { vi: 'Độ tươi', en: 'Freshness' },
  description: { vi: 'Số giây từ sự kiện mới nhất đã vào kho đến lúc xem; đêm vắng khách cũng làm số này tăng.', en: 'Seconds from the newest event in the warehouse to the moment of looking; a quiet night raises it too.' },
  thresholds: [{ from: null, color: 'green' }, { from: 3600, color: 'yellow' }, { from: 21_600, color: 'red' }],
  sql: "SELECT if(as_of > toDateTime64(0, 3), greatest(0, dateDiff('second', as_of, now64(3))), NULL) AS freshness FROM as_of",
});

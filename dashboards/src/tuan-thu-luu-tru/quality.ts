import type { SectionSpec } from '../board.ts';
import { midnight, named } from '../clickhouse/sql.ts';
import { nameOfIndicator } from '../definitions/definition.ts';
import { definitionInPeriod } from '../definitions/in-period.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { unreportedFound } from '../registers/inspections.ts';
import type { Say } from '../text.ts';
import { duty } from './source.ts';

const figure = (id: number, x: number, code: string, of: string, unit: 'percentunit' | 'locale' = 'percentunit'): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 34, w: 6, h: 4 }, unit, title: nameOfIndicator(code), description: definitionInPeriod(code), ...(unit === 'percentunit' && { decimals: 1 }), sql: `SELECT ${of} AS value ${duty}`,
});

/** Whether what is told is true: papers, how they were read, people at two places, what inspections find. */
export const quality = (say: Say): SectionSpec => ({
  row: { id: 30, y: 33, title: { vi: 'Giấy tờ, trùng người và kiểm tra', en: 'Papers, conflicts and inspections' } },
  panels: [
    figure(31, 0, 'tt.invalid-document-share', 'sum(invalid_documents) / nullIf(sum(received), 0)'),
    figure(32, 6, 'tt.qr-share', 'sum(qr + nfc) / nullIf(sum(stays), 0)'),
    figure(33, 12, 'tt.mrz-share', 'sum(mrz) / nullIf(sum(stays), 0)'),
    {
      kind: 'stat', id: 34, at: { x: 18, y: 34, w: 6, h: 4 }, unit: 'locale', thresholds: [{ from: null, color: 'green' }, { from: 1, color: 'yellow' }, { from: 10, color: 'red' }],
      title: nameOfIndicator('tt.conflicts'),
      description: {
        vi: 'Số đêm mà một người (theo giấy tờ đã liên kết) được báo ở từ hai cơ sở trở lên; khi chọn nhiều đơn vị hoặc loại cơ sở thì tính ở từng nơi.',
        en: 'Nights for which one person, papers linked, is told to be at two facilities or more; with several units or kinds chosen it counts at each.',
      },
      sql: `SELECT if(count() = 0, NULL, toFloat64(sum(conflicts))) AS value ${duty}`,
    },
    {
      kind: 'bars', id: 35, at: { x: 0, y: 38, w: 14, h: 8 }, unit: 'locale', interval: '24h',
      title: { vi: 'Cách lấy giấy tờ', en: 'How papers were read' },
      description: { vi: 'Lượt lưu trú theo ngày đến, chia theo cách lấy giấy tờ: nhập tay, mã QR, dòng MRZ, chip NFC, tệp, cách khác hoặc không rõ.', en: 'Registrations by day of arrival and by how the paper was read: typed, QR code, machine-readable zone, NFC chip, file, another way or not told.' },
      sql: `
SELECT ${midnight('day')} AS time, sum(typed) AS ${named(say, { vi: 'Nhập tay', en: 'Typed' })}, sum(qr) AS ${named(say, { vi: 'Mã QR', en: 'QR code' })}, sum(mrz) AS ${named(say, { vi: 'Dòng MRZ', en: 'MRZ' })}, sum(nfc) AS ${named(say, { vi: 'Chip NFC', en: 'NFC chip' })}, sum(file) AS ${named(say, { vi: 'Tệp', en: 'File' })}, sum(other_captured) AS ${named(say, { vi: 'Khác, không rõ', en: 'Other, not told' })}
${duty}
GROUP BY day
ORDER BY time`,
    },
    unreportedFound(say, { id: 36, at: { x: 14, y: 38, w: 10, h: 8 }, from: duty }),
  ],
});

import type { SectionSpec } from '../board.ts';
import { named, orGap } from '../clickhouse/sql.ts';
import { texts } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { men, registered, sexes, women } from '../registers/texts.ts';
import type { Say } from '../text.ts';
import { ofPlace } from '../variables/places.ts';
import { durations } from './labels.ts';

const duration = { vi: 'Thời gian', en: 'Duration' };
const indicator = { vi: 'Chỉ tiêu', en: 'Indicator' };
const value = { vi: 'Giá trị (%)', en: 'Value (%)' };
const counts = { vi: 'Tử số', en: 'Count' };
const bases = { vi: 'Mẫu số', en: 'Base' };
const meaning = { vi: 'Định nghĩa', en: 'Definition' };

/** Shares of people with a record, as people look for them. */
const shares = ['ld.participation', 'ld.without-work-share', 'ld.trained-share', 'ld.social-insurance-share', 'ld.unemployment-insurance-share'].map((code) => `'${code}'`).join(', ');

/** Who is without work and for how long, and the shares that describe the labour force. */
export const unemployment = (say: Say): SectionSpec => ({
  row: { id: 30, y: 29, title: { vi: 'Chưa có việc làm và các tỷ lệ', en: 'Without work, and shares' } },
  panels: [
    {
      kind: 'bar-chart', stacked: true, id: 31, at: { x: 0, y: 30, w: 9, h: 8 }, unit: 'locale', columns: sexes,
      title: { vi: 'Thời gian chưa có việc làm, toàn địa bàn', en: 'How long without work, whole territory' },
      description: registered({
        vi: 'Người chưa có việc làm theo đăng ký, theo thời gian chưa có việc và giới tính, của toàn địa bàn, ô dưới 5 người để trống.',
        en: 'People registered as without work by how long and by sex, of the whole territory, cells of fewer than 5 blank.',
      }),
      sql: `
SELECT ${texts('a', durations.map(([code, text]) => [code, say(text)]))} AS ${named(say, duration)}, sumIf(${orGap('persons')}, b = 'M') AS ${named(say, men)}, sumIf(${orGap('persons')}, b = 'F') AS ${named(say, women)}
FROM ${register('labour')} AS l
WHERE l.cube = 'duration×sex' AND place_kind = 'all' AND a != ''
GROUP BY a
ORDER BY indexOf([${durations.map(([code]) => `'${code}'`).join(', ')}], toString(a))`,
    },
    {
      kind: 'table', id: 32, at: { x: 9, y: 30, w: 15, h: 8 }, unit: 'none',
      columns: [{ name: indicator, width: 260 }, { name: value, unit: 'percent', decimals: 1, width: 100 }, { name: counts, unit: 'locale', decimals: 0, width: 90 }, { name: bases, unit: 'locale', decimals: 0, width: 90 }],
      title: { vi: 'Các tỷ lệ', en: 'Shares' },
      description: registered({
        vi: 'Tham gia lao động, chưa có việc, qua đào tạo, bảo hiểm xã hội, bảo hiểm thất nghiệp của nơi đang chọn, kèm tử số và mẫu số; chỉ nói về người có phiếu.',
        en: 'Participation, without work, trained, social and unemployment insurance of the chosen places, with count and base; of people with a record alone.',
      }),
      sql: `
SELECT if(d.code = '', toString(f.code), d.${say({ vi: 'vi', en: 'en' })}) AS ${named(say, indicator)}, figure AS ${named(say, value)}, counts AS ${named(say, counts)}, bases AS ${named(say, bases)}, d.${say({ vi: 'definition_vi', en: 'definition_en' })} AS ${named(say, meaning)}
FROM
(
    SELECT code, sum(count) AS counts, sum(base) AS bases, if(bases = 0, NULL, 100 * counts / bases) AS figure
    FROM ${register('labour_indicators')}
    WHERE code IN (${shares}) AND ${ofPlace}
    GROUP BY code
) AS f
LEFT JOIN indicator_definitions AS d ON d.code = f.code
ORDER BY indexOf([${shares}], toString(f.code))`,
    },
  ],
});

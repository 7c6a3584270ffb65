import type { SectionSpec } from '../board.ts';
import { texts } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { men, registered, sexes, women } from '../registers/texts.ts';
import { named, orGap } from '../clickhouse/sql.ts';
import type { Say, Text } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

const group = { vi: 'Nhóm tuổi', en: 'Age group' };
const indicator = { vi: 'Chỉ tiêu', en: 'Indicator' };
const value = { vi: 'Giá trị', en: 'Value' };
const measure = { vi: 'Đơn vị tính', en: 'Measured in' };
const counts = { vi: 'Tử số', en: 'Count' };
const bases = { vi: 'Mẫu số', en: 'Base' };
const meaning = { vi: 'Định nghĩa', en: 'Definition' };

type Quotient = { readonly code: string; readonly factor: 1 | 100; readonly measure: Text };
const per100 = (vi: string, en: string): Pick<Quotient, 'factor' | 'measure'> => ({ factor: 100, measure: { vi, en } });

/** Quotients that describe a population, as people look for them. */
const quotients: readonly Quotient[] = [
  { code: 'dc.density', factor: 1, measure: { vi: 'người/km²', en: 'people/km²' } },
  { code: 'dc.sex-ratio', ...per100('nam/100 nữ', 'men/100 women') },
  { code: 'dc.dependency', ...per100('người/100 người 15–64', 'people/100 aged 15–64') },
  { code: 'dc.dependency-young', ...per100('người/100 người 15–64', 'people/100 aged 15–64') },
  { code: 'dc.dependency-old', ...per100('người/100 người 15–64', 'people/100 aged 15–64') },
  { code: 'dc.ageing', ...per100('người 60+/100 người dưới 15', 'aged 60+/100 under 15') },
  { code: 'dc.urban-share', ...per100('%', '%') },
  { code: 'dc.household-size', factor: 1, measure: { vi: 'người/hộ', en: 'people/household' } },
];

/** Of whom the population is made up. */
export const structure = (say: Say): SectionSpec => ({
  row: { id: 20, y: 9, title: { vi: 'Cơ cấu', en: 'Structure' } },
  panels: [
    {
      kind: 'bar-chart', horizontal: true, stacked: true, id: 21, at: { x: 0, y: 10, w: 11, h: 13 }, unit: 'locale', columns: sexes,
      title: { vi: 'Tháp dân số thường trú, toàn địa bàn', en: 'Pyramid of permanent residents, whole territory' },
      description: registered({
        vi: 'Người thường trú theo nhóm 5 tuổi và giới tính, nam vẽ về bên trái, phía số âm; không chia theo đơn vị vì ô nhỏ sẽ lộ người, ô dưới 5 người để trống.',
        en: 'Permanent residents by groups of five years of age and by sex, men to the left, on the side of negative numbers; not by unit, for small cells would tell of people, and cells of fewer than 5 are blank.',
      }),
      sql: `
SELECT age_group AS ${named(say, group)}, 0 - sumIf(${orGap('persons')}, sex = 'M') AS ${named(say, men)}, sumIf(${orGap('persons')}, sex = 'F') AS ${named(say, women)}
FROM ${register('population')}
WHERE place_kind = 'all' AND status = 'permanent' AND cube = 'age-sex' AND sex IN ('M', 'F')
GROUP BY age_group
ORDER BY age_group DESC`,
    },
    {
      kind: 'table', id: 22, at: { x: 11, y: 10, w: 13, h: 13 }, unit: 'none',
      columns: [{ name: indicator, width: 190 }, { name: value, unit: 'locale', decimals: 1, width: 90 }, { name: measure, width: 160 }, { name: counts, unit: 'locale', decimals: 0, width: 90 }, { name: bases, unit: 'locale', decimals: 0, width: 90 }],
      title: { vi: 'Chỉ tiêu cơ cấu', en: 'Indicators of structure' },
      description: registered({
        vi: 'Mật độ, tỷ số giới tính, phụ thuộc, già hóa, thành thị và quy mô hộ của nơi đang chọn, kèm tử số và mẫu số; mật độ cần diện tích của mọi đơn vị, tỷ lệ thành thị chỉ có của toàn địa bàn.',
        en: 'Density, sex ratio, dependency, ageing, urban share and household size of the chosen places, with count and base; density needs the area of every unit, the urban share is there of the whole territory alone.',
      }),
      sql: `
SELECT if(d.code = '', toString(f.code), d.${say({ vi: 'vi', en: 'en' })}) AS ${named(say, indicator)}, figure AS ${named(say, value)}, ${texts('f.code', quotients.map(({ code, measure: of }) => [code, say(of)]))} AS ${named(say, measure)},
    counts AS ${named(say, counts)}, bases AS ${named(say, bases)}, d.${say({ vi: 'definition_vi', en: 'definition_en' })} AS ${named(say, meaning)}
FROM
(
    SELECT code, sum(count) AS counts, sum(base) AS bases, if(bases = 0, NULL, counts / bases * if(code IN (${quotients.filter(({ factor }) => factor === 1).map(({ code }) => `'${code}'`).join(', ')}), 1, 100)) AS figure
    FROM
    (
        SELECT code, count, base FROM ${register('population_indicators')} WHERE code IN (${quotients.map(({ code }) => `'${code}'`).join(', ')}) AND ${ofPlace}
        UNION ALL
        SELECT code, count, base FROM ${register('household_indicators')} WHERE code = 'dc.household-size' AND ${ofPlace}
    )
    GROUP BY code
) AS f
LEFT JOIN indicator_definitions AS d ON d.code = f.code
ORDER BY indexOf([${quotients.map(({ code }) => `'${code}'`).join(', ')}], toString(f.code))`,
    },
  ],
});

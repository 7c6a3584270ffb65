import type { SectionSpec } from '../board.ts';
import { named, orGap } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { texts } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { men, people, registered, sexes, women } from '../registers/texts.ts';
import type { Say, Text } from '../text.ts';
import { contracts, insurances, occupations, positions, sections2018, sections2025, trainings, type Labels } from './labels.ts';

const blank = { vi: 'của toàn địa bàn, ô dưới 5 người để trống', en: 'of the whole territory, cells of fewer than 5 blank' };
const pairs = (labels: Labels, say: Say): readonly (readonly [string, string])[] => labels.map(([code, text]) => [code, say(text)]);
const told = (vi: string, en: string): Text => registered({ vi: `${vi}, ${blank.vi}.`, en: `${en}, ${blank.en}.` });

type Chart = { readonly id: number; readonly at: PanelSpec['at']; readonly title: Text; readonly description: Text; readonly group: Text; readonly cube: string; readonly label: string };

/** Men and women employed, by the first value of a cube: the most first. */
const bySex = ({ cube, group, label, ...place }: Chart, say: Say): PanelSpec => ({
  kind: 'bar-chart', horizontal: true, stacked: true, unit: 'locale', columns: sexes, ...place,
  sql: `
SELECT ${label} AS ${named(say, group)}, sumIf(${orGap('persons')}, b = 'M') AS ${named(say, men)}, sumIf(${orGap('persons')}, b = 'F') AS ${named(say, women)}
FROM ${register('labour')} AS l
WHERE l.cube = ${cube} AND place_kind = 'all' AND a != ''
GROUP BY a
ORDER BY maxIf(persons, b = '') DESC, a`,
});

/** Shares of the employed by the first value of a cube. */
const shares = ({ cube, group, label, ...place }: Chart, say: Say): PanelSpec => ({
  kind: 'pie', unit: 'locale', ...place,
  sql: `
SELECT ${label} AS ${named(say, group)}, persons AS ${named(say, people)}
FROM ${register('labour')} AS l
WHERE l.cube = ${cube} AND place_kind = 'all' AND a != '' AND b = '' AND NOT isNaN(persons)
ORDER BY persons DESC, a`,
});

/** At what the employed work, and on which terms. */
export const work = (say: Say): SectionSpec => ({
  row: { id: 20, y: 9, title: { vi: 'Người có việc làm, toàn địa bàn', en: 'The employed, whole territory' } },
  panels: [
    bySex({
      id: 21, at: { x: 0, y: 10, w: 12, h: 11 }, title: { vi: 'Theo ngành kinh tế (VSIC)', en: 'By industry (VSIC)' }, group: { vi: 'Ngành cấp 1', en: 'Section' },
      description: told('Người có việc làm theo ngành cấp 1 của bảng ngành đang chọn và giới tính', 'The employed by section of the chosen classification and by sex'),
      cube: "concat('section-', ${vsic:singlequote}, '×sex')",
      label: `concat(if(a = 'unknown', '', concat(a, ' ')), if(\${vsic:singlequote} = '2018', ${texts('a', pairs(sections2018, say))}, ${texts('a', pairs(sections2025, say))}))`,
    }, say),
    bySex({
      id: 22, at: { x: 12, y: 10, w: 12, h: 11 }, title: { vi: 'Theo nghề nghiệp (VSCO)', en: 'By occupation (VSCO)' }, group: { vi: 'Nhóm nghề', en: 'Group' },
      description: told('Người có việc làm theo nhóm nghề cấp 1 của VSCO 2020 và giới tính', 'The employed by major group of VSCO 2020 and by sex'),
      cube: "'occupation×sex'", label: `concat(if(a = 'unknown', '', concat(a, ' ')), ${texts('a', pairs(occupations, say))})`,
    }, say),
    shares({
      id: 23, at: { x: 0, y: 21, w: 6, h: 8 }, title: { vi: 'Vị thế việc làm', en: 'Status in employment' }, group: { vi: 'Vị thế', en: 'Status' },
      description: told('Người có việc làm theo vị thế việc làm', 'The employed by status in employment'), cube: "'position×sex'", label: texts('a', pairs(positions, say)),
    }, say),
    shares({
      id: 24, at: { x: 6, y: 21, w: 6, h: 8 }, title: { vi: 'Loại hợp đồng', en: 'Contract' }, group: { vi: 'Hợp đồng', en: 'Contract' },
      description: told('Người có việc làm theo loại hợp đồng lao động', 'The employed by kind of contract'), cube: "'contract×sex'", label: texts('a', pairs(contracts, say)),
    }, say),
    shares({
      id: 25, at: { x: 12, y: 21, w: 6, h: 8 }, title: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' }, group: { vi: 'Bảo hiểm', en: 'Insurance' },
      description: told('Người có việc làm theo tham gia bảo hiểm xã hội', 'The employed by social insurance'), cube: "'insurance×sex'", label: texts('a', pairs(insurances, say)),
    }, say),
    shares({
      id: 26, at: { x: 18, y: 21, w: 6, h: 8 }, title: { vi: 'Trình độ đào tạo', en: 'Training' }, group: { vi: 'Trình độ', en: 'Training' },
      description: told('Người có việc làm theo trình độ chuyên môn kỹ thuật cao nhất', 'The employed by highest training'), cube: "'training×sex'", label: texts('a', pairs(trainings, say)),
    }, say),
  ],
});

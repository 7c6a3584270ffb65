import type { SectionSpec } from '../board.ts';
import { counted, quotient } from '../registers/figures.ts';
import { registered } from '../registers/texts.ts';
import { unitsTable, type PlaceFigure } from '../registers/units-table.ts';
import type { Say } from '../text.ts';

const count = (code: string, vi: string, en: string): PlaceFigure => ({ name: { vi, en }, figure: counted(code), unit: 'locale', decimals: 0 });
const share = (code: string, vi: string, en: string): PlaceFigure => ({ name: { vi, en }, figure: quotient(code, 100), unit: 'percent', decimals: 1 });

const figures: readonly PlaceFigure[] = [
  count('ld.records', 'Số phiếu', 'Records'), share('ld.coverage', 'Độ phủ 15+', 'Coverage of 15+'), count('ld.employed', 'Có việc', 'Employed'), count('ld.unemployed', 'Chưa có việc', 'Without work'),
  count('ld.inactive', 'Không tham gia', 'Not in labour force'), share('ld.without-work-share', 'Tỷ lệ chưa có việc', 'Share without work'), share('ld.trained-share', 'Qua đào tạo', 'Trained'), share('ld.social-insurance-share', 'Có BHXH', 'Social insurance'),
];

/** Places side by side. */
export const units = (say: Say): SectionSpec => ({
  row: { id: 40, y: 38, title: { vi: 'Theo đơn vị hành chính', en: 'By administrative unit' } },
  panels: [
    unitsTable(
      {
        uid: 'lao-dong', id: 41, at: { x: 0, y: 39, w: 24, h: 9 }, figures, views: ['labour_indicators', 'labour_coverage'],
        title: { vi: 'Lao động từng đơn vị, theo địa giới đang chọn', en: 'Labour of each unit, on the chosen boundaries' },
        description: registered({
          vi: 'Từng đơn vị theo địa giới đang chọn, rồi vùng so sánh (huyện cũ) và toàn địa bàn; tỷ lệ chưa có việc chỉ nói về người có phiếu, đọc cùng với độ phủ.',
          en: 'Each unit on the chosen boundaries, then the comparable area (the former district) and the whole territory; the share without work is of people with a record alone, to be read with the coverage.',
        }),
      },
      say,
    ),
  ],
});

import type { SectionSpec } from '../board.ts';
import { counted, quotient } from '../registers/figures.ts';
import { registered } from '../registers/texts.ts';
import { unitsTable, type PlaceFigure } from '../registers/units-table.ts';
import type { Say } from '../text.ts';

const count = (code: string, vi: string, en: string): PlaceFigure => ({ name: { vi, en }, figure: counted(code), unit: 'locale', decimals: 0 });
const ratio = (code: string, factor: number, vi: string, en: string): PlaceFigure => ({ name: { vi, en }, figure: quotient(code, factor), unit: 'locale', decimals: 1 });

const figures: readonly PlaceFigure[] = [
  count('dc.permanent', 'Thường trú', 'Permanent'), count('dc.temporary', 'Tạm trú', 'Temporary'), count('dc.absent', 'Tạm vắng', 'Absent'), count('dc.present', 'Hiện diện', 'Present'),
  ratio('dc.density', 1, 'Mật độ', 'Density'), ratio('dc.sex-ratio', 100, 'Nam/100 nữ', 'Men/100 women'), ratio('dc.dependency', 100, 'Phụ thuộc', 'Dependency'), ratio('dc.ageing', 100, 'Già hóa', 'Ageing'),
  count('dc.households', 'Số hộ', 'Households'), ratio('dc.household-size', 1, 'Người/hộ', 'People/household'),
];

/** Places side by side. */
export const units = (say: Say): SectionSpec => ({
  row: { id: 40, y: 40, title: { vi: 'Theo đơn vị hành chính', en: 'By administrative unit' } },
  panels: [
    unitsTable(
      {
        uid: 'dan-cu', id: 41, at: { x: 0, y: 41, w: 24, h: 9 }, figures, views: ['population_indicators', 'household_indicators'],
        title: { vi: 'Dân cư từng đơn vị, theo địa giới đang chọn', en: 'Population of each unit, on the chosen boundaries' },
        description: registered({
          vi: 'Từng đơn vị theo địa giới đang chọn, rồi vùng so sánh (huyện cũ) và toàn địa bàn; “ước lượng” là nơi có phần dân phải chia theo tỷ lệ địa giới.',
          en: 'Each unit on the chosen boundaries, then the comparable area (the former district) and the whole territory; “estimate” marks places of which people had to be shared out by boundaries.',
        }),
      },
      say,
    ),
  ],
});

import type { SectionSpec } from '../board.ts';
import type { Say } from '../text.ts';
import { breakdown } from './breakdown.ts';

/** The units beside each other. */
export const places = (say: Say): SectionSpec => ({
  row: { id: 50, y: 51, title: { vi: 'Theo đơn vị hành chính', en: 'By administrative unit' } },
  panels: [
    breakdown(say, 'unit', {
      id: 51, at: { x: 0, y: 52, w: 24, h: 9 },
      title: { vi: 'Các đơn vị trong kỳ', en: 'Units over the period' },
      description: {
        vi: 'Khách, công suất buồng và tỷ lệ ngày cơ sở có tin của từng đơn vị trong kỳ, theo địa giới đã chọn; nơi có ngày dưới 3 cơ sở bị che để không lộ số liệu của một cơ sở.',
        en: 'Guests, room occupancy and the share of houses’ days with a word, of each unit over the period, on the chosen boundaries; a place with a day of one or two houses is left out, for it would tell on one of them.',
      },
    }),
  ],
});

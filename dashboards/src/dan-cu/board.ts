import type { BoardSpec } from '../board.ts';
import { moment } from '../registers/moment.ts';
import { say } from '../text.ts';
import { boundary, unit } from '../variables/places.ts';
import { change } from './change.ts';
import { overview } from './overview.ts';
import { quality } from './quality.ts';
import { size } from './size.ts';
import { structure } from './structure.ts';
import { units } from './units.ts';

/** Model 37: how many people live here by the registers, who they are, and how that changes. */
export const population: BoardSpec = {
  uid: 'dan-cu',
  title: { vi: 'Dân cư (mô hình 37)', en: 'Population (model 37)' },
  description: {
    vi: 'Bao nhiêu người thường trú, tạm trú, tạm vắng, lưu trú; cơ cấu và biến động của họ; số liệu hành chính (đăng ký).',
    en: 'How many people live here for good, for a time, are away or stay; who they are and how that changes; administrative (register) counts.',
  },
  tags: ['da06'],
  from: 'now-3y',
  refresh: '5m',
  variables: [moment, boundary, unit],
  sections: (language) => [overview, size, structure, change, units, quality].map((section) => section(say(language))),
};

import type { BoardSpec } from '../board.ts';
import { moment } from '../registers/moment.ts';
import { say } from '../text.ts';
import { boundary, unit } from '../variables/places.ts';
import { classification } from './classification.ts';
import { movements } from './movements.ts';
import { overview } from './overview.ts';
import { size } from './size.ts';
import { units } from './units.ts';
import { unemployment } from './unemployment.ts';
import { work } from './work.ts';

/** Model 38: who works, at what and on which terms, by the register of workers. */
export const labour: BoardSpec = {
  uid: 'lao-dong',
  title: { vi: 'Lao động (mô hình 38)', en: 'Labour (model 38)' },
  description: {
    vi: 'Ai làm việc, ngành gì, nghề gì, theo hợp đồng nào, theo phiếu lao động; không phải điều tra lao động việc làm; số liệu hành chính (đăng ký).',
    en: 'Who works, in which industry and occupation, on which terms, by the records of workers; not the labour force survey; administrative (register) counts.',
  },
  tags: ['da06'],
  from: 'now-1y',
  refresh: '5m',
  variables: [moment, boundary, unit, classification],
  sections: (language) => [overview, size, work, unemployment, units, movements].map((section) => section(say(language))),
};

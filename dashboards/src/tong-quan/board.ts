import type { BoardSpec } from '../board.ts';
import { say } from '../text.ts';
import { figures } from './figures.ts';
import { map } from './map.ts';
import { overview } from './overview.ts';
import { freshness } from './sources.ts';
import { toDo } from './to-do.ts';

/** The wall of the operations centre: one screen, nothing to choose. */
export const wall: BoardSpec = {
  uid: 'tong-quan',
  title: { vi: 'Tổng quan', en: 'Overview' },
  description: {
    vi: 'Địa bàn hôm nay trên một màn hình: tám số lớn so với tuần trước, đơn vị, độ tươi của nguồn và việc cần làm; số liệu hành chính (đăng ký).',
    en: 'The territory today on one screen: eight large figures against last week, units, freshness of sources and what needs doing; administrative (register) counts.',
  },
  tags: ['da06'],
  from: 'now-7d',
  refresh: '5m',
  variables: [],
  wall: true,
  sections: (language) => [overview, figures, map, freshness, toDo].map((section) => section(say(language))),
};

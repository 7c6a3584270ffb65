import type { BoardSpec } from '../board.ts';
import { say } from '../text.ts';
import { deadLetters } from './dead-letters.ts';
import { events } from './events.ts';
import { feeds } from './feeds.ts';
import { intake } from './intake.ts';
import { overview } from './overview.ts';
import { reconciliation } from './reconciliation.ts';

/** Health of the data itself: does everything that was accepted arrive, in time, once. */
export const dataHealth: BoardSpec = {
  uid: 'suc-khoe-du-lieu',
  title: { vi: 'Sức khỏe dữ liệu', en: 'Health of the data' },
  description: {
    vi: 'Dữ liệu có đến đủ, đúng hạn và đúng một lần hay không; số liệu hành chính (đăng ký).',
    en: 'Whether the data arrive in full, in time and once; administrative (register) counts.',
  },
  tags: ['da06'],
  from: 'now-7d',
  refresh: '1m',
  variables: [
    {
      name: 'facility',
      label: { vi: 'Cơ sở', en: 'Facility' },
      choose: 'several',
      sql: () => "SELECT facility_id, if(name = '', facility_id, concat(name, ' (', facility_id, ')')) AS text FROM facilities ORDER BY text",
    },
  ],
  sections: (language) => [overview, events, intake, deadLetters, reconciliation, feeds].map((section) => section(say(language))),
};

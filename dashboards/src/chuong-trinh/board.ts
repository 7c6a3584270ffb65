import type { BoardSpec } from '../board.ts';
import { say } from '../text.ts';
import { agency, period, reportingUnit } from '../variables/programme.ts';
import { list } from './list.ts';
import { overview } from './overview.ts';
import { progress } from './progress.ts';
import { reports } from './reports.ts';
import { standing } from './standing.ts';

/** The programme of 43 models: how far it is, who is late, who has not reported. */
export const programme: BoardSpec = {
  uid: 'chuong-trinh',
  title: { vi: 'Chương trình 43 mô hình', en: 'Programme of 43 models' },
  description: {
    vi: 'Tiến độ các mô hình của kế hoạch, ai chậm và ai chưa báo cáo; theo sự kiện và báo cáo ghi nhận trong hệ thống.',
    en: 'How far the models of the plan are, who is late and who has not reported; by events and reports in this system.',
  },
  tags: ['da06'],
  from: 'now-1y',
  refresh: '5m',
  variables: [agency, reportingUnit, period],
  sections: (language) => [overview, standing, list, progress, reports].map((section) => section(say(language))),
};

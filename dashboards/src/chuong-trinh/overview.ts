import type { SectionSpec } from '../board.ts';
import { opening } from '../opening/opening.ts';
import type { Say } from '../text.ts';
import { ofLastMonth } from './choices.ts';

export const overview = (say: Say): SectionSpec =>
  opening(
    {
      completeness: {
        description: {
          vi: 'Tỷ lệ báo cáo đã nhận trong số báo cáo phải nộp của tháng gần nhất đã hết hạn nộp.',
          en: 'Share of reports received among those owed for the newest month whose time to report is over.',
        },
        sql: `
SELECT if(count() = 0, NULL, countIf(status != 'missing') / count()) AS completeness
FROM report_duty
WHERE status IN ('in', 'late', 'missing') AND ${ofLastMonth}`,
      },
      source: {
        description: { vi: 'Kế hoạch, sự kiện của từng mô hình và báo cáo hằng tháng ghi nhận trong hệ thống.', en: 'The plan, the events of each model and the monthly reports, as this system took them in.' },
        sql: `SELECT concat('${say({ vi: 'Kế hoạch ', en: 'Plan ' })}', any(plan), '${say({ vi: ', số mô hình: ', en: ', models: ' })}', toString(count())) AS source FROM models`,
      },
      simulated: {
        description: { vi: 'Có sự kiện hoặc báo cáo mô phỏng trong các số liệu trên bảng này hay không; gỡ bằng lệnh da06 demo remove.', en: 'Whether simulated events or reports are among the figures of this board; da06 demo remove takes them out.' },
        condition: '(SELECT countIf(simulated) FROM models) > 0 OR (SELECT countIf(simulated) FROM report_duty) > 0',
      },
    },
    say,
  );

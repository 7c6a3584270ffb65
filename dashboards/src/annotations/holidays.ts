import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { midnight } from '../clickhouse/sql.ts';
import { dataSource, target } from '../clickhouse/target.ts';
import type { Say, Text } from '../text.ts';

const name: Text = { vi: 'Ngày lễ, lễ hội', en: 'Holidays and festivals' };
const dayOff: Text = { vi: 'nghỉ lễ', en: 'day off' };
const festival: Text = { vi: 'lễ hội', en: 'festival' };

/** Holidays and festivals behind every chart over time, from midnight to midnight in Vietnam. */
export const holidays = (say: Say): AnnotationQueryBuilder =>
  new AnnotationQueryBuilder().name(say(name)).datasource(dataSource).enable(true).iconColor('purple').target(
    target(
      `
SELECT ${midnight('from_day')} AS time, ${midnight('to_day + 1')} AS timeEnd, ${say({ vi: 'vi', en: 'en' })} AS text, if(day_off, '${say(dayOff)}', '${say(festival)}') AS tags
FROM holidays
WHERE to_day >= toDate($__fromTime, 'Asia/Ho_Chi_Minh') AND from_day <= toDate($__toTime, 'Asia/Ho_Chi_Minh')
ORDER BY time, code`,
      'table',
      'Anno',
    ),
  );

import { named } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say } from '../text.ts';

/** Inspections by how many guests they found who were not notified, of rows of compliance `from` a place and its days. */
export const unreportedFound = (say: Say, { id, at, from }: Pick<PanelSpec, 'id' | 'at'> & { readonly from: string }): PanelSpec => ({
  kind: 'bar-chart', id, at, unit: 'locale',
  title: { vi: 'Kiểm tra phát hiện khách chưa thông báo', en: 'Inspections that found guests not notified' },
  description: { vi: 'Số lượt kiểm tra phát hiện 1–3, 4–8 hoặc từ 9 người lưu trú không được thông báo, theo mức phạt của Nghị định 282/2025/NĐ-CP, Điều 10.', en: 'Inspections that found 1 to 3, 4 to 8, or 9 and more guests not notified, by the tiers of fines of Decree 282/2025, article 10.' },
  sql: `
SELECT '${say({ vi: 'Kiểm tra phát hiện', en: 'Inspections' })}' AS ${named(say, { vi: 'Mức', en: 'Tier' })}, sum(unreported_1_3) AS ${named(say, { vi: '1–3 người', en: '1–3 guests' })}, sum(unreported_4_8) AS ${named(say, { vi: '4–8 người', en: '4–8 guests' })}, sum(unreported_9) AS ${named(say, { vi: 'từ 9 người', en: '9 and more' })}
${from}
HAVING count() > 0`,
});

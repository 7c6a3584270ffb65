import type { SectionSpec } from '../board.ts';
import { simulatedFacilities } from '../opening/facilities.ts';
import { opening } from '../opening/opening.ts';
import type { Say } from '../text.ts';
import { whole } from './week.ts';

export const overview = (say: Say): SectionSpec =>
  opening(
    {
      height: 3,
      completeness: {
        description: {
          vi: 'Tỷ lệ cơ sở lưu trú du lịch đang hoạt động có khai báo trong 7 ngày, vào ngày trọn gần nhất trước thời điểm tính.',
          en: 'Share of tourist facilities in operation that reported within 7 days, on the newest whole day before the as-of time.',
        },
        sql: `
SELECT if(sum(facilities) > 0, sum(reporting) / sum(facilities), NULL) AS completeness
FROM occupancy
WHERE ${whole} AND day = (SELECT toDate(as_of) - 1 FROM as_of)`,
      },
      source: {
        description: { vi: 'Nguồn của mọi số liệu trên bảng này: số liệu hành chính (đăng ký), không phải số liệu thống kê chính thức.', en: 'Source of every figure on this board: administrative (register) counts, not official statistics.' },
        sql: `SELECT '${say({ vi: 'Số liệu hành chính (đăng ký)', en: 'Administrative (register) counts' })}' AS source`,
      },
      simulated: {
        description: { vi: 'Có dữ liệu mô phỏng trong các số liệu trên bảng này hay không; gỡ bằng lệnh da06 demo remove.', en: 'Whether simulated data are among the figures of this board; da06 demo remove takes them out.' },
        condition: `${simulatedFacilities.condition} OR (SELECT countIf(simulated) FROM register_batches) > 0 OR (SELECT countIf(simulated) FROM models) > 0`,
      },
    },
    say,
  );

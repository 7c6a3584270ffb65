import type { SectionSpec } from '../board.ts';
import { grouped } from '../clickhouse/words.ts';
import { opening } from '../opening/opening.ts';
import { simulatedRegister } from '../registers/simulated.ts';
import { register } from '../registers/moment.ts';
import type { Say } from '../text.ts';

export const overview = (say: Say): SectionSpec =>
  opening(
    {
      completeness: {
        description: {
          vi: 'Số người thường trú và tạm trú trong sổ chia cho dân số theo danh mục đơn vị hành chính, chỉ của những đơn vị mà danh mục có số dân.',
          en: 'Permanent and temporary residents in the register divided by the population that the list of units tells, of those units alone of which it tells one.',
        },
        sql: `
SELECT if(count() = 0, NULL, sum(persons) / sum(listed)) AS completeness
FROM (SELECT place, sum(persons) AS persons FROM ${register('population')} AS r WHERE place_kind = 'unit' AND r.cube = 'total' AND status IN ('permanent', 'temporary') GROUP BY place) AS p
INNER JOIN (SELECT uid, population AS listed FROM units WHERE population > 0) AS u ON u.uid = p.place`,
      },
      source: {
        description: {
          vi: 'Nguồn của mọi số liệu trên bảng này: sổ đăng ký cư trú, là số liệu hành chính (đăng ký), không phải thống kê chính thức; khách lưu trú theo thông báo lưu trú.',
          en: 'Source of every figure on this board: the registers of residence, which are administrative counts and no official statistics; guests by the notices of stays.',
        },
        sql: `SELECT concat('${say({ vi: 'Sổ đăng ký cư trú, số bản ghi nhận: ', en: 'Registers of residence, records taken: ' })}', ${grouped(say, 'sum(accepted)')}) AS source FROM register_batches WHERE register = 'residents'`,
      },
      simulated: simulatedRegister('residents'),
    },
    say,
  );

import type { SectionSpec } from '../board.ts';
import { opening } from '../opening/opening.ts';
import { simulatedRegister } from '../registers/simulated.ts';
import { register } from '../registers/moment.ts';
import type { Say } from '../text.ts';

/** Units of which the list of units tells how many people they have. */
const known = "SELECT uid FROM units WHERE level = 'commune' AND population > 0";

export const overview = (say: Say): SectionSpec =>
  opening(
    {
      completeness: {
        description: {
          vi: 'Số người thường trú và tạm trú trong sổ chia cho dân số theo danh mục đơn vị hành chính, chỉ của những đơn vị mà danh mục có số dân.',
          en: 'Permanent and temporary residents in the register divided by the population that the list of units tells, of those units alone of which it tells one.',
        },
        sql: `
SELECT if(count() = 0 OR any(listed) = 0, NULL, sum(persons) / any(listed)) AS completeness
FROM ${register('population')},
    (SELECT sum(population) AS listed FROM units WHERE uid IN (SELECT place FROM ${register('population')} WHERE place_kind = 'unit' AND cube = 'total') AND uid IN (${known})) AS l
WHERE place_kind = 'unit' AND cube = 'total' AND status IN ('permanent', 'temporary') AND place IN (${known})`,
      },
      source: {
        description: {
          vi: 'Nguồn của mọi số liệu trên bảng này: sổ đăng ký cư trú, là số liệu hành chính (đăng ký), không phải thống kê chính thức; khách lưu trú theo thông báo lưu trú.',
          en: 'Source of every figure on this board: the registers of residence, which are administrative counts and no official statistics; guests by the notices of stays.',
        },
        sql: `SELECT concat('${say({ vi: 'Sổ đăng ký cư trú, số bản ghi nhận: ', en: 'Registers of residence, records taken: ' })}', toString(sum(accepted))) AS source FROM register_batches WHERE register = 'residents'`,
      },
      simulated: simulatedRegister('residents'),
    },
    say,
  );

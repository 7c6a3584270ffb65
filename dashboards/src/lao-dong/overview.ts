import type { SectionSpec } from '../board.ts';
import { grouped } from '../clickhouse/words.ts';
import { definitionOf } from '../definitions/definition.ts';
import { opening } from '../opening/opening.ts';
import { register } from '../registers/moment.ts';
import { simulatedRegister } from '../registers/simulated.ts';
import type { Say } from '../text.ts';

export const overview = (say: Say): SectionSpec =>
  opening(
    {
      completeness: {
        description: definitionOf('ld.coverage'),
        thresholds: [{ from: null, color: 'red' }, { from: 0.6, color: 'yellow' }, { from: 0.9, color: 'green' }],
        sql: `SELECT if(count() = 0 OR sum(base) = 0, NULL, sum(count) / sum(base)) AS completeness FROM ${register('labour_coverage')} WHERE place_kind = 'all'`,
      },
      source: {
        description: {
          vi: 'Nguồn của mọi số liệu trên bảng này: phiếu người lao động, là số liệu hành chính (đăng ký), không phải điều tra lao động việc làm; người ở nhà trọ, nhà ở khu công nghiệp theo thông báo lưu trú.',
          en: 'Source of every figure on this board: records of workers, which are administrative counts and not the labour force survey; those in rental and zone housing by the notices of stays.',
        },
        sql: `SELECT concat('${say({ vi: 'Phiếu người lao động, số bản ghi nhận: ', en: 'Records of workers, taken: ' })}', ${grouped(say, 'sum(accepted)')}) AS source FROM register_batches WHERE register = 'workers'`,
      },
      simulated: simulatedRegister('workers'),
    },
    say,
  );

import type { SectionSpec } from '../board.ts';
import type { Say } from '../text.ts';
import { batchesOf, codesOf } from '../registers/batches.ts';
import { register } from '../registers/moment.ts';
import { registered } from '../registers/texts.ts';
import { ofPlace } from '../variables/places.ts';

/** How good the records are of which the figures are made. */
export const quality = (say: Say): SectionSpec => ({
  row: { id: 50, y: 50, title: { vi: 'Chất lượng hồ sơ', en: 'Quality of records' } },
  panels: [
    {
      kind: 'stat', id: 51, at: { x: 0, y: 51, w: 4, h: 8 }, unit: 'percentunit', decimals: 1,
      title: { vi: 'Thường trú có số hộ', en: 'With a household' },
      description: registered({ vi: 'Tỷ lệ người thường trú mà hồ sơ có ghi số hộ; thiếu số hộ thì số hộ và quy mô hộ bị tính thiếu.', en: 'Share of permanent residents whose record names a household; without it households and their size are undercounted.' }),
      thresholds: [{ from: null, color: 'red' }, { from: 0.8, color: 'yellow' }, { from: 0.95, color: 'green' }],
      sql: `
SELECT if(residents = 0, NULL, (SELECT sum(persons) FROM ${register('households')} WHERE ${ofPlace}) / residents) AS value
FROM (SELECT sum(persons) AS residents FROM ${register('population')} WHERE status = 'permanent' AND cube = 'total' AND ${ofPlace})`,
    },
    batchesOf('residents', { id: 52, at: { x: 4, y: 51, w: 12, h: 8 } }, say),
    codesOf('residents', { id: 53, at: { x: 16, y: 51, w: 8, h: 8 } }, say),
  ],
});

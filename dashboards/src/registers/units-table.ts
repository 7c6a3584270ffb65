import { named } from '../clickhouse/sql.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { Say, Text } from '../text.ts';
import { ofEachUnit } from '../variables/places.ts';
import { register } from './moment.ts';

/** A column of the table: SQL over the rows of one place, by `code`. */
export type PlaceFigure = { readonly name: Text; readonly figure: string; readonly unit: string; readonly decimals: 0 | 1 };
type Table = Pick<PanelSpec, 'id' | 'at' | 'title' | 'description'> & { readonly uid: string; readonly figures: readonly PlaceFigure[]; /** Views of indicators that have the codes. */ readonly views: readonly string[] };

const unitName: Text = { vi: 'Đơn vị', en: 'Unit' };
const unitCode: Text = { vi: 'Mã', en: 'Code' };
const exactness: Text = { vi: 'Cách tính', en: 'Made by' };

const shown = `((${ofEachUnit}) OR place_kind IN ('area', 'all'))`;

/** Places side by side: the units of the chosen boundaries, or those chosen of them; then comparable areas and the whole. A click on a code chooses the unit. */
export const unitsTable = ({ uid, figures, views, ...place }: Table, say: Say): PanelSpec => ({
  kind: 'table', ...place, unit: 'none',
  columns: [
    { name: unitName, width: 210 },
    {
      name: unitCode, width: 130,
      link: { title: { vi: 'Chọn đơn vị này', en: 'Choose this unit' }, url: `/d/${say({ vi: uid, en: `${uid}-en` })}?\${__url_time_range}&\${moment:queryparam}&\${boundary:queryparam}&var-unit=\${__value.raw}` },
    },
    ...figures.map(({ name, unit, decimals }) => ({ name, unit, decimals })),
  ],
  sql: `
SELECT any(place_vi) AS ${named(say, unitName)}, if(place_kind = 'unit', place, '') AS ${named(say, unitCode)}, ${figures.map(({ name, figure }) => `${figure} AS ${named(say, name)}`).join(',\n    ')},
    if(min(exact) = 1, '${say({ vi: 'chính xác', en: 'exact' })}', '${say({ vi: 'ước lượng', en: 'estimate' })}') AS ${named(say, exactness)}
FROM
(
    ${views.map((view) => `SELECT place_kind, place, place_vi, code, count, base, exact FROM ${register(view)} WHERE ${shown}`).join('\n    UNION ALL\n    ')}
)
GROUP BY place_kind, place
ORDER BY indexOf(['unit', 'area', 'all'], toString(place_kind)), ${named(say, unitName)}, place
LIMIT 200`,
});

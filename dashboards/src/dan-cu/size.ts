import type { SectionSpec } from '../board.ts';
import { definitionOf, nameOfIndicator } from '../definitions/definition.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { counted } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { registered } from '../registers/texts.ts';
import type { Say } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

const tile = (id: number, x: number, code: string, view = 'population_indicators'): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 5, w: 4, h: 4 }, unit: 'locale', decimals: 0, title: nameOfIndicator(code), description: registered(definitionOf(code)),
  sql: `SELECT ${counted(code)} AS value FROM ${register(view)} WHERE code = '${code}' AND ${ofPlace}`,
});

/** Guests of the night are what those present have beside residents; the view leaves them out of sight where they are few. */
const staying = ['dc.permanent', 'dc.temporary', 'dc.absent', 'dc.present'].map((code) => `'${code}'`).join(', ');

/** How many people there are. */
export const size = (_: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Quy mô', en: 'Size' } },
  panels: [
    tile(11, 0, 'dc.permanent'),
    tile(12, 4, 'dc.temporary'),
    tile(13, 8, 'dc.absent'),
    {
      kind: 'stat', id: 14, at: { x: 12, y: 5, w: 4, h: 4 }, unit: 'locale', decimals: 0, title: { vi: 'Đang lưu trú', en: 'Staying now' },
      description: registered({
        vi: 'Số khách lưu trú qua đêm của ngày tính, theo thông báo lưu trú của mọi loại cơ sở.',
        en: 'Guests of the night of the day asked for, by the notices of stays of all kinds of facilities.',
      }),
      sql: `
SELECT if(countIf(code = 'dc.present') = 0, NULL, sum(multiIf(code IN ('dc.present', 'dc.absent'), count, -count))) AS value
FROM ${register('population_indicators')}
WHERE code IN (${staying}) AND ${ofPlace}`,
    },
    tile(15, 16, 'dc.present'),
    tile(16, 20, 'dc.households', 'household_indicators'),
  ],
});

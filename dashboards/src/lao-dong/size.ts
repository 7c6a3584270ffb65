import type { SectionSpec } from '../board.ts';
import { definitionOf, nameOfIndicator } from '../definitions/definition.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { counted, quotient } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { registered } from '../registers/texts.ts';
import type { Say } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

type Tile = { readonly id: number; readonly x: number; readonly code: string; readonly view?: string; readonly share?: true };
const tile = ({ id, x, code, view = 'labour_indicators', share }: Tile): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 5, w: 4, h: 4 }, ...(share === true ? { unit: 'percent', decimals: 1 } : { unit: 'locale', decimals: 0 }), title: nameOfIndicator(code), description: registered(definitionOf(code)),
  sql: `SELECT ${share === true ? quotient(code, 100) : counted(code)} AS value FROM ${register(view)} WHERE code = '${code}' AND ${ofPlace}`,
});

/** How many are in the register, and in which state. */
export const size = (_: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Quy mô', en: 'Size' } },
  panels: [
    tile({ id: 11, x: 0, code: 'ld.records' }),
    tile({ id: 12, x: 4, code: 'ld.coverage', view: 'labour_coverage', share: true }),
    tile({ id: 13, x: 8, code: 'ld.employed' }),
    tile({ id: 14, x: 12, code: 'ld.unemployed' }),
    tile({ id: 15, x: 16, code: 'ld.inactive' }),
    tile({ id: 16, x: 20, code: 'ld.without-work-share', share: true }),
  ],
});

import type { SectionSpec } from '../board.ts';
import { definitionOf, nameOfIndicator } from '../definitions/definition.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { counted, quotient } from '../registers/figures.ts';
import { register } from '../registers/moment.ts';
import { registered } from '../registers/texts.ts';
import type { Say, Text } from '../text.ts';
import { ofPlace } from '../variables/places.ts';

type Tile = { readonly id: number; readonly x: number; readonly w: number; readonly title: Text; readonly code: string; readonly view?: string; readonly share?: true };
const tile = ({ id, x, w, title, code, view = 'labour_indicators', share }: Tile): PanelSpec => ({
  kind: 'stat', id, at: { x, y: 5, w, h: 4 }, ...(share === true ? { unit: 'percent', decimals: 1 } : { unit: 'locale', decimals: 0 }), title, description: registered(definitionOf(code)),
  sql: `SELECT ${share === true ? quotient(code, 100) : counted(code)} AS value FROM ${register(view)} WHERE code = '${code}' AND ${ofPlace}`,
});

/** How many are in the register, and in which state. */
export const size = (_: Say): SectionSpec => ({
  row: { id: 10, y: 4, title: { vi: 'Quy mô', en: 'Size' } },
  panels: [
    tile({ id: 11, x: 0, w: 3, code: 'ld.records', title: { vi: 'Số phiếu', en: 'Records' } }),
    tile({ id: 12, x: 3, w: 4, code: 'ld.coverage', title: { vi: 'Độ phủ người từ 15 tuổi', en: 'Coverage of 15 and over' }, view: 'labour_coverage', share: true }),
    tile({ id: 13, x: 7, w: 4, code: 'ld.employed', title: { vi: 'Có việc (đăng ký)', en: 'Employed (registered)' } }),
    tile({ id: 14, x: 11, w: 4, code: 'ld.unemployed', title: { vi: 'Chưa có việc (đăng ký)', en: 'Without work (registered)' } }),
    tile({ id: 15, x: 15, w: 4, code: 'ld.inactive', title: { vi: 'Không tham gia (đăng ký)', en: 'Not in labour force' } }),
    tile({ id: 16, x: 19, w: 5, code: 'ld.without-work-share', share: true, title: nameOfIndicator('ld.without-work-share') }),
  ],
});

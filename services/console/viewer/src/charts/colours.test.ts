import { FieldColorModeId, FieldType, type Field } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import '../frames/test-navigator.ts';
import { themeOf } from '../frames/index.ts';
import { coloursOf } from './colours.ts';

const field = (color: Field['config']['color']): Field => ({ name: 'Số', type: FieldType.number, values: [], config: color === undefined ? {} : { color } });
const byName = field({ mode: FieldColorModeId.PaletteClassicByName });

describe('colours of a chart', () => {
  it('are the same for a name wherever it is drawn first', () => {
    expect(coloursOf([{ name: 'Đúng hạn', field: byName }, { name: 'Muộn', field: byName }], themeOf('light'))[0]).toBe(coloursOf([{ name: 'Đúng hạn', field: byName }], themeOf('light'))[0]);
  });
  it('differ among two dozen names of one chart, light and dark', () => {
    const entries = Array.from({ length: 24 }, (_, index) => ({ name: `Loại ${index}`, field: byName }));
    for (const mode of ['light', 'dark'] as const) expect(new Set(coloursOf(entries, themeOf(mode))).size, mode).toBe(24);
  });
  it('are kept when they were chosen', () => {
    const fixed = field({ mode: FieldColorModeId.Fixed, fixedColor: '#123456' });
    expect(coloursOf([{ name: 'A', field: fixed }, { name: 'B', field: fixed }], themeOf('light'))).toEqual(['#123456', '#123456']);
  });
});

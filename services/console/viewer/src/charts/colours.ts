import { FieldColorModeId, getFieldColorModeForField, getFieldSeriesColor, type Field, type GrafanaTheme2 } from '@grafana/data';
import { color } from 'echarts/core';

/** How unlike two colours look, 0 to about 765: distance in RGB, weighted as eyes do ("redmean"). */
const distance = (one: string, other: string): number => {
  const [r1 = 0, g1 = 0, b1 = 0] = color.parse(one) ?? [];
  const [r2 = 0, g2 = 0, b2 = 0] = color.parse(other) ?? [];
  const red = (r1 + r2) / 2;
  return Math.sqrt((2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2);
};

/** How far apart the colours of one chart are kept: as far as the palette allows, for closer ones are taken for one another. */
const apart = [160, 110, 70];

const palettes: readonly string[] = [FieldColorModeId.PaletteClassicByName, FieldColorModeId.PaletteClassic];

const named = (field: Field, name: string): Field => ({ ...field, state: { ...field.state, displayName: name } });

/**
 * A colour for each name. A palette by name may give two names of one chart colours that look alike: the later one then takes
 * the next colour of the palette that is unlike all before it.
 */
export const coloursOf = (entries: readonly { readonly name: string; readonly field: Field }[], theme: GrafanaTheme2): readonly string[] => {
  const taken: string[] = [];
  for (const { name, field } of entries) {
    const wanted = theme.visualization.getColorByName(getFieldSeriesColor(named(field, name), theme).color);
    const mode = getFieldColorModeForField(field);
    const palette = palettes.includes(mode.id) ? (mode.getColors?.(theme) ?? []) : [];
    const start = palette.indexOf(wanted) + 1;
    const candidates = [wanted, ...palette.map((_, index) => palette[(start + index) % palette.length] ?? wanted)];
    const free = apart.map((least) => candidates.find((candidate) => taken.every((other) => distance(candidate, other) >= least)));
    taken.push(free.find((candidate) => candidate !== undefined) ?? wanted);
  }
  return taken;
};

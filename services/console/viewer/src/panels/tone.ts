import { colorManipulator, type DisplayValue, type Field, type GrafanaTheme2 } from '@grafana/data';
import { mappingOf } from '../frames/mapping.ts';

/** Ground of a panel, as the style sheet has it. */
export const groundOf = ({ isDark }: GrafanaTheme2): string => (isDark ? '#171d25' : '#ffffff');

const contrast = (one: string, other: string): number => colorManipulator.getContrastRatio(one, other);

/**
 * The colour a value has by a mapping, thresholds or a palette; undefined where nothing gives it one, or where it is the colour of text:
 * boards write `text` for what is neither good nor bad.
 */
export const toneOf = (field: Field, value: unknown, shown: DisplayValue, { visualization }: GrafanaTheme2): string | undefined => {
  const { thresholds, color } = field.config;
  const given = mappingOf(field.config.mappings, value)?.color !== undefined || thresholds !== undefined || (color !== undefined && color.mode !== 'thresholds');
  return !given || shown.color === undefined || shown.color === visualization.getColorByName('text') ? undefined : shown.color;
};

/** Black or white, whichever is read better on a colour. */
export const inkOn = (ground: string): string => (contrast('#0b0f14', ground) >= contrast('#ffffff', ground) ? '#0b0f14' : '#ffffff');

/** A colour moved towards black (on light) or white (on dark) until a text in it can be read: 4.5 : 1. */
export const readable = (color: string, theme: GrafanaTheme2): string => {
  const ground = groundOf(theme);
  const move = theme.isDark ? colorManipulator.lighten : colorManipulator.darken;
  for (let part = 0; part < 1; part += 0.05) {
    const moved = part === 0 ? color : move(color, part);
    if (contrast(moved, ground) >= 4.5) return moved;
  }
  return inkOn(ground);
};

import type { EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { coloursOf } from './colours.ts';
import { inkOf } from './ink.ts';
import { shorten, widthOf } from './measure.ts';
import { figure, linkOf, tableOf, textOf } from './series.ts';
import { axisText, common, tooltipBox } from './style.ts';
import { hitsOf, tooltipText } from './tooltip.ts';

const share = (part: number, language: PanelInput['language']): string => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent', maximumFractionDigits: part < 0.1 ? 1 : 0 }).format(part);

/** Below so many pixels of width the table stands below the pie: beside it names would be cut. */
const narrow = 480;

/** A slice for each row, and beside it a table of their names, values and shares. Undefined when there is nothing to draw. */
export const piechartOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height } = input;
  const { rows, columns } = tableOf(frames);
  const [column] = columns;
  if (column === undefined) return undefined;
  const values = column.field.values as readonly unknown[];
  const slices = rows.map(({ label, index }) => ({ name: label, row: index, value: figure(values[index]), text: textOf(column.field, values[index]) }));
  const sum = slices.reduce((total, { value }) => total + (value ?? 0), 0);
  if (sum === 0) return undefined;
  const colours = coloursOf(slices.map(({ name }) => ({ name, field: column.field })), theme);
  const shares = slices.map(({ value }) => (value === null ? '' : share(value / sum, language)));

  const [valueWidth, shareWidth] = [Math.max(...slices.map(({ text }) => widthOf(text))) + 12, Math.max(...shares.map((text) => widthOf(text))) + 12];
  const longest = Math.max(...slices.map(({ name }) => widthOf(name)));
  const below = width < narrow;
  const listed = slices.length * 22;
  const diameter = below
    ? Math.max(Math.floor(height * 0.35), Math.min(width - 16, height - listed - 32))
    : Math.min(height - 16, Math.max(Math.floor(width * 0.28), Math.min(Math.floor(width * 0.42), width - longest - valueWidth - shareWidth - 64)));
  const nameWidth = Math.max(40, Math.min(longest + 2, width - (below ? 0 : diameter + 24) - valueWidth - shareWidth - 36));
  const legendWidth = 12 + 5 + nameWidth + valueWidth + shareWidth;
  const left = Math.max(8, Math.floor((width - (below ? diameter : diameter + 24 + legendWidth)) / 2));
  const place = below ? { left: Math.max(8, Math.floor((width - legendWidth) / 2)), top: diameter + 20, bottom: 4 } : { left: left + diameter + 24, top: 'middle' };
  const cell = { ...axisText(theme), lineHeight: 18 };
  const rowOf = new Map(slices.map((slice, index) => [slice.name, { ...slice, share: shares[index] ?? '' }]));
  return {
    ...common(theme),
    legend: {
      type: listed > height - 8 - (below ? diameter + 16 : 0) ? 'scroll' : 'plain', orient: 'vertical', ...place, align: 'left', itemWidth: 12, itemHeight: 12, itemGap: 4, icon: 'roundRect', padding: 0,
      data: slices.map(({ name }) => name), inactiveColor: inkOf(theme).faint,
      pageTextStyle: { color: inkOf(theme).soft }, pageIconColor: inkOf(theme).soft, pageIconInactiveColor: inkOf(theme).faint,
      formatter: (name: string) => {
        const slice = rowOf.get(name);
        // A brace would end the cell.
        return `{name|${shorten(name, nameWidth).replaceAll('}', '｝')}}{value|${slice?.text ?? ''}}{share|${slice?.share ?? ''}}`;
      },
      textStyle: { ...cell, rich: { name: { ...cell, width: nameWidth, color: inkOf(theme).text }, value: { ...cell, width: valueWidth, align: 'right', color: inkOf(theme).text, fontWeight: 'bold' }, share: { ...cell, width: shareWidth, align: 'right' } } },
    },
    tooltip: {
      ...tooltipBox(theme), trigger: 'item',
      formatter: (params) => {
        const [hit] = hitsOf(params);
        const slice = slices[hit?.index ?? -1];
        return slice === undefined ? '' : tooltipText(input, { header: '', rows: [{ marker: hit?.marker ?? '', name: slice.name, value: `${slice.text} (${shares[hit?.index ?? -1] ?? ''})` }] });
      },
    },
    series: [{
      type: 'pie', radius: [0, Math.floor(diameter / 2)], center: [left + diameter / 2, below ? 8 + diameter / 2 : height / 2], label: { show: false }, labelLine: { show: false }, emphasis: { scale: false },
      itemStyle: { borderColor: inkOf(theme).ground, borderWidth: 1 },
      data: slices.map(({ name, value, row }, index) => {
        const link = linkOf(column.field, row);
        return { name, value: value ?? '-', itemStyle: { color: colours[index] ?? '' }, ...(link !== undefined && { link }) };
      }),
    }],
  };
};

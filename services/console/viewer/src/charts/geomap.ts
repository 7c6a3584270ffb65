import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import type { EChartsOption } from 'echarts';
import type { PanelInput } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import { inkOf } from './ink.ts';
import { fontSize, lineHeight, plainly, shorten, widthOf } from './measure.ts';
import { labelGap, placeLabels } from './places.ts';
import { figure, linkOf, textOf } from './series.ts';
import { settingsOf } from './settings.ts';
import { axisText, common, faintLine, tooltipBox } from './style.ts';
import { hitsOf, tooltipText } from './tooltip.ts';
import { extentOf } from './value-axis.ts';

type Layer = { readonly lat: Field; readonly lon: Field; readonly size: Field | undefined; readonly label: Field | undefined; readonly least: number; readonly most: number };

const values = (field: Field | undefined): readonly unknown[] => field?.values ?? [];

/** Columns that the first layer of markers names. */
const layerOf = ({ panel }: PanelInput, frame: DataFrame): Layer | undefined => {
  const layers = settingsOf(panel.options)['layers'];
  const layer = settingsOf(Array.isArray(layers) ? layers[0] : undefined);
  const location = settingsOf(layer['location']);
  const style = settingsOf(settingsOf(layer['config'])['style']);
  const [size, text] = [settingsOf(style['size']), settingsOf(style['text'])];
  const column = (name: unknown): Field | undefined => frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
  const [lat, lon] = [column(location['latitude']), column(location['longitude'])];
  return lat === undefined || lon === undefined ? undefined : { lat, lon, size: column(size['field']), label: column(text['field']), least: figure(size['min']) ?? 8, most: figure(size['max']) ?? 28 };
};

const margin = { left: 66, right: 12, top: 10, bottom: 44 };
/** Room for labels around the outermost markers. */
const inset = { x: 56, y: 40 };
/** Degrees from end to end when there is one place alone. */
const least = 0.02;

type Window = { readonly lon: readonly [number, number]; readonly lat: readonly [number, number]; readonly perDegree: { readonly lon: number; readonly lat: number } };

/** The part of the earth that is drawn: a kilometre is as long from west to east as from south to north. */
export const windowOf = (lats: readonly number[], lons: readonly number[], plot: { readonly width: number; readonly height: number }): Window => {
  const [lat, lon] = [extentOf(lats), extentOf(lons)];
  const middle = { lat: (lat.least + lat.most) / 2, lon: (lon.least + lon.most) / 2 };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const perDegree = Math.min(Math.max(20, plot.height - 2 * inset.y) / Math.max(lat.most - lat.least, least), Math.max(20, plot.width - 2 * inset.x) / Math.max((lon.most - lon.least) * shrink, least));
  const [halfLat, halfLon] = [plot.height / 2 / perDegree, plot.width / 2 / (perDegree * shrink)];
  return { lat: [middle.lat - halfLat, middle.lat + halfLat], lon: [middle.lon - halfLon, middle.lon + halfLon], perDegree: { lat: perDegree, lon: perDegree * shrink } };
};

const degreeSteps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

const degrees = ([from, to]: readonly [number, number], perDegree: number, apart: number): number[] => {
  const step = degreeSteps.find((candidate) => candidate * perDegree >= apart) ?? 20;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => Number(((first + index) * step).toFixed(3)));
};

/** A marker for each row at its latitude and longitude, without a map behind: its area tells the figure, its label the place. Undefined when there is nothing to draw. */
export const geomapOption = (input: PanelInput): EChartsOption | undefined => {
  const { frames, theme, language, width, height } = input;
  const [frame] = frames;
  const layer = frame === undefined ? undefined : layerOf(input, frame);
  if (frame === undefined || layer === undefined) return undefined;
  const places = values(layer.lat).flatMap((value, row) => {
    const [lat, lon] = [figure(value), figure(values(layer.lon)[row])];
    return lat === null || lon === null ? [] : [{ lat, lon, row, size: figure(values(layer.size)[row]), name: layer.label === undefined ? '' : textOf(layer.label, values(layer.label)[row]), text: layer.size === undefined ? '' : textOf(layer.size, values(layer.size)[row]) }];
  });
  if (places.length === 0) return undefined;
  const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const seen = windowOf(places.map(({ lat }) => lat), places.map(({ lon }) => lon), plot);
  const greatest = extentOf(places.map(({ size }) => size)).most;
  const diameter = (size: number | null): number => (size === null || greatest <= 0 ? layer.least : layer.least + (layer.most - layer.least) * Math.sqrt(Math.max(0, size) / greatest));
  const labels = places.map(({ name }) => shorten(name, Math.min(150, plot.width / 2)));
  const sides = placeLabels(places.map(({ lat, lon, size, text }, index) => ({
    x: (lon - seen.lon[0]) * seen.perDegree.lon, y: (seen.lat[1] - lat) * seen.perDegree.lat, radius: diameter(size) / 2,
    width: Math.max(widthOf(labels[index] ?? ''), widthOf(text)), height: lineHeight * (text === '' ? 1 : 2),
  })), plot);
  const ink = inkOf(theme);
  const fill = theme.visualization.getColorByName('blue');
  const degree = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
  const words = chartWords[language];
  const told = frame.fields.filter((field) => field.type === FieldType.number && field !== layer.lat && field !== layer.lon);
  const axis = { type: 'value' as const, axisLine: { show: true, lineStyle: { color: ink.line } }, axisTick: { show: false }, splitLine: { ...faintLine(theme), show: false } };
  const ticks = (values: number[], suffix: string) => ({ axisLabel: { ...axisText(theme), customValues: values, formatter: (value: number) => `${degree.format(value)}°${suffix}` }, axisTick: { show: true, customValues: values, lineStyle: { color: ink.line } } });
  return {
    ...common(theme),
    grid: { ...margin, outerBoundsMode: 'none' },
    xAxis: {
      ...axis, ...ticks(degrees(seen.lon, seen.perDegree.lon, 80), words.east), min: seen.lon[0], max: seen.lon[1],
      name: layer.size === undefined ? '' : words.sized(getFieldDisplayName(layer.size, frame)), nameLocation: 'middle', nameGap: 24, nameTextStyle: axisText(theme),
    },
    yAxis: { ...axis, ...ticks(degrees(seen.lat, seen.perDegree.lat, 40), words.north), min: seen.lat[0], max: seen.lat[1] },
    tooltip: {
      ...tooltipBox(theme), trigger: 'item',
      formatter: (params) => {
        const place = places[hitsOf(params)[0]?.index ?? -1];
        return place === undefined ? '' : tooltipText(input, { header: place.name, rows: told.map((field) => ({ name: getFieldDisplayName(field, frame), value: textOf(field, values(field)[place.row]) })) });
      },
    },
    series: [{
      type: 'scatter', itemStyle: { color: fill, opacity: 0.75, borderColor: ink.ground, borderWidth: 1 }, emphasis: { disabled: true },
      data: places.map(({ lat, lon, row, size, text }, index) => {
        const side = sides[index];
        const link = layer.size === undefined ? undefined : linkOf(layer.size, row);
        return {
          value: [lon, lat], symbolSize: diameter(size), ...(link !== undefined && { link }),
          label: { show: side !== undefined, position: side ?? 'top', distance: labelGap, formatter: () => (text === '' ? plainly(labels[index] ?? '') : `${plainly(labels[index] ?? '')}\n{figure|${text}}`), color: ink.text, opacity: 1, fontSize, lineHeight, rich: { figure: { color: ink.text, opacity: 1, fontSize, lineHeight, fontWeight: 'bold' } } },
        };
      }),
    }],
  };
};

import { MappingType, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** What the engine answers: columns with their types, rows of values. */
export type Answer = { readonly meta: readonly { readonly name: string; readonly type: string }[]; readonly data: readonly (readonly unknown[])[] };

/** More rows than this are no picture any more, and make a browser slow. */
const mostPoints = 20_000;
const mostRows = 1_000;

type Look = (panel: Panel, answer: Answer) => readonly string[];

/** What is wrong with the answer to a panel's statement, by the kind of the panel: an empty list is good. No rows are a good answer but for a stat. */
export const faultsOf: Look = (panel, answer) => [...forAll, ...(forKind[panel.type] ?? [])].flatMap((look) => look(panel, answer));

const plain = (type: string): string => type.replace(/^(?:LowCardinality|Nullable)\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');
const isNumber = (type: string): boolean => /^(?:U?Int|Float|Decimal)/.test(plain(type));
const isText = (type: string): boolean => /^(?:String|FixedString|Enum)/.test(plain(type));
const isTime = (type: string): boolean => plain(type).startsWith('DateTime');
const at = ({ meta }: Answer, name: string): number => meta.findIndex((column) => column.name === name);
const say = (wrong: boolean, text: string): readonly string[] => (wrong ? [text] : []);

const columnsOnce: Look = (_, { meta }) => say(new Set(meta.map(({ name }) => name)).size < meta.length, 'has a column twice');

const exactIntegers: Look = (_, { meta, data }) =>
  meta.flatMap(({ name, type }, index) => say(/^U?Int/.test(plain(type)) && data.some((row) => Math.abs(Number(row[index])) > Number.MAX_SAFE_INTEGER), `column ${name} holds an integer over 2^53`));

/** Overrides of columns and, on a map, of the fields that are drawn. */
const namedColumns: Look = ({ fieldConfig, options }, { meta }) => {
  const overridden = (fieldConfig?.overrides ?? []).flatMap(({ matcher }) => (matcher.id === 'byName' ? [String(matcher.options)] : []));
  const drawn = (options as { layers?: readonly { config?: { style?: Record<string, { field?: string }> } }[] } | undefined)?.layers?.flatMap(({ config }) => Object.values(config?.style ?? {}).flatMap(({ field }) => (field === undefined ? [] : [field]))) ?? [];
  return [...new Set([...overridden, ...drawn])].filter((name) => !meta.some((column) => column.name === name)).map((name) => `has no column ${name}, which the panel names`);
};

const oneRow: Look = (_, { data }) => say(data.length !== 1, `has ${data.length} rows instead of one`);
const fewRows: Look = (_, { data }) => say(data.length > mostRows, `has ${data.length} rows`);

/** The data source hands out a day as midnight in UTC, which Grafana shows in Vietnam as 07:00: a day is shown as text. */
const noDates: Look = (_, { meta }) => meta.filter(({ type }) => /^Date(?:32)?$/.test(plain(type))).map(({ name }) => `shows the day ${name} at 07:00: make it a text`);

const sortedByTime: Look = (_, { meta, data }) => {
  const times = data.map(([time]) => String(time));
  return [
    ...say(meta[0]?.name !== 'time' || !isTime(meta[0].type), 'has no column time in front'),
    ...say(times.some((time, index) => index > 0 && time < (times[index - 1] ?? '')), 'is not sorted by time'),
    ...say(data.length > mostPoints, `has ${data.length} points`),
  ];
};

/** As the data source reads series: numbers for each time, or texts that name the series and one number; no point of a series twice. */
const series: Look = (_, answer) => {
  const rest = answer.meta.slice(1);
  const names = rest.flatMap(({ type }, index) => (isText(type) ? [index + 1] : []));
  const points = answer.data.map((row) => JSON.stringify([row[0], ...names.map((index) => row[index])]));
  return [
    ...say(!rest.some(({ type }) => isNumber(type)), 'has no numbers'),
    ...say(rest.some(({ type }) => !isNumber(type) && !isText(type)), 'has a column that is neither text nor number'),
    ...say(new Set(points).size < points.length, 'has a point of a series twice'),
  ];
};

const wide: Look = (_, { meta }) => say(meta.slice(1).some(({ type }) => !isNumber(type)), 'has a line that is no number');

const textThenNumbers: Look = (_, { meta }) => [
  ...say(!isText(meta[0]?.type ?? ''), 'has no text in front'),
  ...say(meta.length < 2 || meta.slice(1).some(({ type }) => !isNumber(type)), 'has something else than numbers behind the text'),
];

const coordinates: Look = (_, answer) =>
  ['lat', 'lon'].flatMap((name) => {
    const index = at(answer, name);
    return say(index < 0 || answer.data.some((row) => !(Math.abs(Number(row[index])) > 0)), `has no ${name}, or one that is not known`);
  });

/** Every number of a state has a text. */
const knownStates: Look = ({ fieldConfig }, { meta, data }) => {
  const known = new Set((fieldConfig?.defaults.mappings ?? []).flatMap((mapping) => (mapping.type === MappingType.ValueToText ? Object.keys(mapping.options) : [])));
  const numbers = meta.flatMap(({ type }, index) => (isNumber(type) ? [index] : []));
  return [...new Set(data.flatMap((row) => numbers.map((index) => row[index])).filter((value) => value !== null).map(String))].filter((value) => !known.has(value)).map((value) => `has the state ${value}, which has no text`);
};

const forAll: readonly Look[] = [columnsOnce, exactIntegers, namedColumns];
const forKind: Readonly<Record<string, readonly Look[]>> = {
  stat: [oneRow, noDates],
  table: [fewRows, noDates],
  timeseries: [sortedByTime, series],
  heatmap: [sortedByTime, series, wide],
  'state-timeline': [sortedByTime, series, knownStates],
  'status-history': [sortedByTime, series, knownStates],
  barchart: [fewRows, textThenNumbers],
  piechart: [fewRows, textThenNumbers],
  bargauge: [fewRows, textThenNumbers],
  geomap: [fewRows, coordinates],
};

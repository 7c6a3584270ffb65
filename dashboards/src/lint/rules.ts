import { DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { expand } from '../expand/expand.ts';
import { splitComments } from '../expand/split.ts';
import { askedOf, askingOf, isRow, itemsOf, nameOf, panelsOf, queriesOf, textsOf, variablesOf, type Rule } from './model.ts';
import { oneSentence } from './sentence.ts';

const twice = <T>(values: readonly T[]): readonly T[] => values.filter((value, index) => values.indexOf(value) !== index);

const ids: Rule = (board) => [
  ...itemsOf(board).filter(({ id }) => id === undefined).map((item) => ({ where: nameOf(item), says: 'has no id' })),
  ...twice(itemsOf(board).map(({ id }) => id)).map((id) => ({ where: `panel ${id ?? '?'}`, says: 'has an id that is used twice' })),
];

const uids: Rule = (board, all) => [
  ...(/^[a-z0-9-]{1,40}$/.test(board.uid ?? '') ? [] : [{ where: 'uid', says: 'is not 1 to 40 of a-z, 0-9 and -' }]),
  ...(all.filter(({ uid }) => uid === board.uid).length > 1 ? [{ where: 'uid', says: 'is used twice' }] : []),
];

/** What file provisioning needs: no id of a database, not editable, Vietnamese days. */
const provisioned: Rule = (board) => [
  ...(board.id === null ? [] : [{ where: 'id', says: 'must be null' }]),
  ...(board.editable === false ? [] : [{ where: 'editable', says: 'must be false' }]),
  ...(board.timezone === 'Asia/Ho_Chi_Minh' ? [] : [{ where: 'timezone', says: 'must be Asia/Ho_Chi_Minh' }]),
];

const places: Rule = (board) => {
  const placed = itemsOf(board).map((item) => ({ item, at: item.gridPos ?? { x: 0, y: 0, w: 0, h: 0 } }));
  return placed.flatMap(({ item, at }, index) => [
    ...(at.w > 0 && at.h > 0 && at.x >= 0 && at.y >= 0 && at.x + at.w <= 24 ? [] : [{ where: nameOf(item), says: 'lies outside the 24 columns' }]),
    ...placed.slice(index + 1).filter(({ at: other }) => at.x < other.x + other.w && other.x < at.x + at.w && at.y < other.y + other.h && other.y < at.y + at.h).map(({ item: other }) => ({ where: nameOf(item), says: `overlaps ${nameOf(other)}` })),
  ]);
};

const told: Rule = (board) => [
  ...panelsOf(board).flatMap((panel) => [
    ...((panel.title ?? '').trim() === '' ? [{ where: nameOf(panel), says: 'has no title' }] : []),
    ...(oneSentence.test(panel.description ?? '') ? [] : [{ where: nameOf(panel), says: 'has no description of one sentence' }]),
  ]),
  ...askingOf(board).flatMap((panel) => [
    ...((panel.fieldConfig?.defaults.unit ?? '') === '' ? [{ where: nameOf(panel), says: 'has no unit' }] : []),
    ...(askedOf(panel).length > 0 ? [] : [{ where: nameOf(panel), says: 'asks nothing' }]),
  ]),
];

/** Names that Grafana itself gives. */
const given = /^__/;

const variables: Rule = (board) => {
  const defined = new Set(variablesOf(board).map(({ name }) => name));
  const used = new Set(textsOf(board.panels).flatMap((text) => [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name)).filter((name) => !given.test(name)));
  return [
    ...[...defined].filter((name) => !used.has(name)).map((name) => ({ where: `variable ${name}`, says: 'is not used' })),
    ...[...used].filter((name) => !defined.has(name)).map((name) => ({ where: `variable ${name}`, says: 'is not defined' })),
    ...queriesOf(board).flatMap(({ where, sql }) => (/\$\{?(?!__|datasource)[a-z]\w*\}?(?!\w*:singlequote)/i.test(sql.replaceAll(/,\s*\$\w+\)/g, '').replaceAll(/\$\{\w+:singlequote\}/g, '')) ? [{ where, says: 'uses a variable without :singlequote' }] : [])),
  ];
};

const links: Rule = (board, all) => [
  ...textsOf([board.links, board.panels]).flatMap((text) => [...text.matchAll(/\/d\/([\w-]+)/g)].map(([, uid = '']) => uid)).filter((uid) => !all.some((other) => other.uid === uid)).map((uid) => ({ where: `link /d/${uid}`, says: 'leads to no dashboard' })),
  ...(board.links ?? []).filter(({ type, tags }) => type === DashboardLinkType.Dashboards && !all.some((other) => tags.every((tag) => other.tags?.includes(tag) === true))).map(({ title }) => ({ where: `link "${title}"`, says: 'leads to no dashboard' })),
];

const thresholds: Rule = (board) =>
  panelsOf(board).flatMap((panel) => {
    const steps = panel.fieldConfig?.defaults.thresholds?.steps ?? [];
    const ascending = steps.every(({ value }, index) => (index === 0 ? value === null : value !== null && value > (steps[index - 1]?.value ?? -Infinity)));
    return ascending ? [] : [{ where: nameOf(panel), says: 'has thresholds that do not ascend from null' }];
  });

const composed: Rule = (board) => textsOf(board).filter((text) => text !== text.normalize('NFC')).map((text) => ({ where: `text "${text.slice(0, 60)}"`, says: 'is not NFC' }));

/** Columns that name or trace one person, and tables below the views. */
const personal = /\b(?:person_key|ref|registration_number|birth_year|event_id|subject|room|sealed|raw_\w+)\b|\*\s*FROM\s+(?:stays|stay_nights|events)\b/i;
const texts = /'(?:\\.|''|[^'\\])*'/g;
const persons: Rule = (board) => queriesOf(board).flatMap(({ where, sql }) => { const found = personal.exec(sql.replaceAll(texts, "''"))?.[0]; return found === undefined ? [] : [{ where, says: `reads ${found}, which is of one person or below the views` }]; });

/** `INTERVAL 86400 second` and `$__dateFilter` cut days by UTC. */
const days: Rule = (board) =>
  queriesOf(board).flatMap(({ where, sql }) => (/INTERVAL\s+(?:86400\s+SECOND|24\s+HOUR|1\s+DAY)|\$__dateFilter|\$__timeGroup\([^)]*24h\)|toStartOfDay\((?![^)]*Asia\/Ho_Chi_Minh)|toDate\((?:recorded|occurred|arrived)_at\)/i.test(sql) ? [{ where, says: 'cuts days by the time zone of the server' }] : []));

/** Kinds of panels that draw a series over time; every other kind draws a table. */
const overTime = ['timeseries', 'heatmap', 'state-timeline', 'status-history'];
const sources: Rule = (board) =>
  panelsOf(board).flatMap((panel) => askedOf(panel).flatMap(({ datasource, format }) => [
    ...(datasource?.uid === '${datasource}' ? [] : [{ where: nameOf(panel), says: 'does not ask the data source of the variable' }]),
    ...(format === (overTime.includes(panel.type) ? 0 : 1) ? [] : [{ where: nameOf(panel), says: 'has a format that its kind cannot draw' }]),
  ]));

/** Macros that the data source does not know, or does not write out, reach the engine as they are. */
const macros: Rule = (board) =>
  queriesOf(board).flatMap(({ where, sql }) => {
    const rest = /\$__\w+/.exec(splitComments(expand(sql, trial)).map(({ text, comment }) => (comment ? '' : text)).join(''))?.[0];
    // The data source puts a condition in by a replacement, in which these signs have a meaning.
    const replaced = /\$__conditionalAll\([^$]*\$[$&'`]/.test(sql);
    return [...(rest === undefined ? [] : [{ where, says: `has ${rest}, which the data source leaves as it is` }]), ...(replaced ? [{ where, says: 'has signs in a condition that would be replaced' }] : [])];
  });
const trial = { from: 0, to: 0, interval: 1000, variables: {} };

/** As of, completeness, source, freshness and the mark of simulated data come first. */
const opening: Rule = (board) => (itemsOf(board).filter(({ gridPos }) => gridPos?.y === 0).every((item) => !isRow(item)) && itemsOf(board).filter(({ gridPos }) => gridPos?.y === 0).map(({ id }) => id).join() === '1,2,3,4,5' ? [] : [{ where: 'first row', says: 'is not as of, completeness, source, freshness, simulated (1 to 5)' }]);

export const rules: Readonly<Record<string, Rule>> = { ids, uids, provisioned, places, told, variables, links, thresholds, composed, persons, days, sources, macros, opening };

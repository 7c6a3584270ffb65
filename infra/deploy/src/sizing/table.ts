import { assumed, yearOf } from './sizing.ts';
import type { Size } from './sizing.ts';

/** The areas of the page. Inhabitants: Hớn Quản about 115,000; the new province of Đồng Nai 4,491,4xx (domain dossier); the country, rounded. */
const areas: readonly (readonly [name: string, inhabitants: number])[] = [['district', 115_000], ['province', 4_491_000], ['country', 100_000_000]];

const digits = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2));
const million = (value: number): string => `${digits(value / 1e6)} M`;
const gigabytes = (value: number): string => `${digits(value / 1e9)} GB`;

const rows: readonly (readonly [label: string, show: (size: Size, inhabitants: number) => string])[] = [
  ['inhabitants', (_, inhabitants) => inhabitants.toLocaleString('en')],
  [`stays a year (× ${assumed.staysPerInhabitant})`, ({ stays }) => million(stays)],
  [`events a year (× ${assumed.eventsPerStay})`, ({ events }) => million(events)],
  ['events a second, on average', ({ averagePerSecond }) => digits(averagePerSecond)],
  ['events a second, last hour of a feast day', ({ peakPerSecond }) => digits(peakPerSecond)],
  ['log, a year, one copy, gzip', ({ logBytes }) => gigabytes(logBytes)],
  ['ClickHouse, a year, one copy, merged', ({ warehouseBytes }) => gigabytes(warehouseBytes)],
  ['index of registration, a year', ({ indexBytes }) => gigabytes(indexBytes)],
  ['disk of a broker for 5 years', ({ logBytes }) => gigabytes(logBytes * 5 * assumed.room)],
  ['disk of a ClickHouse replica for 5 years', ({ warehouseBytes }) => gigabytes(warehouseBytes * 5 * assumed.room)],
];

/** The table of infra/README.md. */
export const sizingTable = (): string =>
  [
    `| | ${areas.map(([name]) => name).join(' | ')} |`,
    `|---|${areas.map(() => '---:|').join('')}`,
    ...rows.map(([label, show]) => `| ${label} | ${areas.map(([, inhabitants]) => show(yearOf(inhabitants), inhabitants)).join(' | ')} |`),
  ].join('\n');

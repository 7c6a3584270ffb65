import { linksOfRecords, personsOf } from '../truth/expected-persons.ts';
import { expectedNights } from '../truth/expected-nights.ts';
import { dayNumber, dayText } from '../truth/local-time.ts';
import type { Played } from '../truth/play-district.ts';
import { expectedChange } from '../truth/population/expected-change.ts';
import { expectedHouseholdIndicators, expectedIndicators } from '../truth/population/expected-indicators.ts';
import { expectedLabourChange } from '../truth/population/expected-labour-change.ts';
import { expectedLabourIndicators } from '../truth/population/expected-labour-indicators.ts';
import { factsOf, type Asked, type Facts } from '../truth/population/facts.ts';
import { factsOfTruth } from '../truth/population/truth-facts.ts';
import type { Headlines } from './headline.ts';

/** A row of a view of figures, of which counts alone are read here. */
type Row = Readonly<Record<string, string | number | null>>;

/** What the district told of its people and guests, and the newest day on its own boundaries. */
const registersOf = ({ truth, population, published }: Played, asOf: number): { readonly facts: Facts; readonly asked: Asked } => {
  const personOf = personsOf({ links: [...truth.links, ...linksOfRecords(population)] });
  const newest = dayText(dayNumber(asOf));
  const nights = expectedNights(truth, personOf, asOf).map(({ night, unit_uid: unit }) => ({ night, unit }));
  return { facts: { ...factsOf(published), ...factsOfTruth(population), nights, newest }, asked: { asOf: newest, boundary: newest, knownAt: newest } };
};

const whole = (rows: readonly object[]): readonly Row[] => (rows as readonly Row[]).filter((row) => row['place_kind'] === 'all');
/** The count of an indicator; a stat shows null where it is left out. */
const countOf = (rows: readonly Row[], code: string): readonly (readonly unknown[])[] => rows.filter((row) => row['code'] === code).map((row) => [row['count']]);

/** Rows of flows as a chart of so many days has them, oldest first. */
const flowsShown = (rows: readonly Row[], columns: readonly string[], asOf: number, days: number): (readonly unknown[])[] =>
  rows
    .filter((row) => String(row['month']) >= `${dayText(dayNumber(asOf - days * 86_400_000)).slice(0, 7)}-01`)
    .sort((a, b) => (String(a['month']) < String(b['month']) ? -1 : 1))
    .map((row) => [`${String(row['month'])} 00:00:00`, ...columns.map((column) => row[column])]);

/** Stocks of the newest day and a year of flows, as the simulator had them. */
export const populationHeadlines: Headlines = {
  uid: 'dan-cu',
  of: (played, asOf) => {
    const { facts, asked } = registersOf(played, asOf);
    const stocks = [...whole(expectedIndicators(facts, asked)), ...whole(expectedHouseholdIndicators(facts, asked))];
    const change = whole(expectedChange(facts, asked));
    return [
      ...([['dc.permanent', 11], ['dc.temporary', 12], ['dc.absent', 13], ['dc.present', 15], ['dc.households', 16]] as const).map(([code, panel]) => ({ what: code, panel, days: 365, expected: countOf(stocks, code) })),
      { what: 'births and deaths', panel: 31, days: 365, expected: flowsShown(change, ['births', 'deaths'], asOf, 365) },
      { what: 'moves', panel: 32, days: 365, expected: flowsShown(change, ['in', 'out', 'temporary_in', 'temporary_out'], asOf, 365) },
    ];
  },
};

/** Records and states of the newest day and a year of flows. */
export const labourHeadlines: Headlines = {
  uid: 'lao-dong',
  of: (played, asOf) => {
    const { facts, asked } = registersOf(played, asOf);
    const stocks = whole(expectedLabourIndicators(facts, asked));
    return [
      ...([['ld.records', 11], ['ld.employed', 13], ['ld.unemployed', 14], ['ld.inactive', 15]] as const).map(([code, panel]) => ({ what: code, panel, days: 365, expected: countOf(stocks, code) })),
      { what: 'flows', panel: 51, days: 365, expected: flowsShown(whole(expectedLabourChange(facts, asked)), ['entered', 'left', 'hired', 'lost'], asOf, 365) },
    ];
  },
};

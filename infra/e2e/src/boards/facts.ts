import { linksOfRecords, personsOf } from '../truth/expected-persons.ts';
import { dayNumber, dayText } from '../truth/local-time.ts';
import type { Played } from '../truth/play-district.ts';
import { factsOf } from '../truth/population/facts.ts';
import { facilityDays, type FacilityDay } from '../truth/tourism/facility-days.ts';
import type { TourismFacts } from '../truth/tourism/facts.ts';
import { tourismOfTruth } from '../truth/tourism/truth-tourism.ts';

/** The local day of a moment, YYYY-MM-DD. */
export const localDay = (moment: number): string => dayText(dayNumber(moment));

/** What the district tells of stays, and what its facilities were on each day. */
export const stayFacts = ({ truth, population, published }: Played, asOf: number): { readonly facts: TourismFacts; readonly days: readonly FacilityDay[] } => {
  const personOf = personsOf({ links: [...truth.links, ...linksOfRecords(population)] });
  const facts = { ...tourismOfTruth(truth, personOf), units: factsOf(published).units, asOf: localDay(asOf) };
  return { facts, days: facilityDays(facts) };
};

/** A row of a daily view, of which only counts are read here. */
type Row = Readonly<Record<string, string | number | null>>;

/** Rows of the whole territory, all kinds together, over so many days up to a moment. */
export const wholeRows = (rows: readonly object[], asOf: number, days: number): readonly Row[] =>
  (rows as readonly Row[]).filter((row) => row['place_kind'] === 'all' && row['facility_kind'] === '' && String(row['day']) >= localDay(asOf - days * 86_400_000) && String(row['day']) <= localDay(asOf));

/** The sum of counts over rows. */
export const total = (rows: readonly Row[], ...columns: readonly string[]): number => rows.reduce((sum, row) => sum + columns.reduce((all, column) => all + Number(row[column]), 0), 0);

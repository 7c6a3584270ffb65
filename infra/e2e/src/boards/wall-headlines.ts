import { expectedModels, expectedSteps } from '../truth/programme/expected-models.ts';
import { factsOf } from '../truth/population/facts.ts';
import { dayNumber, dayText } from '../truth/local-time.ts';
import { linksOfRecords, personsOf } from '../truth/expected-persons.ts';
import { expectedTourism } from '../truth/tourism/expected-tourism.ts';
import { facilityDays } from '../truth/tourism/facility-days.ts';
import { tourismOfTruth } from '../truth/tourism/truth-tourism.ts';
import type { Headlines } from './headline.ts';

type Day = { readonly day: string; readonly place_kind: string; readonly facility_kind: string; readonly arrivals: number };
const none = '1970-01-01';
const dayMs = 86_400_000;

/** The wall's figures against last week, of guests and of the programme, out of what was sent. */
export const wallHeadlines: Headlines = {
  uid: 'tong-quan',
  of: ({ truth, population, published, programme }, asOf) => {
    const today = dayNumber(asOf);
    const personOf = personsOf({ links: [...truth.links, ...linksOfRecords(population)] });
    const facts = { ...tourismOfTruth(truth, personOf), units: factsOf(published).units, asOf: dayText(today) };
    const days = (expectedTourism(facts, facilityDays(facts), '') as readonly Day[]).filter(({ place_kind: place, facility_kind: kind }) => place === 'all' && kind === '');
    const arrivals = (from: number, to: number): number => days.filter(({ day }) => day >= dayText(from) && day <= dayText(to)).reduce((sum, day) => sum + day.arrivals, 0);
    const [now, before] = [arrivals(today - 7, today - 1), arrivals(today - 14, today - 8)];
    const steps = expectedSteps(programme, asOf) as readonly { readonly completed_on: string }[];
    const done = (day: number): number => steps.filter(({ completed_on: on }) => on !== none && on <= dayText(day)).length;
    const overdue = (instant: number): number => (expectedModels(programme, instant) as readonly { readonly lateness: string }[]).filter(({ lateness }) => lateness.endsWith('overdue')).length;
    const endOf = (day: number): number => Date.parse(`${dayText(day)}T23:59:59+07:00`);
    return [
      { what: 'tourists of seven days', panel: 15, days: 7, expected: [[now, now - before]] },
      { what: 'steps completed', panel: 17, days: 7, expected: [[done(today), done(today) - done(today - 7)]] },
      { what: 'models overdue', panel: 18, days: 7, expected: [[overdue(endOf(today)), overdue(endOf(today)) - overdue(endOf(today) - 7 * dayMs)]] },
    ];
  },
};

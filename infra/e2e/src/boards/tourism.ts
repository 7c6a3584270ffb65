import { expectedTourism } from '../truth/tourism/expected-tourism.ts';
import { stayFacts, total, wholeRows } from './facts.ts';
import type { Headlines } from './headline.ts';

/** Guests of thirty days, as the simulator had them. */
export const tourism: Headlines = {
  uid: 'du-lich',
  of: (played, asOf) => {
    const { facts, days } = stayFacts(played, asOf);
    const rows = wholeRows(expectedTourism(facts, days, ''), asOf, 30);
    const [arrivals, nights] = [total(rows, 'arrivals'), total(rows, 'nights')];
    return [
      { what: 'arrivals', panel: 11, days: 30, expected: [[arrivals]] },
      { what: 'guest-nights', panel: 12, days: 30, expected: [[nights]] },
      { what: 'average stay', panel: 13, days: 30, expected: [[nights / total(rows, 'overnight_arrivals')]] },
      { what: 'international share', panel: 14, days: 30, expected: [[total(rows, 'international_arrivals') / arrivals]] },
      { what: 'day guests', panel: 15, days: 30, expected: [[total(rows, 'day_guests')]] },
    ];
  },
};

import type { TourismFacts } from './facts.ts';
import type { FacilityDay } from './facility-days.ts';
import { groupedBy } from './grouped.ts';
import { guestDays, tourismKinds, type GuestDay } from './guest-days.ts';
import { dayText, dayNumber } from '../local-time.ts';

const seconds = (moment: number): number => Math.floor(moment / 1_000);

/** Rows of the view `facility_figures`: days at a facility on which something happens. */
export const expectedFigures = ({ guests }: Pick<TourismFacts, 'guests'>, days: readonly FacilityDay[]): object[] => {
  const arrivals = groupedBy(guests.filter(({ cancelled }) => !cancelled), ({ facility, arrivedAt }) => `${facility} ${dayText(dayNumber(arrivedAt))}`);
  return days.filter((of) => of.guests.length > 0 || of.arriving.length > 0).map(({ day, facility, guests: here, arriving }) => {
    const count = (isSuch: (one: GuestDay) => boolean): number => here.filter(isSuch).length;
    const isAbroad = ({ guest }: GuestDay): boolean => guest.nationality !== 'VNM';
    const nights = here.filter(({ night }) => night);
    const late = (arrivals.get(`${facility} ${day}`) ?? []).filter(({ toldAt, dueAt }) => toldAt >= dueAt).map(({ toldAt, dueAt }) => [seconds(dueAt), seconds(toldAt)] as const).sort(([a, one], [b, other]) => a - b || one - other);
    return {
      day, facility_id: facility,
      arrivals: count(({ first, night }) => first && night), nights: nights.length, day_guests: count(({ night }) => !night),
      t_arrivals: count(({ first, night, tourism }) => tourism && first && night), t_nights: count(({ night, tourism }) => tourism && night), t_day_guests: count(({ night, tourism }) => tourism && !night),
      ti_arrivals: count((one) => one.tourism && one.first && one.night && isAbroad(one)), ti_nights: count((one) => one.tourism && one.night && isAbroad(one)), ti_day_guests: count((one) => one.tourism && !one.night && isAbroad(one)),
      rooms_used: new Set(nights.flatMap(({ guest }) => (guest.room === '' ? [] : [guest.room]))).size, guests_without_room: nights.filter(({ guest }) => guest.room === '').length,
      open_end_nights: nights.filter(({ guest }) => guest.departedAt === null).length, over_30: nights.filter((one) => one.day - one.since >= 30).length,
      stays: arriving.length, late: arriving.filter((one) => one.late).length, synced_late: arriving.filter(({ syncedLate }) => syncedLate).length, delays: arriving.map(({ delayS }) => delayS).sort((a, b) => a - b),
      late_due: late.map(([due]) => due), late_told: late.map(([, told]) => told), captured: Object.fromEntries([...groupedBy(arriving, ({ captured }) => captured)].map(([way, own]) => [way, own.length])),
      ...split(here, 'nationality', ({ guest }) => guest.nationality), ...split(here, 'province', ({ guest }) => guest.homeProvince), ...split(here, 'purpose', ({ guest }) => guest.reason),
    };
  });
};

/** Tourists of a day by what they have in common, in the order of that, as columns side by side. */
const split = (here: readonly GuestDay[], name: string, valueOf: (one: GuestDay) => string): object => {
  const groups = [...groupedBy(here.filter(({ tourism }) => tourism), valueOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = (isSuch: (one: GuestDay) => boolean): number[] => groups.map(([, own]) => own.filter(isSuch).length);
  return { [`${name}_values`]: groups.map(([value]) => value), [`${name}_arrivals`]: counts(({ first, night }) => first && night), [`${name}_nights`]: counts(({ night }) => night), [`${name}_day_guests`]: counts(({ night }) => !night) };
};

/** Rows of the view `conflict_nights`, facilities in the order of their ids. */
export const expectedConflicts = (facts: Pick<TourismFacts, 'guests' | 'facilities' | 'asOf'>): object[] =>
  [...groupedBy(guestDays(facts).filter(({ night }) => night), ({ day, guest }) => `${day}\n${guest.person}`).values()].flatMap((own) => {
    const [first] = own;
    const stays = own.map(({ guest: { facility, ref } }) => ({ facility, ref })).sort((a, b) => (a.facility < b.facility ? -1 : 1));
    return first === undefined || stays.length < 2 ? [] : [{ night: dayText(first.day), person_key: first.guest.person, facilities: stays.map(({ facility }) => facility), refs: stays.map(({ ref }) => ref) }];
  });

/** Rows of the view `facilities_heard`: the days on which a facility reports, and whether it was heard on that day itself. */
export const expectedHeard = (days: readonly FacilityDay[]): object[] => days.filter(({ reporting }) => reporting).map(({ day, facility, heard }) => ({ day, facility_id: facility, heard }));

/** Rows of the view `facility_days`. */
export const expectedFacilityDays = (days: readonly FacilityDay[]): object[] =>
  days.map(({ day, facility, kind, unit, rooms, beds, inForce }) => ({ day, facility_id: facility, facility_kind: kind, unit_uid: unit, tourism: tourismKinds.includes(kind), rooms, beds, in_force: inForce }));

import { daysBetween } from '../programme/days.ts';
import { birthText, type BirthDate } from '../person/birth-date.ts';
import { monthsBefore } from '../time/calendar.ts';

/** Whether a local day lies after a birth; of a birth known by its month or year alone, not before that. */
export const isAfterBirth = (day: string, birth: BirthDate): boolean => {
  const born = birthText(birth);
  return birth.day === 0 ? day.slice(0, born.length) >= born : day > born;
};

/** Whether a temporary residence lasts longer than the law allows at a time: two years (Law on Residence 68/2020/QH14, art. 27.2). */
export const isOverTwoYears = (from: string, until: string): boolean => until > monthsBefore(from, -24);

/** Whether a birth was registered after its sixty days (Law on Civil Status 60/2014/QH13, art. 15.1); of a birth known by its month, after those of the month's last day. */
export const isBirthRegisteredLate = (birth: BirthDate, on: string): boolean => {
  const born = birth.day === 0 ? monthsBefore(`${birthText(birth)}-31`, 0) : birthText(birth);
  return daysBetween(born, on) > 60;
};

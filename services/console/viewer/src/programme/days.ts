/** A local day as people write it: 31/10/2023. */
export const dayText = (day: string | null): string => (day === null || day === '' ? '–' : day.split('-').reverse().join('/'));
/** A month: 10/2026. */
export const monthText = (period: string): string => period.split('-').reverse().join('/');

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** An instant in Vietnam, whatever the browser's zone: 14:05 31/10/2023. */
export const instantText = (at: string): string => {
  const { day, month, year, hour, minute } = Object.fromEntries(moment.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]));
  return `${hour ?? ''}:${minute ?? ''} ${day ?? ''}/${month ?? ''}/${year ?? ''}`;
};

/** So many months after another (YYYY-MM), before it if less than none. */
export const monthsAfter = (period: string, months: number): string => {
  const [year = 0, month = 1] = period.split('-').map(Number);
  const counted = year * 12 + month - 1 + months;
  return `${String(Math.floor(counted / 12))}-${String((counted % 12) + 1).padStart(2, '0')}`;
};

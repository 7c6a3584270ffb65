import { localMidnight } from '@da06/domain';

/** The month of a local day, YYYY-MM. */
export const periodOf = (day: string): string => day.slice(0, 7);

export const nextPeriod = (period: string): string => {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};

/** Months from one to another; 0 for the same. */
export const monthsBetween = (from: string, to: string): number => {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
};

/** Unix ms of the local midnight that begins a month. */
export const startOf = (period: string): number => localMidnight(`${period}-01`);

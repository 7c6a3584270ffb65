/** The two calendars. */
export const periods = ['calendar', 'mps_15_14'] as const;
export type Period = (typeof periods)[number];

/** Months are whole numbers here: year × 12 + month. */
const numberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
export const textOf = (month: number): string => `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
/** The month of the police goes from the 15th of the one before to the 14th. */
export const monthOf = (period: Period, day: string): number => numberOf(day) + (period === 'mps_15_14' && day.slice(8) >= '15' ? 1 : 0);
export const lastDayOf = (period: Period, month: number): string => (period === 'mps_15_14' ? `${textOf(month)}-14` : new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10));

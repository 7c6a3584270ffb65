/** 31/10/2023 of 2023-10-31. */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

/** 10/2023 of 2023-10. */
export const monthText = (period: string): string => period.split('-').reverse().join('/');

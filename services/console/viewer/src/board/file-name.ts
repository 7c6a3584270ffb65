import { dateInput, type Range } from './time-range.ts';

/** `du-lich-luot-khach-theo-ngay-2026-10-27-2026-11-26.csv`: board, panel and range, without accents. */
export const csvName = (uid: string, title: string, { from, to }: Range): string => {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return `${[uid, plain, dateInput(from), dateInput(to)].filter((part) => part !== '').join('-')}.csv`;
};

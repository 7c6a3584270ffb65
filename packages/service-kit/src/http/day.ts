import { isDay } from '@da06/domain';
import { AppError } from '@da06/errors';

/** @throws AppError `request.invalid` unless a text is a day of the calendar; `name` is the parameter's. */
export const dayOf = (text: string, name: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) throw new AppError('request.invalid', { detail: `${name}: a day as 2026-11-20 is expected.` });
  return text;
};

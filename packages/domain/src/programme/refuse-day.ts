import { AppError } from '@da06/errors';
import { programmeBegan } from './days.ts';

/** @throws AppError `step.at-in-future`, or `step.at-too-early` before Project 06 or one of the other days; '' among those is none. */
export const refuseDay = ({ at, today }: { readonly at: string; readonly today: string }, ...notBefore: readonly string[]): void => {
  if (at > today) throw new AppError('step.at-in-future');
  const earliest = [programmeBegan, ...notBefore].reduce((one, other) => (one > other ? one : other));
  if (at < earliest) throw new AppError('step.at-too-early', { context: { earliest }, detail: `The earliest is ${earliest}.` });
};

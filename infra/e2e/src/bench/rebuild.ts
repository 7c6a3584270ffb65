import { runChild } from '../harness/child.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';

type Rebuilt = { events: number; seconds: number; equal: boolean; before: number; peak: number; resident: number; caughtUpIn: number };

/** A rebuild beside the live tables, and the memory it takes. */
export async function* rebuild(wanted: number): AsyncGenerator<Figure> {
  const { events, seconds, equal, before, peak, resident, caughtUpIn } = await runChild<Rebuilt>('rebuild-run', [String(wanted)]);
  const bar = (30 * events) / 1_000_000;
  yield figure(`rebuild of ${events} events, s`, seconds, `<= ${bar}, equal content`, equal && seconds <= bar);
  yield figure('memory of its own before, MiB', Math.round(before), '', undefined);
  yield figure('memory of its own at its peak, MiB', Math.round(peak), 'flat: <= before + 300', peak <= before + 300);
  yield figure('with the pages of the log and the tables that are mapped, at the peak, MiB', Math.round(resident), '', undefined);
  yield figure('the log’s first projection after the last append, s', caughtUpIn, '', undefined);
}

import { runChild } from '../harness/child.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { tempFolder } from '../harness/temp.ts';
import { logOfStays } from './log-of-stays.ts';

type Paths = { events: number; batch: number; results: { way: string; rate: number; cpu: number }[] };

/** The ways in which a log of so many stays can take into the same tables: events/s, and the processor's time an event, which a busy machine changes less. */
export async function* insertPaths(stays: number): AsyncGenerator<Figure> {
  const folder = tempFolder('bench-log');
  try {
    const data = await logOfStays(folder.path, stays);
    const { results } = await runChild<Paths>('insert-paths-run', [data, '20000']);
    for (const { way, rate } of results) yield figure(`${way}, events/s`, Math.round(rate), '', undefined);
    for (const { way, cpu } of results) yield figure(`µs of the processor an event: ${way}`, cpu, '', undefined);
  } finally {
    folder.remove();
  }
}

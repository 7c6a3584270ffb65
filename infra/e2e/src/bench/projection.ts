import { runChild } from '../harness/child.ts';
import { figure } from '../harness/figures.ts';
import type { Figure } from '../harness/figures.ts';
import { residentMemory } from '../harness/memory.ts';
import { tempFolder } from '../harness/temp.ts';
import { logOfStays } from './log-of-stays.ts';

type Projected = Readonly<Record<'events' | 'engine' | 'projected' | 'json' | 'engineCpu' | 'projectedCpu' | 'jsonCpu', number>> & { readonly stages: [string, number][] };

/** The projection of a log of so many stays, beside the engine's own insert of the same bytes into the same tables; and its memory. */
export async function* projection(stays: number, say: (text: string) => void): AsyncGenerator<Figure> {
  const folder = tempFolder('bench-log');
  let watch: NodeJS.Timeout | undefined;
  let peak = 0;
  try {
    say('making the log');
    const data = await logOfStays(folder.path, stays);
    say('projecting it');
    const { events, engine, projected, json, engineCpu, projectedCpu, jsonCpu, stages } = await runChild<Projected>('projection-run', [data, '20000'], (pid) => {
      watch = setInterval(() => (peak = Math.max(peak, residentMemory(pid) || 0)), 100);
    });
    yield figure(`${events} events, batches of 20,000: the engine alone, from rows made before, events/s`, Math.round(engine), '', undefined);
    yield figure('projection, events/s', Math.round(projected), '>= 60,000', projected >= 60_000);
    yield figure('the engine alone, from the log’s JSON, events/s', Math.round(json), '', undefined);
    yield figure('projection against the engine alone from the log’s JSON', projected / json, '>= 0.7', projected / json >= 0.7);
    yield figure('projection against the engine alone from rows made before', projected / engine, '', undefined);
    for (const [way, micros] of [['the engine alone, from rows', engineCpu], ['the engine alone, from JSON', jsonCpu], ['projection', projectedCpu]] as const) yield figure(`µs of the processor an event: ${way}`, micros, '', undefined);
    for (const [stage, micros] of stages) yield figure(`µs an event: ${stage}`, micros, '', undefined);
    yield figure('memory at its peak, the log’s values in it, MiB', Math.round(peak), '', undefined);
  } finally {
    clearInterval(watch);
    folder.remove();
  }
}

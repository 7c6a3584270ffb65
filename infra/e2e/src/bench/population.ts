import { runChild } from '../harness/child.ts';
import { figure, type Figure } from '../harness/figures.ts';
import type { PopulationMeasured } from '../population-run/measured.ts';

/** What a query of the registers may take at a million residents. */
const barMs = 500;

/** Registers of so many residents made inside the engine: their recompute, and what is asked of them. */
export async function* population(residents: number, folder: string | undefined): AsyncGenerator<Figure> {
  const { records, madeInS, recomputedInS, spells, diskBytes, queries } = await runChild<PopulationMeasured>('population-run', [String(residents), ...(folder === undefined ? [] : [folder])]);
  yield figure(`${records.toLocaleString('en')} records made in the engine, s`, madeInS === 0 ? 'kept from before' : Math.round(madeInS), '', undefined);
  if (recomputedInS > 0) yield figure('spells recomputed, records/s', Math.round(records / recomputedInS), '', undefined);
  yield figure('spells, as known from when to when', spells, '', undefined);
  yield figure('on disk, MiB', Math.round(diskBytes / 2 ** 20), '', undefined);
  for (const { name, ms, failed } of queries) {
    yield ms === null ? { name, figure: `not taken: ${failed ?? ''}`.slice(0, 90), bar: '', ok: false } : figure(`${name}, ms`, Math.round(ms), `<= ${barMs}`, ms <= barMs);
  }
}

import { runChild } from '../harness/child.ts';
import { figure, type Figure } from '../harness/figures.ts';
import type { TourismMeasured } from '../tourism-run/measured.ts';
import { panelBars } from './dashboards.ts';

/**
 * The views of figures of days, on districts of growing size made inside the engine: what each takes, and how often what it took on the first
 * district of this run. The bars are those of a panel, whatever the size.
 */
export const createTourism = (): ((stays: number, folder: string | undefined) => AsyncGenerator<Figure>) => {
  const first = new Map<string, { readonly stays: number; readonly ms: number }>();
  return async function* (stays, folder) {
    const { madeInS, queries } = await runChild<TourismMeasured>('tourism-run', [String(stays), ...(folder === undefined ? [] : [folder])]);
    yield figure(`${stays.toLocaleString('en')} stays made in the engine, s`, madeInS === 0 ? 'kept from before' : Math.round(madeInS), '', undefined);
    for (const { name, ms, cpuMs, rows, bytes, failed } of queries) {
      if (ms === null || cpuMs === null || bytes === null) {
        yield { name, figure: `not taken: ${failed ?? ''}`.slice(0, 90), bar: '', ok: false };
        continue;
      }
      const start = first.get(name) ?? { stays, ms };
      first.set(name, start);
      const growth = start.stays === stays ? '' : `, ${(ms / start.ms).toFixed(1)} times that of ${start.stays.toLocaleString('en')}`;
      yield {
        name, figure: `${Math.round(ms)} ms, ${Math.round(cpuMs)} ms CPU, ${(bytes / 1e6).toFixed(1)} MB, ${(rows ?? 0).toLocaleString('en')} rows${growth}`, value: ms,
        bar: `<= ${panelBars.panelMs} ms, ${panelBars.panelBytes / 1e6} MB`, ok: ms <= panelBars.panelMs && bytes <= panelBars.panelBytes,
      };
    }
  };
};

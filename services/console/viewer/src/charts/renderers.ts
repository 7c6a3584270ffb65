import type { Drawing, PanelInput, Renderer } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import type { ChartType } from './options.ts';

/** The library of charts is fetched with the first of them: a board shows its figures before. */
const lazily = (type: ChartType): Renderer => (host) => {
  let [latest, drawing, gone]: [PanelInput | undefined, Drawing | undefined, boolean] = [undefined, undefined, false];
  Promise.all([import('./chart.ts'), import('./options.ts')]).then(([{ chartDrawing }, { charts }]) => {
    if (gone) return;
    drawing = chartDrawing(charts[type])(host);
    if (latest !== undefined) drawing.draw(latest);
  }).catch((error: unknown) => {
    host.textContent = chartWords[latest?.language ?? 'vi'].failed;
    throw error;
  });
  return {
    draw: (input) => {
      latest = input;
      drawing?.draw(input);
    },
    destroy: () => {
      gone = true;
      drawing?.destroy();
    },
  };
};

/** Panels that are drawn as charts, by their type in a board. */
export const renderers: Readonly<Record<ChartType, Renderer>> = {
  timeseries: lazily('timeseries'),
  barchart: lazily('barchart'),
  piechart: lazily('piechart'),
  heatmap: lazily('heatmap'),
  'state-timeline': lazily('state-timeline'),
  'status-history': lazily('status-history'),
  geomap: lazily('geomap'),
};

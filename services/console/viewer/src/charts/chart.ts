import { BarChart, CustomChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { render } from 'lit';
import { hiddenTable } from '../panels/hidden-table.ts';
import type { Drawing, PanelInput, Renderer } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import type { Chart } from './options.ts';
import { summaryOf } from './summary.ts';
import './charts.css';

use([BarChart, CustomChart, HeatmapChart, LineChart, PieChart, ScatterChart, GridComponent, LegendComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, CanvasRenderer]);

/** The link that an option wrote beside a value. */
const linkIn = (data: unknown): string | undefined => (typeof data === 'object' && data !== null && 'link' in data && typeof data.link === 'string' ? data.link : undefined);

/** Pixels that a bar for scrolling takes. */
const scrollbar = 16;

/** One chart in one element. It lives until it is destroyed or has nothing to show; what a legend hides stays hidden when new answers come. */
export const chartDrawing = ({ option: optionOf, leastHeight }: Chart): Renderer => (host) => {
  const place = document.createElement('div');
  place.className = 'chart';
  place.setAttribute('role', 'img');
  const told = document.createElement('div');
  host.append(place, told);
  const hidden = new Map<string, boolean>();
  let instance: EChartsType | undefined;
  let latest: PanelInput | undefined;

  const begin = ({ width, height }: PanelInput): EChartsType => {
    const begun = init(place, undefined, { renderer: 'canvas', width, height });
    begun.on('legendselectchanged', (event) => {
      if (typeof event === 'object' && event !== null && 'selected' in event) for (const [name, shown] of Object.entries(event.selected as Record<string, boolean>)) hidden.set(name, shown);
    });
    begun.on('click', ({ data }) => {
      const link = linkIn(data);
      if (link !== undefined) latest?.follow(link);
    });
    return begun;
  };

  const draw: Drawing['draw'] = (given) => {
    const height = Math.max(given.height, leastHeight(given));
    const input = { ...given, height, width: height > given.height ? given.width - scrollbar : given.width };
    latest = input;
    render(hiddenTable(input.frames, { caption: input.panel.title ?? '', language: input.language }), told);
    place.style.height = `${given.height}px`;
    // What scrolls must be within reach of a keyboard.
    if (height > given.height) place.tabIndex = 0;
    else place.removeAttribute('tabindex');
    const option = optionOf(input);
    place.setAttribute('aria-label', summaryOf(input, option === undefined));
    if (option === undefined) {
      instance?.dispose();
      instance = undefined;
      place.textContent = input.panel.fieldConfig?.defaults.noValue ?? chartWords[input.language].noData;
      place.classList.add('chart-empty');
      return;
    }
    if (instance === undefined) {
      place.textContent = '';
      place.classList.remove('chart-empty');
      instance = begin(input);
    } else instance.resize({ width: input.width, height: input.height });
    instance.setOption({ ...option, legend: { ...option.legend, selected: Object.fromEntries(hidden) } }, { notMerge: true });
  };
  return {
    draw,
    destroy: () => {
      instance?.dispose();
      place.remove();
      told.remove();
    },
  };
};

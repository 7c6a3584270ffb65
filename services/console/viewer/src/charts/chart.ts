import { BarChart, CustomChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { Drawing, PanelInput, Renderer } from '../panels/renderer.ts';
import { chartWords } from '../words/charts.ts';
import type { OptionOf } from './options.ts';
import { summaryOf } from './summary.ts';
import './charts.css';

use([BarChart, CustomChart, HeatmapChart, LineChart, PieChart, ScatterChart, GridComponent, LegendComponent, LegendScrollComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, CanvasRenderer]);

/** The link that an option wrote beside a value. */
const linkIn = (data: unknown): string | undefined => (typeof data === 'object' && data !== null && 'link' in data && typeof data.link === 'string' ? data.link : undefined);

/** One chart in one element. It lives until it is destroyed or has nothing to show; what a legend hides stays hidden when new answers come. */
export const chartDrawing = (optionOf: OptionOf): Renderer => (host) => {
  const place = document.createElement('div');
  place.className = 'chart';
  place.setAttribute('role', 'img');
  host.append(place);
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

  const draw: Drawing['draw'] = (input) => {
    latest = input;
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
    },
  };
};

import { formattedValueToString, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { html, nothing, render, type TemplateResult } from 'lit';
import { panels } from '../words/panels.ts';
import { measureOf, pageSize } from './measure.ts';
import type { PanelInput, Renderer } from './renderer.ts';
import { noRows } from './template.ts';
import { styled } from './styled.ts';
import { cell, cellStyle, isAbsent, type CellStyle } from './table-cells.ts';
import { rowsOf, type Sorting } from './table-order.ts';
import { widthsOf, type Shown } from './table-widths.ts';

/** Rows that are looked at to find how wide a column has to be. */
const sample = 80;
/** A shorter table is read faster than filtered. */
const worthFiltering = 12;
const rowHeight = 28;
const scrollBar = 12;
/** As the style sheet has it. */
const textScale = 0.93;
const step = 60;

type Column = Shown & { readonly style: CellStyle };

const gaugeWidth = 3.5;

const styleOf = (field: Field): Pick<Column, 'style' | 'beside'> => {
  const style = cellStyle(field);
  return { style, beside: style.kind === 'gauge' ? gaugeWidth : 0 };
};

const columnsOf = (frame: DataFrame): readonly Column[] => frame.fields.map((field) => ({
  name: getFieldDisplayName(field, frame), field, ...styleOf(field),
  texts: (field.values as readonly unknown[]).slice(0, sample).map((value) => {
    const shown = isAbsent(field, value) ? undefined : field.display?.(value);
    return shown === undefined ? '' : formattedValueToString(shown);
  }),
}));

const brokenAfterSlash = (name: string): TemplateResult[] => name.split(/(?<=\/)/).map((part, place) => html`${place > 0 ? html`<wbr>` : nothing}${part}`);

const next = (sorting: Sorting | undefined, column: number): Sorting | undefined => {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
};

const marks = { ascending: '▲', descending: '▼' } as const;

/** A table that is sorted by its headers and filtered by words. Its rows are drawn as they come into sight; on paper all are. */
export const table: Renderer = (host) => {
  const place = document.createElement('div');
  place.className = 'panel-fill';
  host.append(place);
  let input: PanelInput | undefined;
  let [sorting, filter, drawn]: [Sorting | undefined, string, number] = [undefined, '', step];

  const header = ({ name, style: { align } }: Column, place: number): TemplateResult => {
    const direction = sorting?.column === place ? sorting.direction : undefined;
    const sort = (): void => {
      sorting = next(sorting, place);
      update();
    };
    return html`<th scope="col" class=${align} aria-sort=${direction ?? 'none'}><button type="button" class="table-sort" @click=${sort}><b>${brokenAfterSlash(name)}</b><span aria-hidden="true">${direction === undefined ? '' : marks[direction]}</span></button></th>`;
  };

  const filterBox = (language: PanelInput['language']): TemplateResult => {
    const changed = (event: Event): void => {
      if (!(event.target instanceof HTMLInputElement)) return;
      [filter, drawn] = [event.target.value, step];
      update();
    };
    return html`<input class="table-filter" type="search" .value=${filter} placeholder=${panels.filter[language]} aria-label=${panels.filter[language]} @input=${changed}>`;
  };

  const rowsSeen = (event: Event): void => {
    const box = event.currentTarget;
    if (!(box instanceof HTMLElement) || box.scrollTop + box.clientHeight < box.scrollHeight - 600) return;
    drawn += step;
    update();
  };

  const body = (all: PanelInput, frame: DataFrame): TemplateResult => {
    const columns = columnsOf(frame);
    const rows = rowsOf(frame.fields, { filter, sorting });
    const hasFilter = frame.length > worthFiltering;
    const widths = widthsOf(columns, all.width - scrollBar, { cell: measureOf(400), header: measureOf(600), size: pageSize() * textScale });
    const few = Math.max(drawn, Math.ceil(all.height / rowHeight) + 10);
    const title = all.panel.title ?? '';
    return html`${hasFilter ? filterBox(all.language) : nothing}
      <div class="panel-scroll" tabindex="0" role="region" aria-label=${title} @scroll=${rowsSeen}>
        <table class="table" aria-rowcount=${rows.length + 1} ${styled({ width: `${widths.reduce((sum, width) => sum + width, 0)}px` })}>
          <caption class="sr">${title}</caption>
          <colgroup>${widths.map((width) => html`<col ${styled({ width: `${width}px` })}>`)}</colgroup>
          <thead><tr aria-rowindex="1">${columns.map(header)}</tr></thead>
          <tbody>${rows.slice(0, few).map((row, index) => html`<tr aria-rowindex=${index + 2}>${columns.map(({ field, style }, column) => cell({ field, row, style, isHeading: column === 0, input: all }))}</tr>`)}</tbody>
        </table>
        ${rows.length === 0 ? html`<p class="panel-message">${panels.noneOfFilter[all.language]}</p>` : nothing}
      </div>`;
  };

  const update = (): void => {
    if (input === undefined) return;
    const frame = input.frames[0];
    render(frame === undefined || frame.length === 0 ? noRows(input.language) : body(input, frame), place);
  };
  const onPaper = (): void => {
    drawn = Infinity;
    update();
  };
  addEventListener('beforeprint', onPaper);
  return {
    draw: (latest) => {
      input = latest;
      update();
    },
    destroy: () => {
      removeEventListener('beforeprint', onPaper);
      render(nothing, place);
      place.remove();
    },
  };
};

import { html, nothing, type TemplateResult } from 'lit';
import { narrowHeight, type Placed, type Section } from './layout.ts';
import type { PanelFrame } from './panel-frame.ts';

/** Puts a frame's element where its panel belongs; CSS decides whether the grid or the column counts. */
export const place = (element: HTMLElement, { panel, column, row, width, height }: Placed): void => {
  element.style.setProperty('--place', `${row} / ${column} / span ${height} / span ${width}`);
  element.style.setProperty('--narrow', `${narrowHeight(panel.type, height)}px`);
};

export type GridState = {
  readonly sections: readonly Section[];
  readonly frames: ReadonlyMap<Placed, PanelFrame>;
  /** Rows that are closed, by their ids. */
  readonly closed: ReadonlySet<number>;
  readonly toggle: (section: Section) => void;
  /** The panel that is shown alone. */
  readonly viewed: number | undefined;
};

const sectionOf = (section: Section, { frames, closed, toggle, viewed }: GridState): TemplateResult => {
  const alone = viewed !== undefined;
  const isAway = alone && !section.placed.some(({ panel }) => panel.id === viewed);
  const isClosed = !alone && closed.has(section.id);
  const elements = section.placed.flatMap((placed) => {
    const element = frames.get(placed)?.element;
    if (element !== undefined) element.hidden = alone && placed.panel.id !== viewed;
    return element ?? [];
  });
  return html`
    <section class="section" ?hidden=${isAway} aria-labelledby=${section.title === undefined || alone ? nothing : `row-${section.id}`}>
      ${section.title === undefined || alone ? nothing : html`
        <h2 id="row-${section.id}" class="row"><button type="button" aria-expanded=${isClosed ? 'false' : 'true'} aria-controls="panels-${section.id}" @click=${() => toggle(section)}><span class="arrow" aria-hidden="true"></span>${section.title}</button></h2>`}
      <div class="panels ${alone ? 'single' : ''}" id="panels-${section.id}" ?hidden=${isClosed}>${elements}</div>
    </section>`;
};

/** All rows of a board with their panels. The elements of the frames stay the same whatever is opened, closed or enlarged. */
export const gridOf = (state: GridState): TemplateResult => html`${state.sections.map((section) => sectionOf(section, state))}`;

import type { BoardContext } from './context.ts';
import { place } from './grid.ts';
import type { Placed, Section } from './layout.ts';
import { createPanelFrame, type PanelFrame } from './panel-frame.ts';
import { isFigure } from './rank.ts';
import type { Lane } from './rounds.ts';

export type BoardPanels = {
  readonly all: readonly PanelFrame[];
  readonly placed: ReadonlyMap<Placed, PanelFrame>;
  /** Figures apart from what is slower to ask. */
  readonly lanes: (ask: (frames: readonly PanelFrame[]) => void) => readonly Lane[];
  /** Begins to tell the panels whether they are near what is seen. */
  readonly watch: () => void;
  /** Brings the reader to the panel that was enlarged, or back to where the one was that is so no longer. */
  readonly show: (enlarged: number | undefined, left: number | undefined) => void;
  readonly destroy: () => void;
};

/** How near the edge of what is seen a panel is asked, in pixels; how long lanes rest between two rounds, in milliseconds. */
const ahead = '300px';
const rests = { figures: 500, others: 2_000 };

/** Frames of all panels of a board. */
export const createBoardPanels = (sections: readonly Section[], context: BoardContext): BoardPanels => {
  const placed = new Map<Placed, PanelFrame>();
  for (const section of sections) {
    for (const one of section.placed) {
      const frame = createPanelFrame({ panel: one.panel, place: placed.size, level: section.title === undefined ? 2 : 3, context });
      place(frame.element, one);
      placed.set(one, frame);
    }
  }
  const all = [...placed.values()];
  const byElement = new Map<Element, PanelFrame>(all.map((frame) => [frame.element, frame]));
  const nearness = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) byElement.get(target)?.near(isIntersecting);
  }, { rootMargin: ahead });
  const of = (id: number | undefined): PanelFrame | undefined => all.find(({ panel }) => id !== undefined && panel.id === id);

  return {
    all, placed,
    lanes: (ask) => {
      const lane = (frames: readonly PanelFrame[], rest: number): Lane => {
        const keys = new Set(frames.map(({ key }) => key));
        return { rest, settled: () => context.questions.settled((key) => keys.has(key)), ask: () => ask(frames) };
      };
      return [lane(all.filter(({ panel }) => isFigure(panel.type)), rests.figures), lane(all.filter(({ panel }) => !isFigure(panel.type)), rests.others)];
    },
    watch: () => {
      for (const { element } of all) nearness.observe(element);
    },
    show: (enlarged, left) => {
      const frame = of(enlarged) ?? of(left);
      frame?.element.scrollIntoView({ block: enlarged === undefined ? 'center' : 'nearest' });
      frame?.element.querySelector<HTMLElement>('.menu')?.focus({ preventScroll: true });
    },
    destroy: () => {
      nearness.disconnect();
      for (const frame of all) frame.destroy();
    },
  };
};

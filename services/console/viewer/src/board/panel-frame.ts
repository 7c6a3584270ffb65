import type { PanelAnswer } from '@da06/console/api';
import type { DataFrame } from '@grafana/data';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, render } from 'lit';
import { ApiProblem } from '../api/problem.ts';
import { openPopover } from '../app/popover.ts';
import { csvOf, framesOf, themeOf } from '../frames/index.ts';
import type { Drawing } from '../panels/renderer.ts';
import { board as words } from '../words/board.ts';
import type { BoardContext } from './context.ts';
import { rendererOf } from '../panels/index.ts';
import { csvName } from './file-name.ts';
import { intervalOf } from './interval.ts';
import { rankOf } from './rank.ts';
import { saveFile } from './save.ts';

export type PanelFrameOptions = {
  readonly panel: Panel;
  /** Place in the order of reading, from 0. */
  readonly place: number;
  /** 2 or 3: below the board's heading, or below a row's. */
  readonly level: 2 | 3;
  readonly context: BoardContext;
};
export type PanelFrame = {
  readonly element: HTMLElement;
  readonly panel: Panel;
  /** Under which its questions are known. */
  readonly key: string;
  /** What is shown is no longer what would be answered: asks now if it can be seen, else when it comes near. `quietly`: the picture stays as it is until the new one is there. */
  readonly ask: (quietly: boolean) => void;
  /** Asks now, seen or not: for a print. */
  readonly askNow: () => void;
  readonly near: (isNear: boolean) => void;
  /** With the next picture of the screen. */
  readonly redraw: () => void;
  /** At once: a print does not wait. */
  readonly draw: () => void;
  readonly destroy: () => void;
};

/** A panel with what stands around its picture: title, definition, menu, what is under way and what went wrong. */
export const createPanelFrame = ({ panel, place, level, context }: PanelFrameOptions): PanelFrame => {
  const { app, uid, questions } = context;
  const say = (name: keyof typeof words): string => words[name][app.language];
  const title = panel.title ?? '';
  const key = `panel ${panel.id ?? place}`;
  const hasQuestion = (panel.targets ?? []).length > 0;
  const headingId = `panel-${panel.id ?? place}`;

  const element = document.createElement('section');
  element.className = `panel card type-${panel.type}`;
  element.setAttribute('aria-labelledby', headingId);
  element.dataset['panel'] = String(panel.id ?? place);
  /** What can be seen now, for who waits for it: tests, a print, a screenshot. */
  const standing = (state: 'loading' | 'data' | 'empty' | 'error'): void => {
    element.dataset['state'] = state;
  };
  const head = document.createElement('header');
  const body = document.createElement('div');
  body.className = 'body';
  const told = document.createElement('div');
  element.append(head, body, told);

  let answer: PanelAnswer | undefined;
  let problem: ApiProblem | undefined;
  let drawing: Drawing | undefined;
  let isNear = false;
  let stale: 'no' | 'quiet' | 'loud' = hasQuestion ? 'loud' : 'no';
  let frame = 0;

  const frames = (): DataFrame[] => {
    const { raw, choices } = context.view();
    return answer === undefined ? [] : framesOf(answer, panel, { theme: themeOf(app.mode.now()), language: app.language, variables: choices, range: raw });
  };

  const draw = (): void => {
    const { width, height } = body.getBoundingClientRect();
    if ((hasQuestion && answer === undefined) || width < 1 || height < 1) return;
    drawing ??= rendererOf(panel.type)(body);
    const { range } = context.view();
    try {
      drawing.draw({
        panel, frames: frames(), width: Math.floor(width), height: Math.floor(height), theme: themeOf(app.mode.now()), language: app.language, range, marks: context.marks(), follow: app.navigate,
      });
      if (problem === undefined && !element.hasAttribute('data-loading')) standing(answer?.rows === 0 ? 'empty' : 'data');
    } catch (error) {
      problem = new ApiProblem({ status: 0, code: 'viewer.not-drawn', vi: words.notDrawn.vi, en: words.notDrawn.en, detail: String(error) });
      tell();
    }
  };

  /** Sizes and answers may come together: one drawing a frame. */
  const redraw = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };

  const tell = (): void => {
    if (problem !== undefined) standing('error');
    render(problem === undefined ? nothing : html`
      <div class="fault ${answer === undefined ? 'whole' : ''}" role="alert">
        <p>${problem[app.language]} <code title=${problem.detail ?? nothing}>${problem.code}</code></p>
        <button class="button" type="button" @click=${() => ask(false)}>${say('retry')}</button>
      </div>`, told);
  };

  const loading = (is: boolean): void => {
    element.toggleAttribute('data-loading', is);
    element.setAttribute('aria-busy', String(is));
  };

  const put = (quietly: boolean): void => {
    stale = 'no';
    if (!quietly || answer === undefined) {
      loading(true);
      standing('loading');
    }
    questions.put({
      key, rank: rankOf(panel.type, place),
      ask: async (signal) => {
        const { range, choices } = context.view();
        try {
          const width = body.clientWidth > 0 ? body.clientWidth : 600;
          answer = await app.api.panel({ uid, panel: panel.id ?? 0, ...range, interval: intervalOf(range, width, panel), variables: choices }, signal);
          problem = undefined;
        } catch (error) {
          if (signal.aborted) return;
          problem = error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'viewer.failed', vi: words.notDrawn.vi, en: words.notDrawn.en, detail: String(error) });
        }
        if (signal.aborted) return;
        loading(false);
        tell();
        redraw();
      },
    });
  };

  const ask = (quietly: boolean): void => {
    if (!hasQuestion) return redraw();
    if (isNear) put(quietly);
    else stale = stale === 'loud' || !quietly ? 'loud' : 'quiet';
  };

  const openDefinition = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLElement) openPopover({ opener: currentTarget, label: say('definition'), content: () => html`<p class="text" tabindex="-1" autofocus>${panel.description}</p>` });
  };

  const openMenu = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const opener = currentTarget;
    const enlarged = context.enlarged() === panel.id;
    const entry = (text: string, act: () => void) => html`<li><button class="button" type="button" @click=${() => {
      menu.close();
      act();
    }}>${text}</button></li>`;
    const menu = openPopover({ opener, label: `${say('menuOf')} ${title}`, content: () => html`<ul class="list">
      ${hasQuestion ? entry(say('explain'), () => context.explain(panel, opener)) : nothing}
      ${answer === undefined ? nothing : entry(say('csv'), () => saveFile(csvName(uid, title, context.view().range), csvOf(frames(), app.language), 'text/csv'))}
      ${entry(say(enlarged ? 'back' : 'enlarge'), () => context.enlarge(enlarged ? undefined : panel))}
    </ul>` });
  };

  const heading = level === 2 ? html`<h2 id=${headingId} title=${title}>${title}</h2>` : html`<h3 id=${headingId} title=${title}>${title}</h3>`;
  render(html`${heading}<div class="marks">
    ${panel.description ? html`<button class="mark" type="button" aria-haspopup="dialog" aria-label="${say('definition')}: ${title}" title=${panel.description} @click=${openDefinition}>?</button>` : nothing}
    <button class="mark menu" type="button" aria-haspopup="dialog" aria-label="${say('menuOf')} ${title}" @click=${openMenu}>⋮</button></div>`, head);

  const sizes = new ResizeObserver(redraw);
  sizes.observe(body);

  return {
    element, panel, key, ask, redraw, draw,
    askNow: () => {
      if (hasQuestion && (stale !== 'no' || answer === undefined)) put(false);
      else draw();
    },
    near: (is) => {
      isNear = is;
      if (is && stale !== 'no') put(stale === 'quiet');
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      questions.drop(key);
      drawing?.destroy();
    },
  };
};

import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem } from '../api/problem.ts';
import type { App } from '../app/app.ts';
import type { Glance } from '../glance/glance.ts';
import { overview as words } from '../words/overview.ts';

/** The eight large figures of the board tong-quan. */
const headline = [11, 12, 13, 14, 15, 16, 17, 18];

/** The board's headline figures where it may be opened. What draws them comes when it is needed: the page is there before. */
export const createFigures = (app: App, changed: () => void) => {
  const uid = app.language === 'vi' ? 'tong-quan' : 'tong-quan-en';
  const allowed = app.boards.some((board) => board.uid === uid);
  const asking = new AbortController();
  let [busy, again] = [false, false];
  let board: Dashboard | undefined;
  let shown: { readonly figureView: (glance: Glance) => TemplateResult; readonly glances: readonly (Glance | undefined)[] } | undefined;
  let failed = false;

  const load = async ({ signal }: AbortController): Promise<void> => {
    busy = true;
    try {
      const [{ glanceAt }, { figureView }, found] = await Promise.all([import('../glance/glance.ts'), import('../glance/views.ts'), board ?? app.api.board(uid, signal)]);
      board = found;
      // Each as it comes: one that takes long keeps none of the others.
      await Promise.all(headline.map(async (id, index) => {
        const glance = await glanceAt(app, uid, { board: found, id }, signal);
        shown = { figureView, glances: headline.map((_, place) => (place === index ? glance : shown?.glances[place])) };
        changed();
      }));
      failed = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      failed = true;
    } finally {
      busy = false;
    }
    changed();
    if (again) {
      again = false;
      await load(asking);
    }
  };

  return {
    ask: (): void => {
      // What is under way is waited for: events that keep arriving would else keep the figures away.
      if (busy) again = true;
      else if (allowed) void load(asking);
    },
    view: (): TemplateResult | typeof nothing => !allowed ? nothing : html`
      <section aria-label=${words.figures[app.language]}><h2><a href=${`/d/${uid}`}>${words.figures[app.language]}</a></h2>
        ${failed ? html`<p class="message note">${words.figuresFailed[app.language]}</p>` : nothing}
        <div class="figures">${headline.map((_, index) => {
          const glance = shown?.glances[index];
          return shown === undefined || glance === undefined ? html`<div class="card figure waiting"><p class="name">${failed ? '–' : words.waiting[app.language]}</p></div>` : shown.figureView(glance);
        })}</div></section>`,
    close: (): void => asking.abort(),
  };
};

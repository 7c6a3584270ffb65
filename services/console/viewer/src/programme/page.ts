import { html, nothing, render, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import { programme } from '../words/programme.ts';
import type { DutiesAnswer, ModelsAnswer } from './answers.ts';
import { createAsk } from './ask.ts';
import { boardView } from './board.ts';
import type { Context } from './context.ts';
import { dayText } from './days.ts';
import { dutiesView } from './duties.ts';
import { createLoaded, type Loaded } from './loaded.ts';
import { createModelPart } from './model.ts';
import { createReportPart } from './report.ts';
import { keyView, troubleView } from './trouble.ts';
import './programme.css';

/** No more often is the board asked for again while events arrive. */
const patience = 5_000;

/** `/programme`: the board of the models and the monthly reports. What is chosen stands in the address. */
export const open = (host: HTMLElement, app: App): (() => void) => {
  const { language } = app;
  const say = (name: keyof typeof programme): string => programme[name][language];
  const query = (): URLSearchParams => app.location.now().searchParams;
  const href = (changes: Readonly<Record<string, string>>): string => {
    const next = new URLSearchParams(query());
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    return `/programme${next.size === 0 ? '' : `?${next.toString()}`}`;
  };
  // The programme's routes ask for a key everywhere, on the machine itself too: without one nothing is asked.
  const mayAsk = app.signedIn;
  let closed = false;
  const draw = (): void => {
    if (!closed) render(view(), host);
  };
  const context: Context = { app, ask: createAsk(app.api), language, say, draw, href, go: (changes, how = 'push') => app.navigate(href(changes), how) };
  const models = createLoaded<ModelsAnswer>(() => {
    model.today(models.now()?.asOf ?? '');
    draw();
  });
  const duties = createLoaded<DutiesAnswer>(() => draw());
  const askModels = async (): Promise<void> => {
    if (mayAsk) await models.load(context.ask.models);
  };
  const askDuties = async (): Promise<void> => {
    if (mayAsk) await duties.load((signal) => context.ask.duties(query().get('period') ?? '', signal));
  };
  const model = createModelPart(context, () => void askModels());
  const report = createReportPart(context, () => void askDuties());

  let period: string | undefined;
  let opened = '';
  /** Whoever works by keyboard goes along into what was opened, and back to the row it was opened from. */
  const follow = (next: string): void => {
    if (next === opened) return;
    const from = opened;
    opened = next;
    const target = next === '' ? [...host.querySelectorAll<HTMLElement>('[data-opens]')].find((link) => link.dataset['opens'] === from) : host.querySelector<HTMLElement>('.detail h2');
    target?.focus({ preventScroll: next !== '' && matchMedia('(min-width: 1401px)').matches });
  };
  const arrive = (): void => {
    if (!mayAsk) return;
    const chosen = query();
    const inReports = chosen.get('view') === 'reports';
    const number = Number(chosen.get('model') ?? '');
    model.arrive(!inReports && Number.isInteger(number) && number > 0 ? number : undefined);
    if (inReports && (period !== chosen.get('period') || duties.now() === undefined)) {
      period = chosen.get('period') ?? undefined;
      void askDuties().then(reach);
    } else reach();
    draw();
    follow(chosen.get(inReports ? 'reporter' : 'model') ?? '');
  };
  /** Which report is open: the month is the one of the list where the address names none. */
  const reach = (): void => {
    const chosen = query();
    const reporter = chosen.get('reporter') ?? '';
    const month = chosen.get('period') ?? duties.now()?.period ?? '';
    report.arrive(chosen.get('view') === 'reports' && reporter !== '' && month !== '' ? { period: month, reporter } : undefined);
  };

  const part = <Value>(loaded: Loaded<Value>, shown: (value: Value) => TemplateResult, retry: () => void): TemplateResult => {
    const [value, problem] = [loaded.now(), loaded.problem()];
    if (problem !== undefined && (value === undefined || problem.status === 401)) return troubleView(context, problem, retry);
    return value === undefined ? html`<p class="soft wait">${say('loading')}</p>` : shown(value);
  };

  const view = (): TemplateResult => {
    if (!mayAsk) return html`<div class="programme"><div class="top"><h1>${say('title')}</h1></div>${keyView(context)}</div>`;
    const chosen = query();
    const inReports = chosen.get('view') === 'reports';
    const aside = inReports ? chosen.has('reporter') : chosen.has('model');
    const plan = models.now()?.plan ?? null;
    const tab = (name: 'models' | 'reports', address: string, here: boolean): TemplateResult => html`<a href=${address} aria-current=${here ? 'page' : nothing}>${say(name)}</a>`;
    return html`
      <div class=${`programme ${aside ? 'opened' : ''}`}>
        <div class="top"><h1>${say('title')}</h1>
          ${plan === null ? nothing : html`<p class="soft">${say('plan')} ${plan.reference} ${say('ofDay')} ${dayText(plan.date)}. ${say('asOf')} ${dayText(models.now()?.asOf ?? null)}.</p>`}
          <nav class="tabs" aria-label=${say('views')}>${tab('models', href({ view: '', reporter: '', period: '', duty: '' }), !inReports)}${tab('reports', href({ view: 'reports', model: '' }), inReports)}</nav></div>
        <div class="list">${inReports
          ? part(duties, (answer) => dutiesView(context, answer), () => void askDuties())
          : part(models, (answer) => (answer.models.length === 0 ? html`<p class="message note">${say('noPlan')} <code>npm run -s da06 -- plan load</code></p>` : boardView(context, answer)), () => void askModels())}</div>
        ${!aside ? nothing : inReports ? (models.now() === undefined || duties.now() === undefined ? nothing : report.view(duties.now()?.duties ?? [], models.now()?.models ?? [])) : models.now() === undefined ? nothing : model.view()}
      </div>`;
  };

  let soon: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    app.location.watch(arrive),
    app.live.watch(() => {
      soon ??= setTimeout(() => {
        soon = undefined;
        void askModels();
        if (query().get('view') === 'reports') void askDuties();
        else model.refresh();
      }, patience);
    }),
  ];
  app.title(say('title'));
  draw();
  void askModels();
  arrive();
  return () => {
    closed = true;
    clearTimeout(soon);
    for (const stop of [...stops, models.close, duties.close, model.close, report.close]) stop();
  };
};

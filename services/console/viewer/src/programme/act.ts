import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ApiProblem } from '../api/problem.ts';
import { actionWords, type programme } from '../words/programme.ts';
import type { Step, WholeModel } from './answers.ts';
import type { Unit } from './ask.ts';
import type { Context } from './context.ts';
import { currentOf, refusalOf, type Refusal } from './faults.ts';
import { dayText } from './days.ts';
import { createRepeats } from './repeat.ts';
import { bodyOf, needsCause, outsideActors, type ModelAction, type StepAction } from './steps.ts';

/** A command that is being written: on which step (none = the model as a whole), and the version that was seen when the form was opened. */
type Opened = { readonly model: number; readonly step: Step | undefined; readonly action: StepAction | ModelAction; readonly version: number };

export type Acting = {
  readonly isOpen: (step: number | undefined, action?: StepAction | ModelAction) => boolean;
  readonly open: (opened: Opened, today: string) => void;
  readonly close: () => void;
  readonly view: (units: readonly Unit[]) => TemplateResult;
  /** What was done last, to be said where it was asked. */
  readonly done: (step: number | undefined) => string | undefined;
};

const none: Refusal = { fields: new Map(), whole: undefined };

/** The form that moves a step or a model, one at a time. `taken` gets the model after it, also as it is where somebody else was first. */
export const createActing = ({ app, ask, say, language, draw }: Context, taken: (model: WholeModel) => void): Acting => {
  const repeats = createRepeats();
  let opened: Opened | undefined;
  let today = '';
  /** The day as it is chosen, to be told in one way whatever the browser's own. */
  let day = '';
  let refusal = none;
  let sending = false;
  let done: { readonly step: number | undefined; readonly text: string } | undefined;

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (opened === undefined || sending || !(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const { model, step, action, version } = opened;
    const body = bodyOf(action, { at: field('at'), cause: field('cause'), onBehalfOf: field('onBehalfOf'), note: field('note'), unit: field('unit') });
    [sending, refusal] = [true, none];
    draw();
    try {
      const answer = await ask.command({ model, step: step?.step, action, version, body, key: repeats.keyFor([model, step?.step, action, body]) });
      repeats.taken();
      done = { step: step?.step, text: `${say('saved')}: ${actionWords[action][language]}` };
      opened = undefined;
      taken(answer);
    } catch (error) {
      refusal = told(error);
    } finally {
      sending = false;
      draw();
      document.querySelector<HTMLElement>('.act [aria-invalid="true"], .act .message')?.focus();
    }
  };

  const told = (error: unknown): Refusal => {
    if (error instanceof ApiProblem && error.status === 412) {
      const current = currentOf(error);
      if (isModel(current) && opened !== undefined) {
        opened = { ...opened, version: current.version };
        taken(current);
      }
      return { ...none, whole: say('changed') };
    }
    if (error instanceof ApiProblem && (error.status === 0 || error.status >= 500)) return { ...none, whole: `${error[language]} ${say('lost')}` };
    if (error instanceof ApiProblem && error.status === 403) return { ...none, whole: say('forbidden') };
    if (error instanceof ApiProblem && error.status === 401) return { ...none, whole: say('keyRefused') };
    return refusalOf(error, language);
  };

  const close = (): void => {
    [opened, refusal] = [undefined, none];
    draw();
  };

  const field = (name: string, label: keyof typeof programme, control: (about: { readonly id: string; readonly fault: string | undefined; readonly faultId: string }) => TemplateResult): TemplateResult => {
    const fault = refusal.fields.get(`/${name}`);
    const id = `act-${name}`;
    return html`<div class=${`field ${name}`}><label for=${id}>${say(label)}</label>${control({ id, fault, faultId: `${id}-fault` })}${fault === undefined ? nothing : html`<p class="fault" id=${`${id}-fault`} role="alert">${fault}</p>`}</div>`;
  };
  const invalid = (fault: string | undefined): 'true' | 'false' => (fault === undefined ? 'false' : 'true');

  const view: Acting['view'] = (units) => {
    if (opened === undefined) return html``;
    const { model, step, action } = opened;
    const outside = step === undefined ? [] : outsideActors(step);
    const shown = new Set(['/at', '/note', ...(needsCause(action) ? ['/cause'] : []), ...(outside.length > 0 ? ['/onBehalfOf'] : []), ...(action === 'unit' ? ['/unit'] : [])]);
    const elsewhere = [...refusal.fields].filter(([pointer]) => !shown.has(pointer)).map(([, text]) => text);
    const whole = [refusal.whole, ...elsewhere].filter((text) => text !== undefined);
    return html`${keyed(`${String(model)}/${String(step?.step)}/${action}`, html`
      <form class="act card" novalidate aria-label=${`${actionWords[action][language]}${step === undefined ? '' : `, ${say('step')} ${String(step.step)}`}`} @submit=${(event: SubmitEvent) => void send(event)} @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') close();
      }}>
        <h4>${actionWords[action][language]}</h4>
        ${whole.length === 0 ? nothing : html`<p class="message bad" role="alert" tabindex="-1">${whole.join(' ')}</p>`}
        ${field('at', 'at', ({ id, fault, faultId }) => html`<input class="input" id=${id} name="at" type="date" required max=${today} .value=${today} aria-invalid=${invalid(fault)} aria-describedby=${fault === undefined ? nothing : faultId} @input=${(event: Event) => {
          day = event.target instanceof HTMLInputElement ? event.target.value : '';
          draw();
        }}><output class="soft" for=${id}>${dayText(day)}</output>`)}
        ${action === 'unit' ? field('unit', 'unitChoose', ({ id, fault, faultId }) => html`<select class="input" id=${id} name="unit" aria-invalid=${invalid(fault)} aria-describedby=${fault === undefined ? nothing : faultId}>${units.map(({ uid, nameVi }) => html`<option value=${uid}>${nameVi}</option>`)}</select>`) : nothing}
        ${outside.length === 0 ? nothing : field('onBehalfOf', 'onBehalf', ({ id, fault, faultId }) => html`<select class="input" id=${id} name="onBehalfOf" aria-invalid=${invalid(fault)} aria-describedby=${fault === undefined ? nothing : faultId}>
          ${step?.outside === true ? nothing : html`<option value="">${say('onBehalfNone')}</option>`}${outside.map(({ code, vi }) => html`<option value=${code}>${vi}</option>`)}</select>`)}
        ${needsCause(action) ? field('cause', 'cause', ({ id, fault, faultId }) => html`<input class="input" id=${id} name="cause" required maxlength="1000" autocomplete="off" aria-invalid=${invalid(fault)} aria-describedby=${fault === undefined ? nothing : faultId}>`) : nothing}
        ${field('note', 'note', ({ id, fault, faultId }) => html`<textarea class="input" id=${id} name="note" rows="2" maxlength="2000" aria-invalid=${invalid(fault)} aria-describedby=${fault === undefined ? nothing : faultId}></textarea>`)}
        <p class="row"><button class="button main" type="submit" ?disabled=${sending}>${sending ? say('saving') : say('save')}</button><button class="button" type="button" @click=${close}>${say('cancel')}</button></p>
      </form>`)}`;
  };

  return {
    isOpen: (step, action) => opened !== undefined && opened.step?.step === step && (action === undefined || opened.action === action),
    open: (next, now) => {
      if (!app.signedIn) {
        app.signIn();
        return;
      }
      [opened, today, day, refusal, done] = [next, now, now, none, undefined];
      draw();
      document.querySelector<HTMLElement>('.act #act-at')?.focus();
    },
    close,
    view,
    done: (step) => (done !== undefined && done.step === step ? done.text : undefined),
  };
};

/** Whether a 412 holds the model as `GET /v1/models/{no}` tells it. */
const isModel = (value: unknown): value is WholeModel => typeof value === 'object' && value !== null && 'version' in value && 'stepList' in value;

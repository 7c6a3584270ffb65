import { html, nothing, type TemplateResult } from 'lit';
import { actionWords, happenedWords, statusWords, stepWords } from '../words/programme.ts';
import type { Happening, Step, WholeModel } from './answers.ts';
import { createActing } from './act.ts';
import type { Unit } from './ask.ts';
import { blockersView, groupText, lateText, leadersView, titleOf, toneOf } from './board.ts';
import { mayRoll, type Context } from './context.ts';
import { dayText, instantText } from './days.ts';
import { isLate } from './filter.ts';
import { createLoaded } from './loaded.ts';
import { actionsOf, type ModelAction } from './steps.ts';
import { troubleView } from './trouble.ts';

const stepTone = { planned: 'idle', 'in-progress': 'note', blocked: 'bad', completed: 'good' } as const;

/** One model: where it stands, its steps with what can be done to them, and what was done. `moved` is called after each command. */
export const createModelPart = (context: Context, moved: () => void) => {
  const { app, ask, say, language, draw, href } = context;
  const loaded = createLoaded<WholeModel>(draw);
  const units = createLoaded<readonly Unit[]>(draw);
  let number: number | undefined;
  let today = '';
  const acting = createActing(context, (model) => {
    loaded.set(model);
    moved();
  });
  const refresh = (): void => {
    const no = number;
    if (no !== undefined) void loaded.load((signal) => ask.model(no, signal));
  };

  const stepView = (model: WholeModel, step: Step): TemplateResult => {
    const done = acting.done(step.step);
    const days = [
      step.startedOn === null ? undefined : `${say('startedOn')} ${dayText(step.startedOn)}`,
      step.completedOn === null ? undefined : `${say('completedOn')} ${dayText(step.completedOn)}`,
      step.blockedOn === null ? undefined : `${say('blockedOn')} ${dayText(step.blockedOn)}`,
    ].filter((text) => text !== undefined);
    return html`
      <li class=${`step ${stepTone[step.status]}`}>
        <p class="head"><b>${say('step')} ${String(step.step)}</b> <span class=${`badge ${stepTone[step.status]}`}>${stepWords[step.status][language]}</span>${step.conditional ? html` <span class="badge idle">${say('conditional')}</span>` : nothing} <span class="soft">${days.join(', ')}</span></p>
        <p>${language === 'vi' ? step.vi : step.en}</p>
        ${step.actors.length === 0 ? nothing : html`<p class="soft">${say('actors')}: ${step.actors.map(({ vi }) => vi).join('; ')}</p>`}
        ${step.cause === '' ? nothing : html`<p class=${step.status === 'blocked' ? 'message bad' : 'message'}>${say('cause')}: ${step.cause}</p>`}
        ${step.note === '' ? nothing : html`<p class="soft said">${say('note')}: ${step.note}</p>`}
        ${done === undefined ? nothing : html`<p class="message good" role="status">${done}</p>`}
        ${acting.isOpen(step.step) ? acting.view([]) : mayRoll(app) && model.standing === 'deployable' && model.notDeployable === null ? html`<p class="row">${actionsOf[step.status].map((action, index) =>
          html`<button class=${`button ${index === 0 && action !== 'reopen' ? 'first' : ''}`} type="button" aria-label=${`${actionWords[action][language]}, ${say('step')} ${String(step.step)}`} @click=${() => acting.open({ model: model.no, step, action, version: model.version }, today)}>${actionWords[action][language]}</button>`)}</p>` : nothing}
      </li>`;
  };

  const wholeActions = (model: WholeModel): readonly ModelAction[] => {
    if (model.standing !== 'deployable' || model.notDeployable !== null || model.endedOn !== null) return [];
    return [...(model.needsUnit ? ['unit' as const] : []), ...(model.stepsDone === model.steps || model.stepList.every(({ conditional, status }) => conditional || status === 'completed') ? ['put-in-operation' as const] : []), 'mark-not-deployable'];
  };

  const wholeView = (model: WholeModel): TemplateResult | typeof nothing => {
    const actions = wholeActions(model);
    const done = acting.done(undefined);
    const told = done === undefined ? nothing : html`<p class="message good" role="status">${done}</p>`;
    if (!mayRoll(app) || actions.length === 0) return html`${told}`;
    return html`<section aria-label=${say('wholeModel')}><h3>${say('wholeModel')}</h3>${told}
      ${acting.isOpen(undefined) ? acting.view((units.now() ?? []).filter(({ validFrom, validTo }) => validFrom <= today && (validTo === '' || today <= validTo))) : html`<p class="row">${actions.map((action) => html`<button class="button" type="button" @click=${() => acting.open({ model: model.no, step: undefined, action, version: model.version }, today)}>${actionWords[action][language]}</button>`)}</p>`}</section>`;
  };

  const happeningView = ({ type, recordedAt, actor, step, at, cause, onBehalfOf, note, unit }: Happening): TemplateResult => html`
    <li><b>${dayText(at ?? null) === '–' ? instantText(recordedAt).slice(6) : dayText(at ?? null)}</b> ${happenedWords[type]?.[language] ?? type}${step === undefined ? nothing : ` ${String(step)}`}${unit === undefined ? nothing : `: ${unitName(unit)}`}
      ${onBehalfOf === undefined || onBehalfOf === '' ? nothing : html`<span class="soft">${say('onBehalf').toLowerCase()} ${onBehalfOf}</span>`}
      ${cause === undefined || cause === '' ? nothing : html`<span class="said">${say('cause')}: ${cause}</span>`}
      ${note === undefined || note === '' ? nothing : html`<span class="said">${say('note')}: ${note}</span>`}
      <small>${say('recorded')} ${instantText(recordedAt)} ${say('by')} ${actor}</small></li>`;

  const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

  const modelView = (model: WholeModel): TemplateResult => html`
    <p class="row badges"><span class=${`badge ${toneOf(model.status)}`}>${statusWords[model.status][language]}</span>
      ${model.daysLate > 0 ? html`<span class=${`badge ${isLate(model) ? 'bad' : 'idle'}`}>${lateText(model, language)}</span>` : nothing}
      ${model.simulated ? html`<span class="badge note">${say('simulated')}</span>` : nothing}</p>
    <dl class="facts">
      ${fact(say('agency'), leadersView(model, language))}
      ${model.coordinating.length === 0 ? nothing : fact(say('coordinating'), model.coordinating.map(({ vi }) => vi).join('; '))}
      ${fact(say('group'), groupText(model.annex, language))}
      ${fact(say('deadline'), model.deadline === null ? '–' : `${say('before')} ${dayText(model.deadline)}`)}
      ${model.endedOn === null ? nothing : fact(say('reachedOn'), dayText(model.endedOn))}
      ${model.unit === null ? nothing : fact(say('unit'), unitName(model.unit))}
    </dl>
    ${model.blockers.length === 0 ? nothing : html`<div class="message bad">${blockersView(model, language)}</div>`}
    ${model.standing === 'deployable' || model.standingVi === '' ? nothing : html`<p class="message">${model.standingVi}</p>`}
    ${model.notDeployable === null ? nothing : html`<p class="message">${dayText(model.notDeployable.at)}: ${model.notDeployable.cause}</p>`}
    ${app.signedIn ? nothing : html`<p class="message note">${say('keyToWrite')} <button class="button" type="button" @click=${app.signIn}>${say('signIn')}</button></p>`}
    <section aria-label=${say('steps')}><h3>${say('steps')} <span class="soft">${String(model.stepsDone)}/${String(model.steps)}</span></h3>
      ${model.stepList.length === 0 ? html`<p class="soft">${say('noSteps')}</p>` : html`<ol class="step-list">${model.stepList.map((step) => stepView(model, step))}</ol>`}</section>
    ${wholeView(model)}
    <section aria-label=${say('history')}><h3>${say('history')}</h3><ol class="history" reversed>${[...model.history].reverse().map(happeningView)}</ol></section>`;

  const unitName = (uid: string): string => units.now()?.find((unit) => unit.uid === uid)?.nameVi ?? uid;

  return {
    /** Opens the model that the address names, undefined for none. */
    arrive: (next: number | undefined): void => {
      if (next === number) return;
      number = next;
      acting.close();
      loaded.set(undefined);
      refresh();
      // Names alone: without them a unit is told by its uid.
      if (next !== undefined && units.now() === undefined) void units.load(ask.units);
    },
    refresh,
    today: (day: string): void => {
      today = day;
    },
    view: (): TemplateResult => {
      const [model, problem] = [loaded.now(), loaded.problem()];
      return html`
        <aside class="card detail" aria-label=${say('model')}>
          <header><h2 tabindex="-1">${model === undefined ? `${say('model')} ${String(number ?? '')}` : html`<span class="no">${String(model.no)}</span> ${titleOf(model, language)}`}</h2><a class="button quiet" href=${href({ model: '' })}>${say('close')}</a></header>
          ${model !== undefined ? modelView(model) : problem !== undefined ? troubleView(context, problem, refresh) : html`<p class="soft">${say('loading')}</p>`}
        </aside>`;
    },
    close: (): void => {
      loaded.close();
      units.close();
    },
  };
};

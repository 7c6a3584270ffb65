import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../panels/renderer.ts';
import { latenessWords, programme, statusWords } from '../words/programme.ts';
import type { Model, ModelsAnswer } from './answers.ts';
import type { Context } from './context.ts';
import { dayText } from './days.ts';
import { agenciesOf, chosen, filterOf, groupsOf, isLate, leadersOf, statusesOf, type Filter } from './filter.ts';
import { numberText } from './numbers.ts';

type Sort = 'no' | 'deadline' | 'late';
const sorted = (models: readonly Model[], by: string): readonly Model[] => {
  const weight: Readonly<Record<string, (one: Model, other: Model) => number>> = {
    late: (one, other) => Number(isLate(other)) - Number(isLate(one)) || other.daysLate - one.daysLate,
    deadline: (one, other) => (one.deadline ?? '9').localeCompare(other.deadline ?? '9'),
  };
  return [...models].sort(weight[by] ?? ((one, other) => one.no - other.no));
};

/** Good when it has reached its end, bad when it stands still. */
export const toneOf = (status: Model['status']): string => {
  if (status === 'blocked') return 'bad';
  if (['in-operation', 'completed', 'launched', 'trained'].includes(status)) return 'good';
  return status === 'in-progress' || status === 'waiting-c06' ? 'note' : 'idle';
};

export const lateText = ({ lateness, daysLate }: Pick<Model, 'lateness' | 'daysLate'>, language: Language): string =>
  daysLate > 0 ? `${numberText(daysLate, language)} ${programme.days[language]}, ${latenessWords[lateness][language]}` : latenessWords[lateness][language];

export const groupText = (annex: string, language: Language): string => (annex === '' || annex === 'none' ? programme.groupNone[language] : `${programme.annex[language]} ${annex}`);

export const blockersView = ({ blockers }: Pick<Model, 'blockers'>, language: Language): TemplateResult | typeof nothing =>
  blockers.length === 0 ? nothing : html`${blockers.map((blocker) => html`<span class="blocker">${blocker.code === 'unit-not-chosen'
    ? programme.unitNotChosen[language]
    : `${programme.step[language]} ${String(blocker.step)}, ${programme.since[language]} ${dayText(blocker.since)}: ${blocker.cause}`}</span>`)}`;

export const leadersView = (model: Model, language: Language): TemplateResult =>
  html`${leadersOf(model).map(({ vi, ended }) => html`<span class="lead">${vi}${ended ? html` <small>(${programme.ended[language]})</small>` : nothing}</span>`)}`;

/** Its name; what the plan gives none to has its number. */
export const titleOf = ({ no, titleVi, titleEn }: Pick<Model, 'no' | 'titleVi' | 'titleEn'>, language: Language): string => {
  const title = language === 'vi' ? titleVi : titleEn;
  return title === '' ? `${programme.model[language]} ${String(no)}` : title;
};

/** The board of the models: filters, and a row for each that is chosen. */
export const boardView = (context: Context, answer: ModelsAnswer): TemplateResult => {
  const { app, say, href } = context;
  const query = app.location.now().searchParams;
  const filter = filterOf(query);
  const models = sorted(chosen(answer.models, filter), query.get('sort') ?? 'no');
  const header = (sort: Sort, name: keyof typeof programme): TemplateResult => {
    const here = (query.get('sort') ?? 'no') === sort;
    return html`<th scope="col" role="columnheader" aria-sort=${here ? (sort === 'late' ? 'descending' : 'ascending') : nothing}><a href=${href({ sort: sort === 'no' ? '' : sort })} aria-current=${here ? 'true' : nothing}>${say(name)}</a></th>`;
  };
  const plain = (name: keyof typeof programme): TemplateResult => html`<th scope="col" role="columnheader">${say(name)}</th>`;
  return html`
    ${tilesView(context, answer.models, filter)}
    ${filtersView(context, answer.models, filter)}
    <p class="count" role="status">${String(models.length)} ${say('of')} ${String(answer.models.length)} ${say('shown')}</p>
    ${models.length === 0 ? html`<p class="message">${say('none')}</p>` : html`
    <div class="scroll" role="region" aria-label=${say('models')} tabindex="0">
      <table class="models" role="table">
        <thead role="rowgroup"><tr role="row">${header('no', 'number')}${plain('name')}${plain('agency')}${plain('group')}${plain('status')}${plain('steps')}${header('deadline', 'deadline')}${header('late', 'late')}${plain('blocker')}</tr></thead>
        <tbody role="rowgroup">${models.map((model) => rowView(context, model))}</tbody>
      </table>
    </div>`}`;
};

const rowView = ({ app, say, language, href }: Context, model: Model): TemplateResult => {
  const here = app.location.now().searchParams.get('model') === String(model.no);
  return html`
    <tr role="row" aria-current=${here ? 'true' : nothing}>
      <td role="cell" class="no">${String(model.no)}</td>
      <th role="rowheader" scope="row" class="name"><a data-opens=${model.no} href=${href({ model: String(model.no) })}>${titleOf(model, language)}</a></th>
      <td role="cell" class="agency" data-name=${say('agency')}>${leadersView(model, language)}</td>
      <td role="cell" class="group">${groupText(model.annex, language)}</td>
      <td role="cell" class="status"><span class=${`badge ${toneOf(model.status)}`}>${statusWords[model.status][language]}</span></td>
      <td role="cell" class="steps" data-name=${say('steps')}>${model.steps === 0 ? '–' : html`<meter min="0" max=${model.steps} value=${model.stepsDone} aria-hidden="true"></meter> ${String(model.stepsDone)}/${String(model.steps)}`}</td>
      <td role="cell" class="deadline" data-name=${say('deadline')}>${model.deadline === null ? '–' : html`<span class="sr">${say('before')} </span>${dayText(model.deadline)}`}</td>
      <td role="cell" class=${isLate(model) ? 'late bad' : 'late'} data-name=${say('late')}>${model.daysLate > 0 ? html`<b>${numberText(model.daysLate, language)} ${say('days')}</b> <small>${latenessWords[model.lateness][language]}</small>` : latenessWords[model.lateness][language]}</td>
      <td role="cell" class="why" data-name=${model.blockers.length > 0 ? say('blocker') : nothing}>${blockersView(model, language)}${model.standing === 'deployable' ? nothing : html`<span class="soft">${model.standingVi}</span>`}</td>
    </tr>`;
};

/** Counts that choose: overdue, blocked, under way. */
const tilesView = ({ say, href }: Context, models: readonly Model[], filter: Filter): TemplateResult => {
  const none = { agency: '', group: '', status: '', late: '', q: '' };
  const tile = (count: number, name: keyof typeof programme, changes: Readonly<Record<string, string>>, here: boolean, tone = ''): TemplateResult =>
    html`<a class=${`card tile ${tone}`} href=${href({ ...none, ...changes })} aria-current=${here ? 'true' : nothing}><b>${String(count)}</b> <span>${say(name)}</span></a>`;
  const all = filter.status === '' && !filter.late && filter.agency === '' && filter.group === '' && filter.text === '';
  const of = (status: Model['status']): number => models.filter((model) => model.status === status).length;
  return html`<div class="tiles">
    ${tile(models.length, 'tileAll', {}, all)}
    ${tile(models.filter(isLate).length, 'tileLate', { late: '1' }, filter.late, 'bad')}
    ${tile(of('blocked'), 'tileBlocked', { status: 'blocked' }, filter.status === 'blocked', 'bad')}
    ${tile(of('in-progress'), 'tileUnderWay', { status: 'in-progress' }, filter.status === 'in-progress', 'note')}
  </div>`;
};

const filtersView = ({ say, language, go }: Context, models: readonly Model[], filter: Filter): TemplateResult => {
  const choice = (name: string, label: keyof typeof programme, now: string, options: readonly (readonly [value: string, text: string])[]): TemplateResult => html`
    <div class="field"><label for=${`filter-${name}`}>${say(label)}</label>
      <select class="input" id=${`filter-${name}`} .value=${now} @change=${(event: Event) => go({ [name]: event.target instanceof HTMLSelectElement ? event.target.value : '' })}>
        <option value="" ?selected=${now === ''}>${say('all')}</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}
      </select></div>`;
  const filtered = filter.agency !== '' || filter.group !== '' || filter.status !== '' || filter.late || filter.text !== '';
  return html`
    <search class="card filters">
      <div class="field find"><label for="filter-q">${say('find')}</label>
        <input class="input" id="filter-q" type="search" placeholder=${say('findHint')} .value=${filter.text} @input=${(event: Event) => go({ q: event.target instanceof HTMLInputElement ? event.target.value : '' }, 'replace')}></div>
      ${choice('agency', 'agency', filter.agency, agenciesOf(models).map(({ code, vi, ended, models: count }) => [code, `${vi}${ended ? ` (${say('ended')})` : ''} · ${String(count)}`]))}
      ${choice('group', 'group', filter.group, groupsOf(models).map((group) => [group, groupText(group, language)]))}
      ${choice('status', 'status', filter.status, statusesOf(models).map(({ status, models: count }) => [status, `${statusWords[status][language]} · ${String(count)}`]))}
      <label class="check"><input type="checkbox" .checked=${filter.late} @change=${(event: Event) => go({ late: event.target instanceof HTMLInputElement && event.target.checked ? '1' : '' })}> ${say('lateOnly')}</label>
      ${filtered ? html`<button class="button quiet" type="button" @click=${() => go({ agency: '', group: '', status: '', late: '', q: '' })}>${say('clear')}</button>` : nothing}
    </search>`;
};

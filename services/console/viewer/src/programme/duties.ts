import { html, nothing, type TemplateResult } from 'lit';
import { dutyWords, programme } from '../words/programme.ts';
import type { Asked, DutiesAnswer, Duty, DutyStatus, MonthlyDuty } from './answers.ts';
import type { Context } from './context.ts';
import { dayText, instantText, monthsAfter, monthText } from './days.ts';

const dutyTone: Readonly<Record<DutyStatus, string>> = { in: 'good', late: 'note', missing: 'bad', due: 'idle', 'not-yet': 'idle' };
const order: readonly DutyStatus[] = ['missing', 'late', 'due', 'in', 'not-yet'];

/** Who has to report a month, who has, and who has not: what is missing comes first. */
export const dutiesView = (context: Context, { period, asOf, duties, requests }: DutiesAnswer): TemplateResult => {
  const { app, say, href } = context;
  const query = app.location.now().searchParams;
  const status = query.get('duty') ?? '';
  const of = (one: DutyStatus): number => duties.filter((duty) => duty.status === one).length;
  const shown = duties.filter((duty) => status === '' || duty.status === status)
    .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status) || one.nameVi.localeCompare(other.nameVi, 'vi'));
  return html`
    ${monthView(context, period, asOf)}
    <div class="tiles">
      <a class="card tile" href=${href({ duty: '' })} aria-current=${status === '' ? 'true' : nothing}><b>${String(duties.length)}</b> <span>${say('tileReporters')}</span></a>
      ${order.filter((one) => of(one) > 0).map((one) => html`<a class=${`card tile ${dutyTone[one]}`} href=${href({ duty: one })} aria-current=${status === one ? 'true' : nothing}><b>${String(of(one))}</b> <span>${dutyWords[one][context.language].toLowerCase()}</span></a>`)}
    </div>
    ${duties.length === 0 ? html`<p class="message">${say('nobodyOwes')}</p>` : html`
      <div class="scroll" role="region" aria-label=${say('reports')} tabindex="0">
        <table class="duties" role="table">
          <thead role="rowgroup"><tr role="row">${(['reporter', 'status', 'dueOn', 'submitted', 'late', 'revision'] as const).map((name) => html`<th role="columnheader" scope="col">${say(name)}</th>`)}</tr></thead>
          <tbody role="rowgroup">${shown.map((duty) => rowView(context, duty))}</tbody>
        </table>
      </div>`}
    <p><a href=${`/v1/consolidated-report?period=${period}&format=html`} @click=${(event: MouseEvent) => {
      event.preventDefault();
      void printed(context, period);
    }}>${say('consolidated')}</a></p>
    ${requests.length === 0 ? nothing : html`<section><h2>${say('requests')}</h2>${requests.map((asked) => requestView(context, asked))}</section>`}`;
};

const rowView = ({ app, say, language, href }: Context, duty: MonthlyDuty): TemplateResult => html`
  <tr role="row" aria-current=${app.location.now().searchParams.get('reporter') === duty.reporter ? 'true' : nothing}>
    <th role="rowheader" scope="row" class="name"><a data-opens=${duty.reporter} href=${href({ reporter: duty.reporter })}>${duty.nameVi}</a></th>
    <td role="cell" class="status"><span class=${`badge ${dutyTone[duty.status]}`}>${dutyWords[duty.status][language]}</span>${duty.nothing ? html` <small>${say('nothing').toLowerCase()}</small>` : nothing}</td>
    <td role="cell" data-name=${say('dueOn')}>${dayText(duty.dueOn)}</td>
    <td role="cell" data-name=${say('submitted')}>${duty.submittedAt === null ? '–' : instantText(duty.submittedAt)}</td>
    <td role="cell" class=${duty.status === 'missing' ? 'late bad' : 'late'} data-name=${say('late')}>${duty.daysLate === 0 ? '–' : `${String(duty.daysLate)} ${say('days')}`}</td>
    <td role="cell" data-name=${say('revision')}>${duty.revisions === 0 ? '–' : String(duty.revisions)}</td>
  </tr>`;

const requestView = ({ say, language }: Context, { text, dueOn, models, duties }: Asked): TemplateResult => html`
  <article class="card asked"><p class="said">${text}</p><p class="soft">${say('dueOn')}: ${dayText(dueOn)}${models.length === 0 ? nothing : `; ${programme.model[language].toLowerCase()} ${models.join(', ')}`}</p>
    <ul>${duties.map((duty: Duty) => html`<li>${duty.nameVi} <span class=${`badge ${dutyTone[duty.status]}`}>${dutyWords[duty.status][language]}</span></li>`)}</ul></article>`;

/** The month, and the ways to those beside it; the two years before today to choose from. */
const monthView = ({ say, go, href }: Context, period: string, asOf: string): TemplateResult => {
  const today = asOf.slice(0, 7);
  const months = Array.from({ length: 37 }, (_, index) => monthsAfter(today, -index));
  return html`
    <div class="card filters month">
      <a class="button" href=${href({ period: monthsAfter(period, -1), reporter: '' })} aria-label=${say('previous')}>‹</a>
      <div class="field"><label for="period">${say('period')}</label>
        <select class="input" id="period" .value=${period} @change=${(event: Event) => go({ period: event.target instanceof HTMLSelectElement ? event.target.value : '', reporter: '' })}>
          ${(months.includes(period) ? months : [...months, period]).map((one) => html`<option value=${one} ?selected=${one === period}>${monthText(one)}</option>`)}
        </select></div>
      ${period >= today ? html`<span class="button" aria-disabled="true">›</span>` : html`<a class="button" href=${href({ period: monthsAfter(period, 1), reporter: '' })} aria-label=${say('next')}>›</a>`}
    </div>`;
};

/** The month on one sheet comes with the key, which a plain link could not send: it is fetched and opened as a page of its own. */
const printed = async ({ ask }: Context, period: string): Promise<void> => {
  const address = URL.createObjectURL(await ask.consolidated(period));
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

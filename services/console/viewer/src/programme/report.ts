import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiProblem } from '../api/problem.ts';
import type { Indicator, Model, MonthlyDuty, Report } from './answers.ts';
import type { Address } from './ask.ts';
import { titleOf } from './board.ts';
import { mayReport, type Context } from './context.ts';
import { dayText, instantText, monthsAfter, monthText } from './days.ts';
import { currentOf, faultsOf, refusalOf, type FaultTold } from './faults.ts';
import { createLoaded } from './loaded.ts';
import { numberText } from './numbers.ts';
import { createRepeats } from './repeat.ts';
import { draftOf, fieldName, reportable, written, type Draft, type Line, type Section } from './report-form.ts';
import { troubleView } from './trouble.ts';

type Read = { readonly report: Report | null; readonly before: Report | null; readonly indicators: readonly Indicator[] };
/** What came of the last sending. Faults by the field's name; `cells` of a workbook. */
type Outcome = { readonly fields: ReadonlyMap<string, string>; readonly cells: readonly FaultTold[]; readonly whole: string | undefined; readonly taken: string | undefined; readonly newer: boolean };
const quiet: Outcome = { fields: new Map(), cells: [], whole: undefined, taken: undefined, newer: false };

/** The report of one reporter for one month: the form with its indicators, and the workbook. `filed` is called after each that was taken. */
export const createReportPart = (context: Context, filed: () => void) => {
  const { app, ask, say, language, draw, href } = context;
  const loaded = createLoaded<Read>(draw);
  const [repeats, sheetRepeats] = [createRepeats(), createRepeats()];
  let address: Address | undefined;
  let added: readonly number[] = [];
  let outcome = quiet;
  let sending = false;
  /** The revision that the form replaces, 0 = none. */
  let revision = 0;
  /** Counts how often the form was filled anew, so that what was typed goes only then. */
  let turn = 0;

  /** What was filed, null for nothing yet: the duties say so, where asking for it would be told as an error. */
  const filedOne = async (at: Address, signal: AbortSignal): Promise<Report | null> => {
    const { duties } = await ask.duties(at.period, signal);
    return duties.some(({ reporter, revisions }) => reporter === at.reporter && revisions > 0) ? await ask.report(at, signal) : null;
  };

  const refresh = async (): Promise<void> => {
    const here = address;
    if (here === undefined) return;
    await loaded.load(async (signal) => {
      const [report, before, indicators] = await Promise.all([filedOne(here, signal), filedOne({ ...here, period: monthsAfter(here.period, -1) }, signal), ask.indicators(signal)]);
      return { report, before, indicators };
    });
    [turn, revision] = [turn + 1, loaded.now()?.report?.revision ?? 0];
    draw();
  };

  const finish = (next: Outcome): void => {
    [outcome, sending] = [next, false];
    draw();
    document.querySelector<HTMLElement>('.report [aria-invalid="true"], .report .outcome')?.focus();
  };
  const begin = (): boolean => {
    if (sending) return false;
    [sending, outcome] = [true, quiet];
    draw();
    return true;
  };
  const taken = async (report: Report, known: Report | null, remarks: readonly FaultTold[]): Promise<void> => {
    filed();
    await refresh();
    const same = report.revision === known?.revision;
    finish({ ...quiet, cells: remarks, taken: same ? `${say('filedSame')}.` : `${say('filed')}: ${say('revision').toLowerCase()} ${String(report.revision)}, ${instantText(report.recordedAt)}, ${report.late ? say('isLate') : say('inTime')}.` });
  };
  const refused = (error: unknown, fields: ReadonlyMap<string, string>): void => {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 412) {
      const current = currentOf(error);
      revision = isReport(current) ? current.revision : 0;
      finish({ ...quiet, whole: say('reportChanged'), newer: true });
      return;
    }
    if (error.status === 0 || error.status >= 500) return finish({ ...quiet, whole: `${error[language]} ${say('lost')}` });
    if (error.status === 403) return finish({ ...quiet, whole: say('forbiddenReport') });
    if (error.status === 401) return finish({ ...quiet, whole: say('keyRefused') });
    const faults = faultsOf(error.body);
    const cells = faults.filter(({ cell }) => cell !== undefined);
    if (cells.length > 0) return finish({ ...quiet, cells, whole: `${say('faultsTitle')}:` });
    const refusal = refusalOf(error, language);
    const known = [...refusal.fields].map(([pointer, text]) => [fields.get(pointer) ?? fields.get('/models') ?? '', text] as const);
    finish({ ...quiet, fields: new Map(known), whole: known.length === 0 ? refusal.whole : `${say('faultsTitle')}. ${String(known.length)} ${say('faultsCount')}` });
  };

  const submit = async (event: SubmitEvent, draft: Draft, read: Read): Promise<void> => {
    event.preventDefault();
    const here = address;
    if (here === undefined || !(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const { body, fields, faults } = written(draft, (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    });
    if (!begin()) return;
    if (faults.size > 0) {
      finish({ ...quiet, fields: new Map([...faults].map(([name, fault]) => [name, fault === 'not-a-number' ? say('notANumber') : say('valueMissing')])), whole: `${say('faultsTitle')}. ${String(faults.size)} ${say('faultsCount')}` });
      return;
    }
    try {
      const answer = await ask.file(here, body, { revision, key: repeats.keyFor([here, body]) });
      repeats.taken();
      await taken(answer, read.report, []);
    } catch (error) {
      refused(error, fields);
    }
  };

  const download = async (here: Address): Promise<void> => {
    if (!begin()) return;
    try {
      const url = URL.createObjectURL(await ask.template(here));
      const link = document.createElement('a');
      [link.href, link.download] = [url, `bao-cao-${here.period}-${here.reporter.replaceAll(/[^\w-]/g, '-')}.xlsx`];
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      finish(quiet);
    } catch (error) {
      refused(error, new Map());
    }
  };

  const upload = async (event: SubmitEvent, here: Address, read: Read): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = event.currentTarget;
    const file = new FormData(form).get('sheet');
    if (!begin()) return;
    if (!(file instanceof File) || file.size === 0) {
      finish({ ...quiet, fields: new Map([['sheet', say('sheetNone')]]) });
      return;
    }
    try {
      const answer = await ask.upload(here, file, sheetRepeats.keyFor([here, file.name, file.size, file.lastModified]));
      sheetRepeats.taken();
      form.reset();
      await taken(answer, read.report, faultsOf(answer));
    } catch (error) {
      refused(error, new Map());
    }
  };

  const mark = (name: string): { readonly invalid: 'true' | 'false'; readonly told: TemplateResult | typeof nothing } => {
    const fault = outcome.fields.get(name);
    return { invalid: fault === undefined ? 'false' : 'true', told: fault === undefined ? nothing : html`<p class="fault" id=${`${name}-fault`} role="alert">${fault}</p>` };
  };

  const lineView = ({ indicator, value, target, note, before }: Line, writable: boolean): TemplateResult => {
    const { code, vi, en, unit, source, definitionVi, definitionEn } = indicator;
    const name = language === 'vi' ? vi : en;
    const input = (field: string, label: string, now: string, mode: 'decimal' | 'text'): TemplateResult => {
      const { invalid, told } = mark(field);
      return html`<input class=${`input ${mode === 'decimal' ? 'number' : ''}`} name=${field} inputmode=${mode} autocomplete="off" aria-label=${`${name}: ${label}`} .value=${now} ?readonly=${!writable} aria-invalid=${invalid} aria-describedby=${invalid === 'true' ? `${field}-fault` : nothing}>${told}`;
    };
    return html`
      <tr role="row">
        <th role="rowheader" scope="row" title=${language === 'vi' ? definitionVi : definitionEn}>${name} <small>(${unit})</small></th>
        <td role="cell" class="number" data-name=${say('lastMonth')}>${before === undefined ? '–' : numberText(before, language)}</td>
        ${source === 'counted' ? html`<td role="cell" colspan="3" class="soft">${say('counted')}</td>` : html`
        <td role="cell" data-name=${say('thisMonth')}>${input(fieldName.value(code), say('thisMonth'), value, 'decimal')}</td>
        <td role="cell" data-name=${say('target')}>${input(fieldName.target(code), say('target'), target, 'decimal')}</td>
        <td role="cell" data-name=${say('note')}>${input(fieldName.note(code), say('note'), note, 'text')}</td>`}
      </tr>`;
  };

  const sectionView = ({ model, text, lines, filled, awaited }: Section, { writable, many }: { readonly writable: boolean; readonly many: boolean }): TemplateResult => {
    const { invalid, told } = mark(fieldName.text(model.no));
    const faulty = lines.some(({ indicator: { code } }) => [fieldName.value(code), fieldName.target(code), fieldName.note(code)].some((name) => outcome.fields.has(name))) || invalid === 'true';
    return html`
      <details class="section" ?open=${faulty || filled || awaited || !many}>
        <summary><span class="no">${String(model.no)}</span> ${titleOf(model, language)} <span class=${`badge ${faulty ? 'bad' : filled ? 'good' : awaited ? 'note' : 'idle'}`}>${faulty ? '!' : filled ? say('filled') : awaited ? say('awaited') : say('empty')}</span></summary>
        ${lines.every(({ indicator: { source } }) => source === 'counted') ? lines.map(({ indicator }) => html`<p class="soft">${language === 'vi' ? indicator.vi : indicator.en}: ${say('counted')}</p>`) : html`<table class="lines" role="table"><thead role="rowgroup"><tr role="row">${(['indicator', 'lastMonth', 'thisMonth', 'target', 'note'] as const).map((name) => html`<th role="columnheader" scope="col">${say(name)}</th>`)}</tr></thead>
          <tbody role="rowgroup">${lines.map((line) => lineView(line, writable))}</tbody></table>`}
        <div class="field"><label for=${`text-${String(model.no)}`}>${say('text')}</label><textarea class="input" id=${`text-${String(model.no)}`} name=${fieldName.text(model.no)} rows="2" maxlength="8000" .value=${text} ?readonly=${!writable} aria-invalid=${invalid} aria-describedby=${invalid === 'true' ? `${fieldName.text(model.no)}-fault` : nothing}></textarea>${told}</div>
      </details>`;
  };

  const outcomeView = (): TemplateResult | typeof nothing => {
    const { whole, taken: good, cells, newer } = outcome;
    if (whole === undefined && good === undefined && cells.length === 0) return nothing;
    return html`<div class=${`message outcome ${good === undefined ? 'bad' : 'good'}`} role=${good === undefined ? 'alert' : 'status'} tabindex="-1">
      <p>${whole ?? good}</p>
      ${newer ? html`<p><button class="button" type="button" @click=${() => {
        outcome = quiet;
        void refresh();
      }}>${say('loadCurrent')}</button></p>` : nothing}
      ${cells.length === 0 ? nothing : html`${good === undefined ? nothing : html`<p>${say('remarks')}</p>`}<ul>${cells.map((one) => html`<li><b>${one.cell === undefined ? one.pointer : `${say('cell')} ${one.cell}`}</b>: ${one[language]}${one.received === undefined ? nothing : html` <q class="said">${one.received}</q>`}</li>`)}</ul>`}
    </div>`;
  };

  const formView = (here: Address, read: Read, { duty, models }: { readonly duty: Pick<MonthlyDuty, 'reporter' | 'kind'>; readonly models: readonly Model[] }): TemplateResult => {
    const writable = mayReport(app);
    const draft = draftOf({ duty, models, indicators: read.indicators, report: read.report, before: read.before, added });
    const others = reportable(models).filter(({ no }) => draft.sections.every(({ model }) => model.no !== no));
    const nothingMark = mark(fieldName.nothing);
    const sheetMark = mark('sheet');
    return html`
      ${outcomeView()}
      ${!app.signedIn ? html`<p class="message note">${say('keyToWrite')} <button class="button" type="button" @click=${app.signIn}>${say('signIn')}</button></p>` : writable ? nothing : html`<p class="message note">${say('readOnly')}</p>`}
      ${keyed(`${here.period}/${here.reporter}/${String(turn)}`, html`
      <form class="lines-form" novalidate @submit=${(event: SubmitEvent) => void submit(event, draft, read)}>
        <label class="check"><input type="checkbox" name=${fieldName.nothing} value="1" .checked=${draft.nothing} ?disabled=${!writable} aria-invalid=${nothingMark.invalid}> <span>${say('nothing')} <small class="soft">${say('nothingHint')}</small></span></label>${nothingMark.told}
        <div class="sections">${repeat(draft.sections, ({ model }) => model.no, (section) => sectionView(section, { writable, many: draft.sections.length > 6 }))}</div>
        ${writable ? html`
        <div class="field add"><label for="add-model">${say('addModel')}</label><select class="input" id="add-model" @change=${(event: Event) => {
          if (!(event.target instanceof HTMLSelectElement) || event.target.value === '') return;
          added = [...added, Number(event.target.value)];
          event.target.value = '';
          draw();
        }}><option value="">${say('addModelNone')}</option>${others.map((model) => html`<option value=${model.no}>${String(model.no)}. ${titleOf(model, language)}</option>`)}</select></div>
        <p class="row send"><button class="button main" type="submit" ?disabled=${sending}>${sending ? say('filing') : read.report === null ? say('file') : say('amend')}</button></p>` : nothing}
      </form>`)}
      ${writable ? html`
      <section class="sheet"><h3>${say('sheetTitle')}</h3><p class="soft">${say('sheetText')}</p>
        <p class="row"><button class="button" type="button" ?disabled=${sending} @click=${() => void download(here)}>${say('sheetDown')}</button></p>
        <form class="row" novalidate @submit=${(event: SubmitEvent) => void upload(event, here, read)}>
          <div class="field"><label for="sheet">${say('sheetFile')}</label><input class="input" id="sheet" name="sheet" type="file" accept=".xlsx" aria-invalid=${sheetMark.invalid} aria-describedby=${sheetMark.invalid === 'true' ? 'sheet-fault' : nothing}>${sheetMark.told}</div>
          <button class="button" type="submit" ?disabled=${sending}>${say('sheetUp')}</button></form></section>` : nothing}`;
  };

  return {
    arrive: (next: Address | undefined): void => {
      if (next?.period === address?.period && next?.reporter === address?.reporter) return;
      [address, added, outcome] = [next, [], quiet];
      loaded.set(undefined);
      void refresh();
    },
    view: (duties: readonly MonthlyDuty[], models: readonly Model[]): TemplateResult => {
      const here = address;
      const [read, problem] = [loaded.now(), loaded.problem()];
      const duty = duties.find(({ reporter }) => reporter === here?.reporter);
      return html`
        <aside class="card detail report" aria-label=${say('reportOf')}>
          <header><h2 tabindex="-1">${say('reportOf')} ${monthText(here?.period ?? '')}: ${duty?.nameVi ?? here?.reporter ?? ''}</h2><a class="button quiet" href=${href({ reporter: '' })}>${say('close')}</a></header>
          ${duty === undefined ? nothing : html`<p class="soft">${say('dueOn')}: ${dayText(duty.dueOn)}. ${say('receiver')}: ${duty.receiverVi}.${read?.report === null || read === undefined ? nothing : html` ${say('revision')} ${String(read.report.revision)}, ${instantText(read.report.recordedAt)}, ${say('by')} ${read.report.actor}.`}</p>`}
          ${here === undefined ? nothing : read !== undefined ? formView(here, read, { duty: duty ?? { reporter: here.reporter, kind: here.reporter.includes('@') ? 'unit' : 'agency' }, models }) : problem !== undefined ? troubleView(context, problem, () => void refresh()) : html`<p class="soft">${say('loading')}</p>`}
        </aside>`;
    },
    close: loaded.close,
  };
};

/** Whether a 412 holds the report as it is now. */
const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'revision' in value && 'models' in value;

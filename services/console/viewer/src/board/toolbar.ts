import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { html, nothing, type TemplateResult } from 'lit';
import { openPopover } from '../app/popover.ts';
import { board as words } from '../words/board.ts';
import { choiceButton, type ChoicePicker } from './choice-picker.ts';
import type { LinkShown } from './links.ts';
import { refreshChoices, refreshText } from './refresh.ts';
import { timeButtons, type TimePicker } from './time-picker.ts';
import { describe } from './time-range.ts';
import { textOf } from './variables.ts';

export type Toolbar = {
  readonly board: Dashboard;
  readonly pickers: readonly ChoicePicker[];
  readonly time: TimePicker;
  readonly refresh: string;
  readonly chooseRefresh: (refresh: string) => void;
  readonly refreshNow: () => void;
  /** Links of the board, those of a menu under its title. */
  readonly links: readonly { readonly title: string; readonly entries: readonly LinkShown[] }[];
  readonly wall: () => void;
  readonly print: () => void;
  /** Goes back from one panel to all; undefined while all are shown. */
  readonly back: (() => void) | undefined;
};

/** Opens a list of acts or links below its opener. */
const openList = (opener: EventTarget | null, label: string, entries: (close: () => void) => TemplateResult): void => {
  if (!(opener instanceof HTMLElement)) return;
  const popover = openPopover({ opener, label, content: () => html`<ul class="list">${entries(() => popover.close())}</ul>` });
};

const anchor = ({ title, url, external }: LinkShown): TemplateResult => html`<a class="button" href=${url} target=${external ? '_blank' : nothing} rel=${external ? 'noopener noreferrer' : nothing}>${title}</a>`;

export const toolbarOf = ({ board, pickers, time, refresh, chooseRefresh, refreshNow, links, wall, print, back }: Toolbar): TemplateResult => {
  const { language } = time;
  const say = (name: keyof typeof words): string => words[name][language];
  const choices = refreshChoices.includes(refresh) ? refreshChoices : [...refreshChoices, refresh];
  return html`
    <div class="title">
      <h1>${board.title}</h1>
      ${board.description ? html`<button class="mark" type="button" aria-haspopup="dialog" aria-label=${say('about')} title=${board.description} @click=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLElement) openPopover({ opener: currentTarget, label: say('about'), content: () => html`<p class="text" tabindex="-1" autofocus>${board.description}</p>` });
      }}>?</button>` : nothing}
      <p class="printed">${[describe(time.raw, language, time.now()), ...pickers.map(({ variable, choice, options }) => `${variable.label}: ${textOf(variable, choice, options, say('all'))}`)].join(' · ')}</p>
      ${back === undefined ? nothing : html`<button class="button back" type="button" @click=${back}>‹ ${say('back')}</button>`}
    </div>
    <div class="choices" role="group" aria-label=${say('choices')}>
      ${pickers.map(choiceButton)}
      ${timeButtons(time)}
      <div class="choice"><label class="label" for="refresh-every">${say('refreshEvery')}</label><div class="joined">
        <select class="input" id="refresh-every" @change=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLSelectElement) chooseRefresh(currentTarget.value);
        }}>${choices.map((every) => html`<option value=${every} ?selected=${every === refresh}>${every === '' ? say('never') : refreshText(every, language)}</option>`)}</select>
        <button class="button" type="button" aria-label=${say('refresh')} title=${say('refresh')} @click=${refreshNow}>↻</button>
      </div></div>
      <div class="choice acts">
        ${links.map(({ title, entries }) => html`<button class="button" type="button" aria-haspopup="dialog" aria-expanded="false" @click=${({ currentTarget }: Event) =>
          openList(currentTarget, title, () => html`${entries.map((entry) => html`<li>${anchor(entry)}</li>`)}`)}>${title}</button>`)}
        <button class="button" type="button" aria-haspopup="dialog" aria-expanded="false" aria-label=${say('more')} title=${say('more')} @click=${({ currentTarget }: Event) => openList(currentTarget, say('more'), (close) => html`
          <li><button class="button" type="button" @click=${() => {
            close();
            wall();
          }}>${say('wall')}</button></li>
          <li><button class="button" type="button" @click=${() => {
            close();
            print();
          }}>${say('print')}</button></li>`)}>⋮</button>
      </div>
    </div>`;
};

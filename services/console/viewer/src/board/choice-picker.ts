import type { Choice } from '@da06/console/api';
import { html, nothing, type TemplateResult } from 'lit';
import { openPopover, type Popover } from '../app/popover.ts';
import type { Language } from '../panels/renderer.ts';
import { board as words } from '../words/board.ts';
import { found, textOf, toggled, type Option, type Variable } from './variables.ts';

export type ChoicePicker = {
  readonly variable: Variable;
  readonly choice: Choice;
  readonly options: readonly Option[];
  readonly language: Language;
  /** Options as they are now. */
  readonly ask: () => Promise<readonly Option[]>;
  readonly choose: (choice: Choice) => void;
};

const searchFrom = 8;

/** Button of a variable; opens its options. Several are ticked and applied together, one is taken at once. */
export const choiceButton = (picker: ChoicePicker): TemplateResult => {
  const { variable, choice, options, language } = picker;
  const text = textOf(variable, choice, options, words.all[language]);
  return html`<div class="choice"><span class="label" id="label-${variable.name}">${variable.label}</span>
    ${variable.kind === 'typed'
      ? html`<input class="input" type="text" aria-labelledby="label-${variable.name}" .value=${choice === 'all' ? '' : choice.join()} @change=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) picker.choose([currentTarget.value]);
      }}>`
      : html`<button class="button" id="choice-${variable.name}" type="button" aria-haspopup="dialog" aria-expanded="false" aria-labelledby="label-${variable.name} choice-${variable.name}" title=${text} @click=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLElement) open(picker, currentTarget);
      }}><span>${text}</span></button>`}
  </div>`;
};

const open = (picker: ChoicePicker, opener: HTMLElement): void => {
  const { variable, language } = picker;
  let { choice, options } = picker;
  let typed = '';
  let changed = false;
  const take = (next: Choice): void => {
    choice = next;
    changed = true;
    if (variable.several) popover.draw();
    else popover.close();
  };
  const row = (option: Option): TemplateResult => {
    const ticked = choice !== 'all' && choice.includes(option.value);
    return variable.several
      ? html`<li><label class="button"><input type="checkbox" .checked=${ticked} @change=${() => take(toggled(variable, choice, option.value, options))}> ${option.text}</label></li>`
      : html`<li><button class="button" type="button" aria-current=${ticked ? 'true' : nothing} @click=${() => take([option.value])}>${option.text}</button></li>`;
  };
  const content = (): TemplateResult => {
    const shown = found(options, typed);
    return html`
      ${options.length < searchFrom ? nothing : html`<input class="input search" type="search" aria-label=${words.search[language]} placeholder=${words.search[language]} @input=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLInputElement) typed = currentTarget.value;
        popover.draw();
      }}>`}
      <ul class="list">
        ${variable.withAll && typed === '' ? variable.several
          ? html`<li><label class="button"><input type="checkbox" .checked=${choice === 'all'} @change=${() => take('all')}> <b>${words.all[language]}</b></label></li>`
          : html`<li><button class="button" type="button" aria-current=${choice === 'all' ? 'true' : nothing} @click=${() => take('all')}>${words.all[language]}</button></li>` : nothing}
        ${shown.map(row)}
      </ul>
      ${shown.length === 0 ? html`<p class="text">${words.noOption[language]}</p>` : nothing}
      ${variable.several ? html`<div class="apply"><button class="button main" type="button" @click=${() => popover.close()}>${words.apply[language]}</button></div>` : nothing}`;
  };
  const popover: Popover = openPopover({ opener, label: variable.label, content, closed: () => {
    if (changed) picker.choose(choice);
  } });
  void picker.ask().then((fresh) => {
    options = fresh;
    popover.draw();
  }, () => undefined);
};
